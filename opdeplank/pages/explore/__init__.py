"""`/verken`: walking through the graph. The list of neighbours is the page; the picture shows the same."""
