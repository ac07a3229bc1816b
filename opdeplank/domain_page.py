"""The page docs/domein.md, written from the declarations: `make domein`. A test fails while it is stale."""

import sys
from collections.abc import Iterator

from graph.domain.provenance import MODEL
from graph.domain.reader import Model, NodeType, Property
from schema.compile.handmade import HANDMADE, Handmade

INTRODUCTION = """# Wat er in de graaf staat

Deze pagina wordt gemaakt uit de beschrijving van het domein (`graph/domain/declaration.py` en
`graph/domain/provenance.py`). Verander hem niet met de hand: doe `make domein`.

Elk ding heeft een `id` zoals `gemeente:gm0153`, een `weergavenaam`, een `publicatieStatus` en zijn `herkomst`:
de passages waar het uit blijkt. Een veld met een `?` kan onbekend zijn. Hoe je dit in een bestand schrijft, staat in
[wat er in een bestand kan staan](handleiding/kolommen.md).
"""


def render(model: Model) -> str:
    return "\n".join([INTRODUCTION, *_types(model), *_relations(model)])


def _types(model: Model) -> Iterator[str]:
    own = {p for node in model.nodes.values() if node.is_entity for p in node.properties}
    shared = own.intersection(*(node.properties for node in model.nodes.values() if node.is_entity))
    for node in model.nodes.values():
        yield f"## {node.name}\n"
        yield f"{node.description}\n"
        yield from _properties(node, shared)


def _properties(node: NodeType, shared: set[str]) -> Iterator[str]:
    shown = [p for p in node.properties.values() if p.public and (p.name not in shared or not node.is_entity)]
    told = [row for row in HANDMADE if row.owner in (node.name, *node.labels[1:]) and not row.pages]
    if shown or told:
        yield "| veld | type | wat het is |\n|---|---|---|"
        yield from (f"| `{p.name}` | {_kind(p)} | {_cell(p.description)} |" for p in shown)
        yield from (f"| `{row.name}` | {_told(row)} | {_cell(row.description)} |" for row in told)
        yield ""


def _told(row: Handmade) -> str:
    return f"lijst van {row.result}" if row.many else row.result + ("" if row.required else "?")


def _kind(prop: Property) -> str:
    kind = prop.enum.__name__ if prop.enum else prop.records.__name__ if prop.records else prop.kind
    return (f"lijst van {kind}" if prop.many else kind) + ("" if prop.required else "?")


def _relations(model: Model) -> Iterator[str]:
    yield "## Relaties\n"
    yield "| relatie | van | naar | wat het zegt | met |\n|---|---|---|---|---|"
    for each in model.relationships.values():
        if not each.is_view:
            properties = ", ".join(f"`{p.name}`" for p in each.properties.values() if p.public)
            ends = f"{', '.join(each.sources)} | {', '.join(each.targets)}"
            yield f"| `{each.name}` | {ends} | {_cell(each.description)} | {properties} |"
    yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(render(MODEL))
