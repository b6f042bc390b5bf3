"""What Dotty does with an update: parse, rule, one call of the Store, answer. One file per conversation."""
