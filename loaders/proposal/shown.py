"""What a row of the workbook shows: of a fact, and of a question that answers several facts at once."""

import re
from collections.abc import Callable, Container, Mapping
from typing import Any

from loaders.answers.answer_columns import EDITABLE, FIXED, PLACE, WHICH, fields_of
from loaders.answers.given import Given
from loaders.documents.document import digest
from loaders.facts.fact import Fact
from loaders.proposal.matters import Matter
from loaders.proposal.proposal import STANDS, Proposal

ID = re.compile(r"\b[a-z]+:[a-z0-9][a-z0-9-]*")
TOGETHER = "samen"
"""What stands in the column soort of a question that answers several facts at once."""

PARTY_IDS = ("gemeente", "departement", "organisatie")
CHOSEN = {
    "organisatie": PARTY_IDS, "oplossing": ("oplossing",),
    WHICH: (*PARTY_IDS, "persoon", "wet", "thema", "traject", "knelpunt", "oplossing", "criterium"),
}  # fmt: skip
"""In which column one of these things can be chosen, when the question names it."""


ORDER = ("vervalt", "minder_bewijs", "nieuw", "bevestigd", "eerder_afgewezen")

NEW_NAMES = (("organisatie", "organisatie_vorm"), ("oplossing", "oplossing_vorm"), ("id", "naam"))
"""Where a fact says what something is called, beside its id."""
Called = Callable[[str], str]


def decisions(proposal: Proposal, called: Called, places: Mapping[str, str]) -> list[dict[str, Any]]:
    """The questions that answer several facts first, then the facts, those with a question before the others."""
    facts, called = {fact.id: fact for fact in proposal.feiten}, _with_new(proposal, called)
    together = [_joined(number, each, facts, proposal, called) for number, each in enumerate(proposal.samen, 1)]
    numbers = {key: row["nr"] for each, row in zip(proposal.samen, together, strict=True) for key in each.feiten}
    return [
        *together,
        *(
            _row(number, fact, proposal, called, places, numbers.get(fact.id))
            for number, fact in enumerate(_ordered(proposal), len(together) + 1)
        ),
    ]


def _with_new(proposal: Proposal, called: Called) -> Called:
    """What is not in the graph yet goes by the name that the proposal has for it: no id where a person reads."""
    new: dict[str, str] = {}
    for fact in proposal.feiten:
        for key, vorm in NEW_NAMES:
            if fact.velden.get(key) and fact.velden.get(vorm):
                new.setdefault(str(fact.velden[key]), str(fact.velden[vorm]))

    def name(key: str) -> str:
        known = called(key)
        return new.get(key, known) if known == key else known

    return name


def filled(row: dict[str, Any], given: Given | None) -> dict[str, Any]:
    """One row with what was given for it."""
    if given is None:
        return row
    answers = {column: text for column, text in given.antwoord.items() if column in EDITABLE}
    return row | answers | {"besluit": given.besluit}


def offered(row: Mapping[str, Any], answers: Container[str]) -> dict[str, list[str]]:
    """The things that a question names, by the column in which one of them may be the answer."""
    keys = dict.fromkeys(ID.findall(row["vraag"]))
    found = {name: [key for key in keys if key.partition(":")[0] in kinds] for name, kinds in CHOSEN.items()}
    return {
        name: some
        for name, some in found.items()
        if some and name in answers and (name != WHICH or row["soort"] in CHOSEN[WHICH])
    }


def _ordered(proposal: Proposal) -> list[Fact]:
    order = {fact.id: i for i, fact in enumerate(proposal.feiten)}
    rank = {stand: i for i, stand in enumerate(ORDER)}
    assert set(rank) == set(STANDS)
    return sorted(proposal.feiten, key=lambda f: (f.vraag is None, rank[f.stand], order[f.id]))


def _files(proposal: Proposal) -> dict[str, str]:
    return {source.id: source.bestand or source.titel for source in proposal.documenten}


