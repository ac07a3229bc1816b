"""What privacy asks of an operator's machine: the list of who was forgotten, and what still lies about."""
