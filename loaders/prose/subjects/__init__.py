"""What a text is about: thema's, laws, trajecten, solutions and dates."""
