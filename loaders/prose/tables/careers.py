"""A career in rows: years, and what somebody was then. `1996-2002   wethouder Welzijn, gemeente Dal`

loopbaan-jaren   two rows or more under each other; of the one whom the lines above name last, or whom the page is about

The rows say when, not who, so each is asked, with its years filled in as words of the question.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.facts.fact import ENDED
from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.people import functions, roles
from loaders.prose.people.functions import Role, has_role
from loaders.prose.people.mentions import Mentions
from loaders.prose.people.people import Name, names_in
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

RULE = "loopbaan-jaren"
ROW = re.compile(
    r"(?:[-•*–]\s)?(?:van\s)?(?P<van>(?:19|20)\d\d)\s?(?:[-–/]|tot(?: en met)?|t/m)\s?"
    r"(?P<tot>(?:19|20)\d\d|heden|nu|…)?"
    r"\s{0,3}[:|\t]?\s{1,8}(?P<wat>\S.{3,140})"
)
NOW = ("heden", "nu", "…", None)
FEWEST, BACK = 2, 12


def read(page: Page, book: Notebook) -> None:
    for rows in _runs(page):
        owner = _owner(page, rows[0][0])
        if owner is None:
            continue
        for line, found in rows:
            book.taken.add((line.start, line.end))
            for role in _roles(page, _bare(found["wat"])):
                if role.functie:
                    velden = roles.fields(book, owner.tekst, role)
                    gone = found["tot"] not in NOW
                    velden["toestand"] = ENDED if gone else None
                    years = f"{found['van']} tot {found['tot']}" if gone else f"{found['van']}"
                    verb = "Was" if gone else "Is"
                    where = f" bij '{role.vorm}'" if role.vorm else ""
                    question = f"{verb} {owner.tekst} {role.functie}{where}, van {years}? Vul de dagen in, of zeg nee."
                    book.ask("rol", {k: v for k, v in velden.items() if k != "toestand" or v}, [(line.start, line.end)],
                             RULE, question)  # fmt: skip


def _roles(page: Page, said: str) -> list[Role]:
    """Here whatever stands first is what somebody was, also by a word that is not known: `voorganger, Kerk Dal`."""
    found = [functions.parse(part, page.names) for part in functions.parts(said)]
    if any(has_role(role.functie) for role in found):
        return [role for role in found if has_role(role.functie)]
    first, _, rest = said.partition(", ")
    return [Role(first, rest, page.names.resolve(rest, PARTIJ) if rest else ())] if first[:1].islower() else []


def _bare(text: str) -> str:
    """Without what stands in brackets, and behind `daarna`."""
    return tidy(re.sub(r"\s\([^()]*\)|,?\sdaarna\s.*", "", text))


def _runs(page: Page) -> Iterator[list[tuple[Line, re.Match[str]]]]:
    """Rows right under each other, of which one at least names a function that is known."""
    rows: list[tuple[Line, re.Match[str]]] = []
    for line in [*page.lines, None]:
        found = ROW.fullmatch(line.tekst) if line is not None and len(line.tekst) < 170 else None
        if line is not None and found is not None:
            rows.append((line, found))
            continue
        if len(rows) >= FEWEST and any(has_role(each["wat"]) for _, each in rows):
            yield rows
        rows = []


def _owner(page: Page, line: Line) -> Name | None:
    """The last person whom a line above names alone; else whom the page is about."""
    at = bisect_left([each.start for each in page.lines], line.start)
    for above in reversed(page.lines[max(0, at - BACK) : at]):
        people = [n for n in names_in(page, above.start, above.end) if n.sign > Sign.NONE and " " in n.tekst]
        if len(people) == 1 and len(above.tekst) < 2 * len(people[0].tekst) + BACK:
            return people[0]
    return page.once(Mentions).hero
