"""The same questions answered the slow and obvious way, to compare with.

`dump` reads every node and relationship once; `filters`, `orders` and `resolvers` look at nothing but that dump and the
words of the API, so that a mistake in the compiler is not made here too.
"""
