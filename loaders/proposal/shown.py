"""What a row of the workbook shows: of a fact, and of a question that answers several facts at once."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from loaders.facts.fact import ROLES, Fact
from loaders.proposal.matters import Matter
from loaders.proposal.proposal import STANDS, Proposal

ID = re.compile(r"\b[a-z]+:[a-z0-9][a-z0-9-]*")
TOGETHER = "samen"
"""What stands in the column soort of a question that answers several facts at once."""


class Column(NamedTuple):
    name: str
    width: int


COLUMNS = (
    Column("nr", 5), Column("besluit", 9), Column("soort", 12), Column("wat", 40), Column("persoon", 22),
    Column("functie", 26), Column("organisatie", 34), Column("vanaf", 11), Column("tot", 11), Column("vraag", 44),
    Column("zekerheid", 9), Column("citaat", 60), Column("document", 22), Column("plaats", 20), Column("regel", 20),
    Column("opmerking", 24), Column("id", 24),
)  # fmt: skip
PLACE = {column.name: i for i, column in enumerate(COLUMNS)}
EDITABLE = ("persoon", "functie", "organisatie", "vanaf", "tot")
FIELDS: dict[str, dict[str, str]] = {
    "persoon": {"persoon": "naam"},
    "organisatie": {"organisatie": "naam"},
    "relatie": {"vanaf": "vanaf", "tot": "tot"},
    **{soort: dict(zip(EDITABLE, ("persoon", "functie", "organisatie", "van", "tot"), strict=True)) for soort in ROLES},
}
"""For each kind of fact the field that a column fills."""
ORDER = ("vervalt", "minder_bewijs", "nieuw", "bevestigd", "eerder_afgewezen")

Called = Callable[[str], str]


def decisions(proposal: Proposal, called: Called, places: Mapping[str, str]) -> list[dict[str, Any]]:
    """The questions that answer several facts first, then the facts, those with a question before the others."""
    facts = {fact.id: fact for fact in proposal.feiten}
    together = [_joined(number, each, facts, proposal, called) for number, each in enumerate(proposal.samen, 1)]
    numbers = {key: row["nr"] for each, row in zip(proposal.samen, together, strict=True) for key in each.feiten}
    return [
        *together,
        *(
            _row(number, fact, proposal, called, places, numbers.get(fact.id))
            for number, fact in enumerate(_ordered(proposal), len(together) + 1)
        ),
    ]


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
    who = [_member(facts[key].velden, called) for key in matter.feiten]
    return {
        **dict.fromkeys(PLACE, ""), "nr": str(number), "besluit": matter.besluit, "soort": TOGETHER,
        "wat": "; ".join(who), "organisatie": named(matter.organisatie, called) if matter.organisatie else "",
        "vraag": matter.vraag,
        "document": _files(proposal).get(matter.document, matter.document), "id": matter.id,
    }  # fmt: skip


def _member(velden: Mapping[str, Any], called: Called) -> str:
    if "persoon" in velden:
        return f"{named(str(velden['persoon']), called)} – {velden.get('functie') or 'lid'}"
    if "gemeente" in velden:
        return f"{named(str(velden['gemeente']), called)} – {velden.get('status')}"
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
    """What the columns that may be edited show of a fact."""
    made = dict.fromkeys(EDITABLE, "")
    for column, name in FIELDS.get(fact.soort, {}).items():
        value = fact.velden.get(name)
        if name == "organisatie" and value is None:
            value = fact.velden.get("organisatie_vorm")
        made[column] = named(value, called) if isinstance(value, str) else ""
    return made


def named(value: str, called: Called) -> str:
    """`gemeente:gm0344` -> `Utrecht (gemeente:gm0344)`."""
    if not ID.fullmatch(value):
        return value
    name = called(value)
    return value if name == value else f"{name} ({value})"


def _what(fact: Fact, called: Called) -> str:
    """The fields without those that have a column of their own, in words."""
    velden = dict(fact.velden)
    own = {*FIELDS.get(fact.soort, {}).values(), "organisatie_vorm"}
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
