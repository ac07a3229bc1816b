"""Facts to a proposal, and the decisions that come back."""
