"""A page as the rules see it: lines, sentences, words, and where they write."""
