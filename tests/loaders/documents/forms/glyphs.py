"""Letters as they stand on a page, for the tests of what makes a text of them."""

from collections.abc import Iterator

from loaders.documents.forms.layout import Letter, Piece, pieces

WIDTH, HEIGHT = 5.0, 10.0


def letters(text: str, left: float, bottom: float) -> Iterator[Letter]:
    """Letters of one width; a space is a gap of half a letter."""
    at = left
    for char in text:
        if char == " ":
            at += WIDTH / 2
        else:
            yield Letter(char, at, bottom, at + WIDTH, bottom + HEIGHT, True)
            at += WIDTH


def placed(*texts: tuple[str, float, float]) -> list[Piece]:
    return pieces(letter for text, left, bottom in texts for letter in letters(text, left, bottom))
