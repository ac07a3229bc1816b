"""The whole graph as lines, in one order whatever the engine, and back."""
