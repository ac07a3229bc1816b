"""Leaf types and directives of the API."""
