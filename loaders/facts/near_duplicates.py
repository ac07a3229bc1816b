"""A function that looks like one that is known, for the same person at the same place: asked, never doubled.

"wethoudr" beside "wethouder" is a typing error; "wethouder" beside "burgemeester" is another function.
"""

from collections.abc import Iterable

from rapidfuzz.distance import DamerauLevenshtein

from graph.contents import existing
from graph.domain.reader import Model
from graph.dutch.collation import fold
from graph.engine.store import Run
from loaders.facts.fact import ROLES, Fact, person_id

SLIP = 2
"""Letters that may differ in a word."""
LONG = 5
"""A shorter word is another word when a letter differs: wmo and wlz."""


async def ask(run: Run, model: Model, facts: Iterable[Fact]) -> None:
    """Give new roles a question when they may be another spelling of one that is known. Only reads the graph."""
    roles = [f for f in facts if f.soort in ROLES and f.velden.get("functie") and f.velden.get("organisatie")]
    new = [f for f in roles if f.stand == "nieuw" and f.vraag is None]
    held: dict[tuple[str, str, str], list[str]] = {}
    for person, kind, place, word in await existing.functions_of(run, {_person(f) for f in new}) if new else ():
        held.setdefault((person, kind, place), []).append(word)
    for fact in roles:
        key = (_person(fact), ROLES[fact.soort], str(fact.velden["organisatie"]))
        word, known = str(fact.velden["functie"]), held.setdefault(key, [])
        near = next((other for other in known if alike(word, other)), None)
        if near is not None and fact.stand == "nieuw" and fact.vraag is None:
            fact.vraag = (
                f"'{word}' lijkt op de functie '{near}' die al bekend is. Is het dezelfde, vul dan die in; "
                "is het een andere, zeg dan ja."
            )
            fact.besluit = "later"
        known.append(word)


def alike(one: str, other: str) -> bool:
    """Whether this is the same function in another spelling; not when it is exactly the same."""
    a, b = fold(one), fold(other)
    if a == b:
        return False
    if a.replace(" ", "") == b.replace(" ", ""):
        return True
    words = a.split(), b.split()
    if len(words[0]) != len(words[1]):
        return False
    return all(_slip(x, y) for x, y in zip(*words, strict=True))


def _slip(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= LONG and DamerauLevenshtein.distance(one, other, score_cutoff=SLIP) <= SLIP


def _person(fact: Fact) -> str:
    return person_id(str(fact.velden["persoon"]))
