"""Dutch text: how it is folded, cut into words, spelled otherwise and put into sentences."""