def _joined(
    number: int, matter: Matter, facts: Mapping[str, Fact], proposal: Proposal, called: Called
) -> dict[str, Any]:
    """A row for a question that answers several facts at once."""
    who = [_member(facts[key], called) for key in matter.feiten]
    return {
        **dict.fromkeys(PLACE, ""), "nr": str(number), "besluit": matter.besluit, "soort": TOGETHER,
        "wat": "; ".join(who), "organisatie": named(matter.organisatie, called) if matter.organisatie else "",
        "vraag": matter.vraag,
        "document": _files(proposal).get(matter.document, matter.document), "id": matter.id,
    }  # fmt: skip


def _member(fact: Fact, called: Called) -> str:
    velden = fact.velden
    if "persoon" in velden:
        what = velden.get("functie") or ("lid" if fact.soort == "lid" else "functie niet genoemd")
        where = str(velden.get("organisatie") or velden.get("organisatie_vorm") or "")
        return f"{named(str(velden['persoon']), called)} – {what}, {called(where)}"
    if "gemeente" in velden:
        return f"{named(str(velden['gemeente']), called)} – {str(velden.get('status')).replace('_', ' ').lower()}"
    return str(velden.get("naam") or velden.get("tekst") or velden.get("citaat") or "")


def _row(
    number: int, fact: Fact, proposal: Proposal, called: Called, places: Mapping[str, str], together: str | None
) -> dict[str, Any]:
    files = _files(proposal)
    remarks = [fact.stand.replace("_", " ")] if fact.stand != "nieuw" else []
    remarks += [f"hoort bij vraag {together}"] if together else []
    proofs = fact.bewijs
    first = proofs[0] if proofs else None
    more = f" (en {len(proofs) - 1} meer)" if len(proofs) > 1 else ""
    return {
        "nr": str(number), "besluit": fact.besluit, "soort": fact.soort, "wat": _what(fact, called),
        **shown_fields(fact, called),
        "vraag": fact.vraag or "", "zekerheid": f"{fact.zekerheid:.2f}",
        "citaat": " … ".join(proof.citaat for proof in proofs),
        "document": (files.get(first.document, first.document) if first else "") + more,
        "plaats": places.get(fact.id) or (f"teken {first.van} tot {first.tot}" if first else ""),
        "regel": fact.regel, "opmerking": "; ".join(remarks), "id": fact.id,
    }  # fmt: skip


def shown_fields(fact: Fact, called: Called) -> dict[str, str]:
    """What the columns that may be edited show of a fact. Which known thing it is, shows only what is known."""
    made = dict.fromkeys(EDITABLE, "")
    for column, name in fields_of(fact).items():
        value = fact.velden.get(name)
        if name == "organisatie" and value is None:
            value = fact.velden.get("organisatie_vorm")
        text = named(value, called) if isinstance(value, str) else ""
        made[column] = "" if column == WHICH and text == value else text
    return made


def showed(row: Mapping[str, str], longest: int) -> dict[str, str]:
    """What has to be remembered of a row, to tell an edit: the answers as they stood, and a mark of the rest."""
    answers = {name: row[name][:longest] for name in EDITABLE if row[name]}
    return answers | {name: mark(row[name][:longest]) for name in FIXED}


def mark(text: str) -> str:
    """The same for two texts with the same letters and digits: an office program may change what is between them."""
    return digest("".join(re.findall(r"\w", text)))[:6]


def named(value: str, called: Called) -> str:
    """`gemeente:gm0344` -> `Utrecht (gemeente:gm0344)`."""
    if not ID.fullmatch(value):
        return value
    name = called(value)
    return value if name == value else f"{name} ({value})"


def _what(fact: Fact, called: Called) -> str:
    """The fields without those that have a column of their own, in words."""
    velden = dict(fact.velden)
    ends = {"van", "naar"} if fact.soort == "relatie" else set()
    own = {*fields_of(fact).values(), "organisatie_vorm", "id"} - ends
    title = next((str(velden[name]) for name in ("naam", "titel") if isinstance(velden.get(name), str)), "")
    rest = [
        f"{name}: {_words(value, called)}"
        for name, value in velden.items()
        if name not in own and name not in ("naam", "titel") and value not in (None, "", [])
    ]
    return "; ".join(filter(None, [title, *rest]))


def _words(value: Any, called: Called) -> str:
    if isinstance(value, list):
        return ", ".join(_words(item, called) for item in value)
    if isinstance(value, dict):
        return " ".join(_words(item, called) for item in value.values())
    return named(value, called) if isinstance(value, str) else str(value)
