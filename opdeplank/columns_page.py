"""The page docs/handleiding/kolommen.md: what a file may say of each kind of thing, from the model: `make domein`.

A test fails while it is stale.
"""

import sys
from collections.abc import Iterator

from graph.domain.marks import Shape, Sleutel
from graph.domain.provenance import MODEL
from graph.domain.reader import Model, NodeType, Property, Relation, RelationshipType, properties_of
from loaders.facts.fact import ROLES
from loaders.records.relationships import SINCE
from loaders.records.things import relation_fields, writable

INTRODUCTION = """# Wat er in een bestand kan staan

Deze pagina wordt gemaakt uit de beschrijving van het domein. Verander hem niet met de hand: doe `make domein`.
Hele voorbeelden staan in [documenten laden](laden.md).

In een tabel (csv, xlsx) is elke naam een kolom. In yaml en json is elke naam een veld. Een veld heet in een bestand
precies zoals in de API en in [wat er in de graaf staat](../domein.md). Er is één uitzondering: de eerste dag van een
rol of relatie heet `vanaf`, want bij een relatie is `van` het begin ervan.

Deze namen kunnen overal staan:

| naam | wat erin hoort |
|---|---|
| `soort` | waar het over gaat: {kinds} |
| `id` | een eigen id, zoals `thema:schulden`; laat het weg, dan maakt het programma hem uit de naam |
| `publicatieStatus` | {status} |
| `zekerheid` | een getal van 0 tot 1; laat het weg als je het zeker weet |
| `bronnen` | {sources} |

Hoort er een ding bij, schrijf dan zijn id of zijn naam. Past een naam bij meer dingen, dan noemt het programma de ids.
Meer waarden in één cel scheid je met `|`.
"""
SOURCES = (
    "alleen in yaml en json: webpagina's waar het staat, elk met `url` en `zegt` (de passage), en als je wilt `titel`, "
    "`datum`, `soort` en `over` (de velden die erop rusten)"
)
COMMON = ("id", "publicatieStatus")
KINDS = {
    "String": "tekst", "Int": "een heel getal", "Float": "een getal, zoals 0.5", "Boolean": "ja of nee",
    "Date": "een dag: `2024-05-31`", "DateTime": "een tijdstip: `2024-05-31T09:00:00Z`",
    "URI": "een adres dat begint met `https://`", "GemeenteCode": "een CBS-code, zoals `GM0344`",
}  # fmt: skip


def render(model: Model) -> str:
    kinds = ", ".join(f"`{name}`" for name in (*(n.prefix for n in model.entities), *ROLES, "relatie"))
    status = _kind(next(iter(model.entities)).properties["publicatieStatus"])
    lines = [INTRODUCTION.format(kinds=kinds, status=status, sources=SOURCES)]
    for node in model.entities:
        lines += [f"## {node.prefix}\n", f"{node.description}\n", *_table(_thing(model, node))]
    return "\n".join([*lines, *_roles(model), *_relation(model)])


def _table(rows: Iterator[tuple[str, str, str, bool]]) -> Iterator[str]:
    yield "| naam | wat het is | wat erin hoort | nodig |\n|---|---|---|---|"
    yield from (
        f"| `{name}` | {_cell(about)} | {_cell(kind)} | {'ja' if must else ''} |" for name, about, kind, must in rows
    )
    yield ""


def _thing(model: Model, node: NodeType) -> Iterator[tuple[str, str, str, bool]]:
    for prop in node.properties.values():
        if writable(prop) and prop.public and prop.name not in COMMON:
            yield prop.name, prop.description, _kind(prop), prop is node.naming or prop.mark(Sleutel) is not None
    for name, relation in relation_fields(node).items():
        yield name, relation.field.description, _ends(model, relation), relation.field.shape is Shape.REQUIRED


def _kind(prop: Property) -> str:
    if prop.enum is not None:
        words = ", ".join(f"`{word}`" for word in prop.enum.__members__)
        return f"een of meer van {words}" if prop.many else f"een van {words}"
    if prop.records is not None:
        parts = ", ".join(f"`{name}`" for name in properties_of(prop.records))
        return f"alleen in yaml en json: een lijst met {parts}"
    return f"{KINDS[prop.kind]}, ook meer" if prop.many else KINDS[prop.kind]


def _ends(model: Model, relation: Relation) -> str:
    kinds = " of ".join(model.nodes[name].prefix for name in relation.targets)
    several = relation.field.shape is Shape.PAGE
    return f"{kinds}, ook meer" if several else kinds


def _roles(model: Model) -> Iterator[str]:
    for soort, name in ROLES.items():
        edge = model.relationships[name]
        yield f"## {soort}\n"
        yield f"{edge.description}\n"
        yield from _table(_role(model, edge))


def _role(model: Model, edge: RelationshipType) -> Iterator[tuple[str, str, str, bool]]:
    yield "persoon", "Wie het is", "een naam of een id", True
    bodies = " of ".join(model.nodes[target].prefix for target in edge.targets)
    yield "organisatie", "Waar het is", bodies, True
    for prop in edge.properties.values():
        yield SINCE if prop.name == "van" else prop.name, prop.description, _kind(prop), False


def _relation(model: Model) -> Iterator[str]:
    entities = {node.name for node in model.entities}
    found = [r for r in model.stored_relationships if r.sources[0] in entities]
    yield "## relatie\n"
    yield "Een relatie tussen twee dingen, bij haar naam. Meestal is een veld van een van de twee dingen makkelijker.\n"
    yield "| naam | wat het is |\n|---|---|"
    yield "| `relatie` | een van de namen hieronder |"
    yield "| `van` | waar de relatie begint |\n| `naar` | waar ze heen gaat |\n"
    yield "| relatie | van | naar | ook | wat ze zegt |\n|---|---|---|---|---|"
    for edge in found:
        own = ", ".join(f"`{SINCE if name == 'van' else name}`" for name in edge.properties)
        ends = " | ".join(", ".join(model.nodes[n].prefix for n in names) for names in (edge.sources, edge.targets))
        yield f"| `{edge.name}` | {ends} | {own} | {_cell(edge.description)} |"
    yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(render(MODEL))
