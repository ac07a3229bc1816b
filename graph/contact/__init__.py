"""Whom one can call about an oplossing."""
