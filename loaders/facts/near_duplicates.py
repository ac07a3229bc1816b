"""A function that looks like one that is known, for the same person at the same place: asked, never doubled.

"wethoudr" beside "wethouder" is a typing error; "wethouder" beside "burgemeester" is another function.
"""

from collections import defaultdict
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
    new = {_person(fact) for fact in roles if _is_asserted(fact)}
    held: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for person, kind, place, word in await existing.functions_of(run, new) if new else ():
        held[person, kind, place].append(word)
    for fact in roles:
        known = held[_person(fact), ROLES[fact.soort], str(fact.velden["organisatie"])]
        if _is_asserted(fact):
            _ask(fact, known)
        known.append(str(fact.velden["functie"]))


def _is_asserted(fact: Fact) -> bool:
    return fact.stand == "nieuw" and fact.vraag is None


def _ask(fact: Fact, known: list[str]) -> None:
    """`known`: the functions this person has there, in the graph and in the facts before this one."""
    word = str(fact.velden["functie"])
    near = next((other for other in known if alike(word, other)), None)
    if near is not None:
        fact.vraag = (
            f"'{word}' lijkt op de functie '{near}' die al bekend is. Is het dezelfde, vul dan die in; "
            "is het een andere, zeg dan ja."
        )
        fact.besluit = "later"


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
