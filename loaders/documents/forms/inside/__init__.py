"""What a file is made of inside: the elements of a Word document, the rules of a style sheet."""
