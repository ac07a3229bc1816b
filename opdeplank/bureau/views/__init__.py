"""The pages of the desk, and what a browser sends from there."""
