"""Op de Plank: the service around the graph (settings, command line, routes, pages)."""

VERSIE = "0.1.0"
