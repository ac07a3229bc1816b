"""The map of subjects: where a question lies on it, and what that says of an answer."""
