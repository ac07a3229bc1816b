"""Tables and structured documents to facts."""
