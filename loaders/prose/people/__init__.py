"""Names of people, words for functions, and how the two are said to belong together."""
