"""What there is in the graph, declared once, and how the declarations are read."""
