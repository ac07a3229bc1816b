"""What is looked at when a page is done: contradictions, and what became no fact."""
