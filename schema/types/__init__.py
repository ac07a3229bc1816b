"""The declared domain as GraphQL types."""
