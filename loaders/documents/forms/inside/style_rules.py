"""Which elements the style sheets of a page hide."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])|text-indent\s*:\s*-\d{3}",
    re.IGNORECASE,
)
BRACE = re.compile(r"[{}]")
SELECTOR = re.compile(r"\s*[a-z]*[.#]([\w-]+)\s*", re.IGNORECASE)


def hidden_by_rules(page: LexborHTMLParser) -> frozenset[str]:
    """The classes and ids that a style sheet inside the page hides."""
    found: set[str] = set()
    for sheet in page.css("style"):
        for names, body in _rules(sheet.text()):
            if HIDDEN_STYLE.search(body):
                found.update(match[1] for part in names.split(",") if (match := SELECTOR.fullmatch(part)))
    return frozenset(found)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The rules that hold on a screen: what stands within `@media print` holds on paper only."""
    depth, start, names = 0, 0, ""
    for brace in BRACE.finditer(sheet):
        if brace[0] == "{":
            names = sheet[start : brace.start()] if depth == 0 else names
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and "@" not in names:
                yield names, sheet[start : brace.start()]
        if depth <= 1:
            start = brace.end()
