"""What a text is about: thema's, laws, trajecten, solutions and dates, and what people say of it."""
