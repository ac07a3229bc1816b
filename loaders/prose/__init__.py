"""Running text to facts, questions and what was left."""
