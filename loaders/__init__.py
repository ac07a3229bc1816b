"""From documents to proposals to the graph. README.md follows one document through, and says where to find what."""
