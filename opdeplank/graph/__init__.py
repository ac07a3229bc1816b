"""The graph this service points at, and what lies beside it."""
