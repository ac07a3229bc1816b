"""Finding things by words, by likeness and by the paths between them."""
