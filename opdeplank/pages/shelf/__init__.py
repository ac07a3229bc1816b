"""The page with the question and its answer."""
