"""Somebody with a function: the facts and the questions that follow from a name and the words beside it.

What the passage proves is asserted; each gap is a question of its own:
- of a function without an organisation the organisation is asked; only an office (wethouder, minister) is kept as said;
- a function of the past or the future is asked, since the passage does not say until or from when;
- a function that one person holds at a time, and that the graph or another passage gives to somebody else, is asked;
- somebody who looks like somebody the graph knows is asked: never merged.
"""

import re
from typing import Any, NamedTuple

from loaders.facts.fact import ENDED
from loaders.names.naming import PARTIJ, perhaps
from loaders.names.tokens import tidy
from loaders.prose.people import doubt, functions
from loaders.prose.people.functions import COMING, FORMER, Role
from loaders.prose.people.people import Name
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import PROSE, Notebook

YEARS = re.compile(r"\b(?:19|20)\d\d\b")
NOT_NAMED = "(niet genoemd)"


class Grounds(NamedTuple):
    """What a fact rests on: the rule that found it, the stretches of text that say it, and how certain that is."""

    rule: str
    spans: list[tuple[int, int]]
    certain: float = PROSE


def person(book: Notebook, name: Name, grounds: Grounds, enough: Sign = Sign.STRONG) -> bool:
    """The fact that somebody exists: asserted when the sign of the name is `enough`. Gives whether it is asserted."""
    key = book.person_key(name.tekst)
    known = book.page.names.resolve(name.tekst, ("Persoon",))
    velden = {"id": key, "naam": book.page.names.name(key) if known else name.tekst, "vorm": name.tekst}
    if name.guess:
        said = f"Is '{name.guess}' dezelfde als {name.tekst}, die ook op deze bladzijde staat?"
        book.ask("persoon", velden, grounds.spans, grounds.rule, said)
        return False
    if len(known) == 1 and name.sign is not Sign.NONE:
        book.state("persoon", velden, grounds.spans, grounds.rule, grounds.certain)
        return True
    question = _who(book, name, grounds.spans)
    if question is None and name.sign >= enough:
        book.state("persoon", velden, grounds.spans, grounds.rule, grounds.certain)
        return True
    book.ask("persoon", velden, grounds.spans, grounds.rule, question or f"Is '{name.tekst}' een persoon?")
    return False


def _who(book: Notebook, name: Name, spans: list[tuple[int, int]]) -> str | None:
    """What to ask first about somebody: made up in this passage, or perhaps somebody we know."""
    made_up = doubt.invented(book.page, *spans[0])
    if made_up:
        return f"Bestaat '{name.tekst}' echt? Er staat \"{made_up}\" bij."
    near = book.page.names.similar_people(name.tekst)
    said = " of ".join(f"{s.name} ({s.id}, {s.score:.2f}: {s.reason})" for s in near)
    question = f"Is '{name.tekst}' dezelfde als {said}? Zeg ja voor een nieuw persoon, of kies die persoon."
    return question if near else None


def several(book: Notebook, name: Name, said: str, grounds: Grounds, enough: Sign = Sign.STRONG) -> list[Role]:
    """The person, and the functions in the words that stand beside the name."""
    found = [functions.parse(part, book.page.names) for part in functions.parts(said)]
    known = any(functions.has_role(role.functie) for role in found)
    sure = person(book, name, grounds, enough if known else Sign.PROVEN)
    for role in found:
        one(book, name, role, grounds, sure)
    return found


def one(book: Notebook, name: Name, role: Role, grounds: Grounds, sure: bool) -> None:
    """One function of somebody. `sure`: that this person exists is asserted."""
    spans, rule, certain = grounds.spans, grounds.rule, grounds.certain
    velden = fields(book, name.tekst, role)
    question = _question(book, name, role)
    known = not name.guess and book.page.names.resolve(name.tekst, ("Persoon",))
    if question is None and not sure and not known:
        question = f"Eerst weten: wie is '{name.tekst}'?"
    over = None if FORMER.search(role.functie) else doubt.question(book.page, role.functie, *spans[0])
    if over is not None:
        book.ask("rol", velden, spans, rule, over)
    elif question is None:
        book.state("rol", velden, spans, rule, certain)
    elif sure and _without_place(role):
        _as_said(book, name, role, grounds)
    else:
        book.ask("rol", velden, spans, rule, question)


