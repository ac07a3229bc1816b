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
CARRY = re.compile(r"(?:een|het|elk|ieder)\s(?:verbeter)?traject\s?(?:…|\.\.\.|:)?", re.IGNORECASE)
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


def read(page: Page, book: Notebook) -> None:
    open_ = False
    for line in page.lines:
        if open_ and line.is_item and len(line.tekst) < 300:
            _one(page, book, line)
            book.taken.add((line.start, line.end))
        elif open_ and CARRY.fullmatch(line.tekst):
            continue
        else:
            open_ = (
                bool(LEAD.search(line.tekst[-600:]))
                and bool(ABOUT.search(line.tekst))
                and (line.tekst[-1:] in ":." or len(line.tekst) < 80)
            )


def _one(page: Page, book: Notebook, line: Line) -> None:
    said = page.tekst[line.mark : line.end]
    found = [name for name, sign in SIGNS.items() if sign.search(said)]
    text = tidy(said)
    if len(found) == 1:
        key = f"criterium:{found[0]}"
        velden: dict[str, str | None] = {"id": key, "criterium": found[0].replace("-", "_").upper(), "tekst": text}
        if page.names.name(key) == key:
            velden["omschrijving"] = text
        book.state("criterium", velden, [(line.mark, line.end)], "criterium-lijst", SURE)
        return
    which = f" Het lijkt op {' en '.join(found)}." if found else ""
    velden = {"id": None, "naam": text, "omschrijving": text}
    book.ask(
        "criterium", velden, [(line.mark, line.end)], "criterium-lijst", f"Welk van de zes criteria is dit?{which}"
    )
