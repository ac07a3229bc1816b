"""Questions that one answer settles: the functions of a page that most likely are functions at the same organisation,
and the gemeenten that a page says have the same oplossing.

What a page is about is asked once. Who says yes says it of every fact in the matter that has no decision of its own;
where it is not so for everybody, the matter stays at "later" and each is decided alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from loaders.documents.document import HASH_LENGTH, digest
from loaders.facts.fact import ROLES, Candidate, Fact

PREFIX = "vraag:"
FEWEST, MOST = 2, 3
ROLE = "rol"
ALONE = "Klopt het niet voor allemaal, laat dit dan op later staan en kies per rij."


@dataclass
class Matter:
    """`organisatie` is the likeliest answer, filled in, where the facts are functions. `feiten`: what it answers."""

    id: str
    document: str
    vraag: str
    organisatie: str | None
    kandidaten: list[Candidate]
    feiten: list[str] = field(default_factory=list)
    besluit: str = "later"


def gathered(facts: Iterable[Fact]) -> list[Matter]:
    """The matters among the questions that wait for a person, in the order of their first fact."""
    alike: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        if fact.vraag and fact.kandidaten and fact.besluit == "later" and fact.bewijs:
            kind = ROLE if fact.soort in ROLES else fact.soort
            alike.setdefault((fact.bewijs[0].document, kind, fact.kandidaten[0].id), []).append(fact)
    return [_matter(document, kind, some) for (document, kind, _), some in alike.items() if len(some) >= FEWEST]


def answered(facts: list[Fact], matters: Iterable[Matter]) -> list[Fact]:
    """The facts with the answers of their matters; a fact that was decided alone stays as it is."""
    given = {key: matter for matter in matters if matter.besluit != "later" for key in matter.feiten}
    return [_answer(fact, given[fact.id]) if _waits(fact, given) else fact for fact in facts]


def questions(facts: Iterable[Fact], matters: Iterable[Matter]) -> int:
    """How many questions wait for a person: each matter is one."""
    matters = [*matters]
    together = {key for matter in matters for key in matter.feiten}
    return len(matters) + sum(fact.vraag is not None and fact.id not in together for fact in facts)


def _waits(fact: Fact, given: dict[str, Matter]) -> bool:
    return fact.id in given and fact.besluit == "later"


def _answer(fact: Fact, matter: Matter) -> Fact:
    filled = {"organisatie": matter.organisatie} if matter.organisatie and matter.besluit == "ja" else {}
    return replace(fact, velden={**fact.velden, **filled}, besluit=matter.besluit)


def _matter(document: str, kind: str, facts: list[Fact]) -> Matter:
    first = facts[0].kandidaten[0]
    key = PREFIX + digest("\x1f".join((document, *sorted(fact.id for fact in facts))))[:HASH_LENGTH]
    others = {each.id: each for fact in facts for each in fact.kandidaten}
    asked = _offices(facts, first) if kind == ROLE else _uses(facts, first)
    own = first.id if kind == ROLE else None
    return Matter(key, document, f"{asked} {ALONE}", own, [*others.values()][:MOST], [fact.id for fact in facts])


def _offices(facts: list[Fact], first: Candidate) -> str:
    return (
        f"Horen deze {len(facts)} functies bij {first.naam} ({first.id}; {first.reden})? Zeg ja als dat voor allemaal "
        "klopt, of vul bij organisatie een andere in."
    )


def _uses(facts: list[Fact], first: Candidate) -> str:
    new = " Die kent de graaf nog niet; met ja komt ze erbij." if facts[0].velden.get("oplossing_vorm") else ""
    return f"Passen deze {len(facts)} gemeenten '{first.naam}' toe?{new} Zeg ja als dat voor allemaal klopt."
