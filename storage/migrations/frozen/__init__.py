"""What migrations take from the program, as it was when each was written: a migration always does the same."""
