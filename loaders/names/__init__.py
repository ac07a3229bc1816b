"""Names in documents, and the ids they can mean."""
