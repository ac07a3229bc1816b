"""At which organisation somebody may have a function: the answers that a question offers."""
