"""The organisation that stands right behind a name: "van Waterdam", "(BZK)", "bij de Koepel".

The longest beginning that is exactly a name we know; the words behind it belong to the sentence again.
"""

import re

from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.text.page import Page

PLACE = re.compile(
    r"\s{0,2}(?:(?:van|bij|uit|namens)\s(?:de\s|het\s)?|\(\s?|,\s(?=(?:gemeente|ministerie)\b))([^,;:()“”\".!?]{2,80})"
)


def known_start(page: Page, found: re.Match[str]) -> tuple[str, tuple[str, ...], int]:
    """The longest beginning of what is matched that is an organisation we know."""
    said = [*re.finditer(r"\S+", found[1])][:9]
    for last in reversed(said):
        vorm = tidy(found[1][: last.end()])
        ids = page.names.resolve(vorm, PARTIJ)
        if ids and any(part[:1].isupper() for part in vorm.split()):
            return vorm, ids, found.start(1) + last.end()
    return "", (), found.end()
