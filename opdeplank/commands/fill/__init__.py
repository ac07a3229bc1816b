"""Commands that fill the graph, and take back."""
