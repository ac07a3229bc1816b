"""The conditions a traject has to meet, when a text lists them as such.

criterium-lijst   a point of a list under words such as "criteria" or "voorwaarden" for a traject

The six criteria of the programme are known by what they ask; a point that is none of them is asked.
"""

import re

from loaders.names.tokens import tidy
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

LEAD = re.compile(r"\b(?:criteria|criterium|voorwaarden|eisen|toets(?:en|ing)?)\b", re.IGNORECASE)
ABOUT = re.compile(r"\btraject(?:en)?\b|\bmatch\b", re.IGNORECASE)
SHORT, LONGEST = 80, 300
"""Letters of a heading without a mark at its end, and of a point of the list."""
CARRY = re.compile(r"(?:een|het|elk|ieder)\s(?:verbeter)?traject\s?(?:…|\.\.\.|:)?", re.IGNORECASE)
"""Words before the list that its points carry on: `een traject …`"""
SIGNS = {
    "draagt-bij-aan-thema": re.compile(r"\bthema", re.IGNORECASE),
    "transformatie-sociaal-domein": re.compile(r"\btransformatie", re.IGNORECASE),
    "binnen-decentralisatie": re.compile(r"\bgedecentraliseerd|\bdecentralisatie", re.IGNORECASE),
    "domeinoverstijgend": re.compile(
        r"\bdomeinoverstijgend|\b(?:meerdere|twee|2|verschillende) (?:beleids)?domeinen", re.IGNORECASE
    ),
    "rijk-en-gemeenten": re.compile(r"\brijk en (?:de )?gemeenten?\b|\bgemeenten? en (?:het )?rijk\b", re.IGNORECASE),
    "weerbarstig-knelpunt": re.compile(r"\bknelpunt|\bweerbarstig", re.IGNORECASE),
}


RULE = "criterium-lijst"


def read(page: Page, book: Notebook) -> None:
    inside = False
    for line in page.lines:
        if inside and line.is_item and len(line.tekst) < LONGEST:
            _one(page, book, line)
            book.taken.add((line.start, line.end))
        elif not (inside and CARRY.fullmatch(line.tekst)):
            inside = _leads(line.tekst)


def _leads(text: str) -> bool:
    """Whether a list of criteria begins below: `Voorwaarden voor een traject:`"""
    about = LEAD.search(text[-600:]) and ABOUT.search(text)
    return bool(about) and (text[-1:] in ":." or len(text) < SHORT)


def _one(page: Page, book: Notebook, line: Line) -> None:
    """A point of the list: the one criterion whose words stand in it, or a question which it is."""
    said, span = page.tekst[line.mark : line.end], (line.mark, line.end)
    text, found = tidy(said), [name for name, sign in SIGNS.items() if sign.search(said)]
    if len(found) == 1:
        key = f"criterium:{found[0]}"
        velden: dict[str, str | None] = {"id": key, "criterium": found[0].replace("-", "_").upper(), "tekst": text}
        if page.names.name(key) == key:  # the graph does not have it yet
            velden["omschrijving"] = text
        book.state("criterium", velden, [span], RULE, SURE)
        return
    which = f" Het lijkt op {' en '.join(found)}." if found else ""
    velden = {"id": None, "naam": text, "omschrijving": text}
    book.ask("criterium", velden, [span], RULE, f"Welk van de zes criteria is dit?{which}")
