"""The organisation that stands right behind a name: `van Waterdam`, `(BZK)`, `bij de Koepel`.

The longest beginning of those words that is exactly a name we know; the words behind it belong to the sentence again.
"""

import re

from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.text.page import Page

PLACE = re.compile(
    r"\s{0,2}(?:(?:van|bij|uit|namens)\s(?:de\s|het\s)?|\(\s?|,\s(?=(?:gemeente|ministerie)\b))([^,;:()“”\".!?]{2,80})"
)
BRACKET = re.compile(r"[\s*_]{0,3}\(([^()]{2,160})\)")
"""The brackets behind a name, with an organisation, a function or a party in them."""
MOST_WORDS = 9


def known_start(page: Page, found: re.Match[str]) -> tuple[str, tuple[str, ...], int]:
    """The longest beginning of what `PLACE` found that is an organisation we know: as written, its ids, its end."""
    if "\t" in found[0]:  # the next cell of a row
        return "", (), found.end()
    said = [*re.finditer(r"\S+", found[1])][:MOST_WORDS]
    for last in reversed(said):
        vorm = tidy(found[1][: last.end()])
        ids = page.names.resolve(vorm, PARTIJ)
        if ids and any(part[:1].isupper() for part in vorm.split()):
            return vorm, ids, found.start(1) + last.end()
    return "", (), found.end()
