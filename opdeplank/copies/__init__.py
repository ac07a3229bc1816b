"""Copies of the graph: files that any machine reads, taken while the service goes on, and put back into any engine."""