def fields(book: Notebook, name: str, role: Role) -> dict[str, Any]:
    """The fields of a `rol`."""
    return {
        "persoon": book.person(name), "functie": role.functie or None,
        "organisatie": role.ids[0] if len(role.ids) == 1 else None,
        "organisatie_vorm": role.vorm or None, "van": None, "tot": None,
    }  # fmt: skip


def _without_place(role: Role) -> bool:
    """A function, and nothing at all about where or when."""
    said = role.functie
    return not (role.vorm or role.ids or COMING.search(said) or YEARS.search(said)) and functions.whole(said)


def _as_said(book: Notebook, name: Name, role: Role, grounds: Grounds) -> None:
    """The question at which organisation; and an office as the passage says it.

    Of other functions nothing is said before the answer: without an organisation they make no relationship, and most of
    what was ever wrongly asserted was one of these.
    """
    bare = tidy(FORMER.sub("", role.functie)) or role.functie
    past = {"toestand": ENDED} if FORMER.search(role.functie) else {}
    if functions.is_office(role.functie) and not past:
        said = {**fields(book, name.tekst, role), "functie": bare}
        book.state("rol", said, grounds.spans, grounds.rule, grounds.certain)
    kind = "gemeente" if functions.is_local(role.functie) else "organisatie"
    velden = {**fields(book, name.tekst, role), "organisatie_vorm": f"{kind} {NOT_NAMED}"}
    question = f"Bij welke {kind} is {name.tekst} {bare}?{_hint(book, name.tekst, kind)}"
    book.ask("rol", velden, grounds.spans, grounds.rule, question)


def _hint(book: Notebook, name: str, kind: str) -> str:
    """What the graph knows of this person, or the few gemeenten that the document names."""
    held = book.page.names.held_by(book.person_key(name))
    if held:
        return f" De graaf kent: {', '.join(f'{functie} bij {org}' for functie, org in held[:3])}."
    named = book.page.gemeenten if kind == "gemeente" else ()
    return f" Het document noemt {' en '.join(named)}." if 0 < len(named) <= 3 else ""


def _question(book: Notebook, name: Name, role: Role) -> str | None:
    """What is open about a function, or None when the passage says it all."""
    if not role.functie and role.vorm:
        return f"Welke functie heeft {name.tekst} bij '{role.vorm}'?"
    if not functions.has_role(role.functie) or not functions.whole(role.functie):
        return f"Is '{role.functie}' een functie, en bij welke organisatie?"
    if len(role.ids) != 1:
        return which(book, role.vorm, role.ids)
    return _when(role) or _ended(book, name, role) or _held_by_another(book, name, role)


def _when(role: Role) -> str | None:
    if FORMER.search(role.functie):
        return f"'{role.functie}' is een functie van vroeger. Vul in tot wanneer, of zeg nee."
    if COMING.search(role.functie):
        return f"'{role.functie}' is nog niet zo. Vul in vanaf wanneer, of zeg nee."
    return "Er staat een jaartal bij. Vul in van wanneer tot wanneer." if YEARS.search(role.functie) else None


def _ended(book: Notebook, name: Name, role: Role) -> str | None:
    names = book.page.names
    if not names.ended(role.ids[0]):
        return None
    return f"{names.name(role.ids[0])} bestaat niet meer. Vul in tot wanneer {name.tekst} dit was, of zeg nee."


def _held_by_another(book: Notebook, name: Name, role: Role) -> str | None:
    names = book.page.names
    others = names.holders(role.functie, role.ids[0]) - {book.person_key(name.tekst)}
    if not others:
        return None
    who = " en ".join(sorted(names.name(key) for key in others))
    return (
        f"De graaf kent {who} als {role.functie} van {names.name(role.ids[0])}. Wie is het nu? Vul bij de ander een "
        f"einde in."
    )


def which(book: Notebook, vorm: str, ids: tuple[str, ...]) -> str:
    """What to ask about an organisation as it is written, that means several things or none."""
    if ids:
        return f"Welke is bedoeld met '{vorm}': {' of '.join(ids)}?"
    if not vorm:
        return "Bij welke organisatie is dit?"
    return f"Welke organisatie is '{vorm}'?{perhaps(book.page.names.suggest(vorm, PARTIJ, 3))}"
