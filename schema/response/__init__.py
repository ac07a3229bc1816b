"""The shape of an answer, and the function that fills it."""
