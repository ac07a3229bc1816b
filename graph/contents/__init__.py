"""Questions about what stands in the graph now, for whoever compares, explains or undoes."""
