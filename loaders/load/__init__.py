"""Decisions to the graph, and back."""
