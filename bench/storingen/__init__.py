"""Faults on purpose, and what is left after them."""
