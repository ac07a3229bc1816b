"""The pages for everyone: the shelf, a page per thing, the lists, and what a portal needs."""
