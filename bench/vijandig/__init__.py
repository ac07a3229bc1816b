"""Sixty ways to be a nuisance, and what an ordinary visitor notices of them."""
