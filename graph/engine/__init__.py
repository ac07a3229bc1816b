"""The databases: one store in front of both, the embedded one, and what their drivers raise."""
