"""What an operator sees of the service: a line and a few numbers of each request, never a text or a person."""
