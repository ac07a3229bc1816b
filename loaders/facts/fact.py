"""A fact: one claim with the passages it rests on. The names of the fields are those of voorstel.json.

soort + velden   what is claimed; ids in velden are ids of things
bewijs           where it stands, verbatim
vraag            what only a person can answer; a fact with a question is never "ja" by itself
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.contents.existing import as_text
from graph.domain import first_spelling
from graph.domain.marks import Filter
from graph.domain.reader import Model, NodeType, RelationshipType
from graph.dutch.collation import fold, slug
from loaders.documents.document import HASH_LENGTH, digest

EXISTS = "bestaan"
RECORD_RULE = "record"
ABOUT = ("soort", "bronnen", "zekerheid")
"""Fields of a record that say something of the record itself, not of what it is about."""
NEW = "kent de graaf nog niet"
"""Why a candidate is none of the things we know."""
WHO = "Wie is"
"""How a question begins about somebody of whom a page says nothing but the name."""
ENDED = "voormalig"
"""The `toestand` of a function that somebody had."""
ROLES = {"rol": "WERKT_BIJ", "lid": "LID_VAN"}


@dataclass(frozen=True)
class Evidence:
    document: str
    van: int
    tot: int
    citaat: str


@dataclass(frozen=True)
class Candidate:
    """An answer that a question offers; `reden` says why, as the end of a sentence: "staat in dezelfde zin"."""

    id: str
    naam: str
    reden: str


@dataclass
class Fact:
    id: str
    soort: str
    velden: dict[str, Any]
    bewijs: list[Evidence] = field(default_factory=list)
    zekerheid: float = 1.0
    regel: str = ""
    vraag: str | None = None
    stand: str = "nieuw"
    besluit: str = "ja"
    gelezen: dict[str, Any] | None = None
    """The fields as they were read, before a person or an earlier decision put them right."""
    kandidaten: list[Candidate] = field(default_factory=list)
    """At which organisation a function most likely is, the likeliest first and filled in."""


class Claim(NamedTuple):
    """What a fact says in three words. The same three words are the same fact, whatever document says them."""

    onderwerp: str
    gezegde: str
    voorwerp: str | None


class Tie(NamedTuple):
    """The relationship a fact claims."""

    type: RelationshipType
    source: str
    target: str
    properties: dict[str, Any]


def fact(model: Model, soort: str, velden: dict[str, Any], **rest: Any) -> Fact:
    made = Fact("", soort, velden, **rest)
    made.id = fact_id(model, made)
    return made


def fact_id(model: Model, made: Fact) -> str:
    said = claim(model, made)
    return "feit:" + digest("\x1f".join((made.soort, said.onderwerp, said.gezegde, said.voorwerp or "")))[:HASH_LENGTH]


def only_said(made: Fact) -> bool:
    """Whether this is kept as the passage says it, and makes nothing in the graph: a quotation, a date in a sentence,
    a function at nobody knows which organisation, a thing that nobody chose an id for. The question beside it asks.
    """
    velden = made.velden
    if made.soort in ("citaat", "datum"):
        return True
    if made.vraag is not None or made.soort == "relatie" or "eigenschap" in velden:
        return False
    return not velden.get("organisatie") if made.soort in ROLES else "id" in velden and velden["id"] is None


def claim(model: Model, made: Fact) -> Claim:
    velden = made.velden
    bound = tie(model, made)
    if bound:
        return Claim(bound.source, bound.type.name, target_key(bound))
    if "eigenschap" in velden:
        value = velden.get("waarde")
        return Claim(velden["id"], velden["eigenschap"], value if isinstance(value, str) else as_text({"": value}))
    return Claim(str(velden.get("id") or velden.get("naam") or ""), EXISTS, None)


def target_key(bound: Tie) -> str:
    """The far end, and the words that tell two relationships between the same ends apart (the functie of a role)."""
    words = [fold(str(bound.properties.get(p.name) or "")) for p in telling(bound.type)]
    return "|".join([bound.target, *words]) if any(words) else bound.target


def telling(edge: RelationshipType) -> list[Any]:
    return [p for p in edge.properties.values() if p.kind == "String" and p.mark(Filter) is not None]


def tie(model: Model, made: Fact) -> Tie | None:
    velden = made.velden
    if made.soort in ROLES:
        edge = model.relationships[ROLES[made.soort]]
        # an organisation nobody could place yet is told apart by how it was written
        source, target = (
            person_id(str(velden["persoon"])),
            velden.get("organisatie") or velden.get("organisatie_vorm") or "",
        )
    elif made.soort == "relatie":
        edge = model.relationships[velden["relatie"]]
        source, target = velden["van"], velden["naar"]
    else:
        return None
    properties = edge_values(edge, velden, made.soort)
    return Tie(edge, source, target, properties)


def edge_values(edge: RelationshipType, velden: dict[str, Any], soort: str) -> dict[str, Any]:
    """What the fact says about the relationship. In a `relatie`, van and naar are the ends; a period is vanaf, tot."""
    renamed = {"van": "vanaf"} if soort == "relatie" else {}
    values = {name: velden.get(renamed.get(name, name)) for name in edge.properties}
    return {name: value for name, value in values.items() if value is not None}


def edge_id(model: Model, bound: Tie) -> str:
    """The id of the fact that states this relationship on its own."""
    soort = next((s for s, name in ROLES.items() if name == bound.type.name), "relatie")
    said = (soort, bound.source, bound.type.name, target_key(bound))
    return "feit:" + digest("\x1f".join(said))[:HASH_LENGTH]


def passage_id(proof: Evidence, fact: str) -> str:
    document, said = first_spelling.first(proof.document), first_spelling.first(fact)
    return "vermelding:" + digest(f"{document}\x1f{proof.van}\x1f{proof.tot}\x1f{said}")[:HASH_LENGTH]


def person_id(name: str) -> str:
    return name if name.startswith("persoon:") else f"persoon:{slug(name)}"


def identify(node: NodeType, values: dict[str, Any], ends: dict[str, str]) -> str | None:
    """The id of a thing that comes without one: its code, the name, or the ends it cannot do without.

    `{"gemeente": "gemeente:gm0034", "oplossing": "oplossing:jpf"}` -> `toepassing:gm0034-jpf`
    """
    code = next((values[p.name] for p in node.properties.values() if p.name == "code" and p.name in values), None)
    if code:
        return f"{node.prefix}:{str(code).lower()}"
    if node.naming and values.get(node.naming.name):
        made = slug(str(values[node.naming.name]))
        return f"{node.prefix}:{made}" if made else None
    parts = [key.partition(":")[2] for _, key in sorted(ends.items())]
    return f"{node.prefix}:{'-'.join(parts)}" if parts else None
