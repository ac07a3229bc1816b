"""Names in a table of somebody else, and what we know by them: OpenRefine's reconciliation API, version 0.2."""
