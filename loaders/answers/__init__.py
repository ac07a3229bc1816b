"""What a person answers to a question of a proposal, wherever it was written."""
