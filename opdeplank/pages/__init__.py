"""The pages for everyone, and what a portal needs."""
