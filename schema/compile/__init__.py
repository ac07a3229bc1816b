"""Selection to query."""
