"""Which fields there are besides those read straight from the graph."""
