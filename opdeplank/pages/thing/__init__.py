"""A page per thing."""
