"""What one can do to the graph, besides asking."""
