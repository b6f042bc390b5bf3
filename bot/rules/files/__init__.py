"""Files of contacts, read into people: what others export, told by their content."""
