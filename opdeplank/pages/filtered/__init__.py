"""Lists that one narrows down: what can be chosen, how much of each there is, and what was chosen."""
