"""The settings: one table, and how a text becomes a value."""
