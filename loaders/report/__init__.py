"""What somebody reports, without a document of his own: it becomes one, and goes the way of every document."""
