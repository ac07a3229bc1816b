"""What things mean, as vectors beside the graph: never the truth, always made again from it."""
