"""Lists at the root whose rows are found by hand: what is searched for, and what changed."""
