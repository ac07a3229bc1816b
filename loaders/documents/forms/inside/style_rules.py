"""Which elements the style sheets of a page hide."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])|"
    r"(?:text-indent|left|right|top|margin-left|margin-top)\s*:\s*-\d{3}|"
    r"(?:^|[;\s{])(?:width|height|max-height|max-width)\s*:\s*[01](?:px)?\s*(?:;|$|!)|"
    r"clip\s*:\s*rect\(\s*[01]|clip-path\s*:\s*inset\(\s*(?:50|100)%|"
    r"transform\s*:\s*(?:scale\(\s*0\s*[,)]|translate[xy]?\(\s*-\d{3})|"
    r"(?:^|[;\s{])color\s*:\s*transparent",
    re.IGNORECASE,
)
"""Nothing of such an element is seen: it takes no room, is outside the page, or has no colour."""
STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
COLOUR = re.compile(r"(?:^|[;\s{])(?P<what>background(?:-color)?|color)\s*:\s*(?P<value>[^;!]+)", re.IGNORECASE)
WHITE = re.compile(
    r"#f{3}(?:f{3})?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255|hsl\([^)]*100%\s*\)|#fefefe|#fdfdfd", re.IGNORECASE
)


def unseen(style: str) -> bool:
    """Whether a style hides what it is about; white on nothing said is white on a white page."""
    if HIDDEN_STYLE.search(style):
        return True
    said = {found["what"].lower().partition("-")[0]: found["value"].strip() for found in COLOUR.finditer(style)}
    letters, ground = said.get("color", ""), said.get("background", "white")
    return bool(letters) and (letters == ground or bool(WHITE.match(letters) and WHITE.match(ground)))


BRACE = re.compile(r"[{}]")
SELECTOR = re.compile(r"\s*[a-z]*[.#]([\w-]+)\s*", re.IGNORECASE)


def hidden_by_rules(page: LexborHTMLParser) -> frozenset[str]:
    """The classes and ids that a style sheet inside the page hides."""
    found: set[str] = set()
    for sheet in page.css("style"):
        for names, body in _rules(sheet.text()):
            if unseen(body):
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
