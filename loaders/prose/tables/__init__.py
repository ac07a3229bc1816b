"""Tables of people: which column is which, and who stands in it with which function."""
