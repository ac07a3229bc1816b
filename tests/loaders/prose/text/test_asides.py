"""Parts of a plain text that are about something else."""

import pytest

from loaders.prose.text import asides
from loaders.prose.text.sentences import lines
from tests.loaders.prose import reader


def found(text: str) -> list[tuple[str, str]]:
    return [(kind, text[start:end]) for start, end, kind in asides.find(reader.made(text), [*lines(text)])]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Foto: Anna Bos", "bijschrift"), ("© Piet Vos", "bijschrift"), ("v.l.n.r. Anna Bos en Piet Vos", "bijschrift"),
        ("Home > Nieuws > Bericht", "nav"), ("Lees ook", "nav"), ("Cookiebeleid", "nav"), ("E-mail: *", "formulier"),
        ("Je naam", "formulier"), ("De foto hangt in de hal.", None), ("Foto: " + "x" * 400, None),
    ],
)  # fmt: skip
def test_a_line_is_known_by_the_words_that_open_it(line: str, kind: str | None) -> None:
    assert found(line) == ([(kind, line)] if kind else [])


def test_comments_go_on_to_the_end() -> None:
    text = "Een bericht.\n\n2 reacties\n\nAnna: leuk!\n\nFoto: nog een\n"
    assert found(text) == [("reactie", text[14:]), ("bijschrift", "Foto: nog een")]


def test_a_caption_that_says_what_people_are_is_read() -> None:
    text = "Foto van links naar rechts: wethouder Anna Bos, directeur Piet Vos en Els Smit.\n"
    assert not reader.seen(text).asides
    assert reader.seen("Foto: v.l.n.r. Anna Bos en Piet Vos.\n").asides
