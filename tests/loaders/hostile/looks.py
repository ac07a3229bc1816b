"""What looks at a whole text at once, with a piece that is hard on it when there are many in a row.

`test_hostile.py` counts the work they take; `bench.groei` measures their time.
"""

from collections.abc import Callable
from typing import Any

from loaders.documents.forms import bsn, deception, html, plain

Look = Callable[[str], Any]


def deceives(text: str) -> object:
    return deception.look(text, "a")


def markdown(text: str) -> object:
    return plain.read_markdown(text.encode(), "a")


def web_page(text: str) -> object:
    return html.read(text.encode(), "a")


LOOKS: tuple[tuple[Look, str], ...] = (
    (bsn.lines_with_bsn, "123456782 12 "),
    (bsn.lines_with_bsn, "1234.56."),
    (bsn.lines_with_bsn, "bsn,"),
    (deceives, "аa "),
    (deceives, "\u202e\n"),
    (markdown, "> - | a\n"),
    (markdown, "![a](b) "),
    (web_page, "<p class=menu><b>a</b>"),
)
