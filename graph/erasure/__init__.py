"""Taking somebody out of the graph, and keeping him out: what he goes by, what was forgotten, where it stands."""
