"""Plans, and running them."""
