"""Questions that one answer settles: the functions of a page that most likely are functions at the same organisation,
and the gemeenten that a page says have the same oplossing.

What a page is about is asked once. Who says yes says it of every fact in the matter that has no decision of its own;
where it is not so for everybody, the matter stays at "later" and each is decided alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from loaders.documents.document import HASH_LENGTH, digest
from loaders.facts.fact import ENDED, NEW, ROLES, WHO, Candidate, Fact

PREFIX = "vraag:"
FEWEST, MOST = 2, 3
ROLE, BODIES, EACH = "rol", "nieuw", "elk"
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
        if _waits_with_others(fact):
            kind = _kind(fact)
            first = fact.kandidaten[0].id if fact.kandidaten and kind != BODIES else ""
            alike.setdefault((fact.bewijs[0].document, kind, first), []).append(fact)
    for (document, kind, first), some in [*alike.items()]:
        if kind == ROLE and len(some) < FEWEST and some[0].soort in ROLES:
            del alike[document, kind, first]
            alike.setdefault((document, EACH, ""), []).extend(some)
    return [_matter(document, kind, some) for (document, kind, _), some in alike.items() if len(some) >= FEWEST]


def _waits_with_others(fact: Fact) -> bool:
    """A function that ended needs a day until when, of its own."""
    asked = bool(fact.vraag and fact.besluit == "later" and fact.bewijs)
    if fact.soort == "persoon":  # whether somebody is the same as somebody else is a question of its own
        return asked and str(fact.vraag).startswith(WHO)
    return asked and fact.velden.get("toestand") != ENDED and bool(fact.kandidaten or fact.soort in TOGETHER)


def _kind(fact: Fact) -> str:
    if fact.kandidaten and fact.kandidaten[0].reden == NEW:
        return BODIES
    return ROLE if fact.soort in (*ROLES, "organisatie") or fact.soort in TOGETHER and fact.kandidaten else fact.soort


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
    """An answer that is another organisation says too that the one which was asked about is none."""
    filled, besluit = dict(fact.velden), matter.besluit
    if matter.organisatie and besluit == "ja" and fact.soort in ROLES:
        filled["organisatie"] = matter.organisatie
    elif matter.organisatie and besluit == "ja" and fact.velden.get("id") != matter.organisatie:
        besluit = "nee"
    return replace(fact, velden=filled, besluit=besluit)


def _matter(document: str, kind: str, facts: list[Fact]) -> Matter:
    key = PREFIX + digest("\x1f".join((document, *sorted(fact.id for fact in facts))))[:HASH_LENGTH]
    others = {each.id: each for fact in facts for each in fact.kandidaten}
    own = facts[0].kandidaten[0].id if kind == ROLE else None
    asked = f"{ASK[kind](facts)} {ALONE}"
    return Matter(key, document, asked, own, [*others.values()][:MOST], [fact.id for fact in facts])


def _offices(facts: list[Fact]) -> str:
    first = facts[0].kandidaten[0]
    return (
        f"Hoort dit allemaal bij {first.naam} ({first.id}; {first.reden})? Zeg ja als dat zo is, of vul bij "
        "organisatie een andere in."
    )


def _each(facts: list[Fact]) -> str:
    return f"Is bij deze {len(facts)} functies de goede organisatie ingevuld? Zeg ja als dat voor allemaal klopt."


def _bodies(facts: list[Fact]) -> str:
    names = dict.fromkeys(f"'{fact.kandidaten[0].naam}'" for fact in facts)
    listed = " en ".join(filter(None, (", ".join([*names][:-1]), [*names][-1])))
    verb = "is dat een nieuwe organisatie" if len(names) == 1 else "zijn dat nieuwe organisaties"
    return f"{listed} {NEW}: {verb}, en hoort erbij wat hier staat? Zeg ja als dat voor alles klopt."


def _uses(facts: list[Fact]) -> str:
    new = " Die kent de graaf nog niet; met ja komt ze erbij." if facts[0].velden.get("oplossing_vorm") else ""
    what = facts[0].kandidaten[0].naam
    return f"Passen deze {len(facts)} gemeenten '{what}' toe?{new} Zeg ja als dat voor allemaal klopt."


def _said(facts: list[Fact]) -> str:
    return f"Staat bij deze {len(facts)} citaten de goede persoon? Zeg ja als dat voor allemaal klopt."


def _places(facts: list[Fact]) -> str:
    return f"Zijn deze {len(facts)} namen hier gemeenten? Zeg ja als dat voor allemaal klopt."


def _people(facts: list[Fact]) -> str:
    said = f"Horen deze {len(facts)} mensen, van wie niet staat wat ze doen, in de graaf?"
    return f"{said} Zeg ja als dat voor allemaal klopt."


ASK: Mapping[str, Callable[[list[Fact]], str]] = {
    ROLE: _offices, BODIES: _bodies, EACH: _each, "toepassing": _uses, "citaat": _said, "gemeente": _places,
    "persoon": _people,
}  # fmt: skip
TOGETHER = ("citaat", "gemeente", "persoon")
"""Questions of one kind on a page that need no answer but yes or no."""
