"""What a picture shows, as a question that anybody can ask: made of the registered questions that the page asks."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote

from graphql import FieldNode, FragmentDefinitionNode, FragmentSpreadNode, Node, parse
from graphql.language import print_ast

from opdeplank.graphql.registered import Registered, by_name, registered
from opdeplank.pages.explore.nearby_things import Omgeving

STEPS = 6
MOST_RELATIONS = 30
"""Lists in one question: each is a part for the database, and of those one may ask forty."""
BARE = "__typename id weergavenaam"
UNSEEN = {"aantal", "status", "functie", "tot"}
"""What a list shows of a neighbour and a picture does not."""
PATHS = f"""paden(van: %s, naar: %s, maxStappen: {STEPS}, first: 3) {{
  lengte uitleg stappen {{ soort van {{ {BARE} }} naar {{ {BARE} }} }}
}}"""
ORDERS = {"Oplossing": "AANTAL_TOEPASSINGEN", "Knelpunt": "AANTAL_OPLOSSINGEN"}
"""By what the API can put neighbours of a kind in order: who has most first."""


def operation(kind: str) -> Registered | None:
    """The registered question for the neighbours of a kind, by the first part of an id."""
    return next((r for r in registered().values() if r.file == f"verken-{kind}"), None)


def pictures(things: Sequence[Omgeving], to: str = "") -> list[str]:
    """The questions that together give exactly what is drawn: these things with the neighbours they have, and the paths
    from the first to `to`. Mostly one; several when one would ask more than one may."""
    wanted: dict[str, dict[str, None]] = {}
    for thing in things:
        wanted.setdefault(_kind(thing.id), {}).update(dict.fromkeys(r.veld for r in thing.relaties))
    paths = PATHS % (json.dumps(things[0].id), json.dumps(to)) if to else ""
    parts = _parts({kind: list(fields) for kind, fields in wanted.items()})
    return [_question(things, part, paths if part is parts[0] else "") for part in parts]


def _parts(wanted: Mapping[str, list[str]]) -> list[dict[str, list[str]]]:
    """Kinds together as long as their relations fit in one question."""
    parts: list[dict[str, list[str]]] = [{}]
    for kind, fields in wanted.items():
        if sum(map(len, parts[-1].values())) + len(fields) > MOST_RELATIONS and parts[-1]:
            parts.append({})
        parts[-1][kind] = fields
    return parts


def _question(things: Sequence[Omgeving], part: Mapping[str, list[str]], paths: str) -> str:
    ids = json.dumps([thing.id for thing in things if _kind(thing.id) in part])
    inner = " ".join(
        f"... on {_main(kind).type_condition.name.value} {{ {_bare(kind, f)} }}" for kind, f in part.items()
    )
    return (
        print_ast(parse(f"query beeld {{ nodes(ids: {ids}) {{ ... on Entiteit {{ {BARE} }} {inner} }} {paths} }}"))
        + "\n"
    )


def _bare(kind: str, fields: Iterable[str]) -> str:
    found = [_without(_field(_main(kind), field)) for field in fields]
    return " ".join(found) or "id"


def _without(node: FieldNode) -> str:
    """A field with nothing but the names of what it leads to."""
    given = ", ".join(map(print_ast, node.arguments or ()))
    inner = dict.fromkeys(
        BARE if isinstance(each, FragmentSpreadNode) else _without(each)
        for each in _inside(node)
        if isinstance(each, FragmentSpreadNode) or (isinstance(each, FieldNode) and each.name.value not in UNSEEN)
    )
    return node.name.value + (f"({given})" if given else "") + (f" {{ {' '.join(inner)} }}" if inner else "")


def graphiql(text: str, variables: str = "") -> str:
    """The address that opens a question in GraphiQL, below the address of the service."""
    return f"/graphiql?query={quote(text)}" + (f"&variables={quote(variables)}" if variables else "")


@lru_cache(256)
def one_relation(kind: str, field: str, by_count: bool) -> str:
    """The question for one relation, page by page in both directions; `kind` is the first part of an id."""
    main = _main(kind)
    node = _field(main, field)
    order = [a for a in node.arguments or () if a.name.value == "sorteer"]
    given = [print_ast(a) for a in order]
    if by_count and (name := counted(kind, field)):
        given = [f"sorteer: [{{ veld: {name}, richting: AFLOPEND }}]"]
    given += ["first: $first", "after: $after", "last: $last", "before: $before"]
    page = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    inner = " ".join(print_ast(each) for each in _inside(node))
    on = main.type_condition.name.value
    needed = "\n".join(fragments(kind)[name] for name in _spreads(node))
    return (
        "query buren($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n"
        f"  node(id: $id) {{ __typename ... on {on} {{ {field}({', '.join(given)}) "
        f"{{ {inner} {page} }} }} }}\n}}\n{needed}\n"
    )


def asked(kind: str) -> frozenset[str]:
    """The relations of a kind that are asked for: what has something in it."""
    selections = _main(kind).selection_set.selections
    return frozenset(f.name.value for f in selections if isinstance(f, FieldNode) and f.selection_set)


def listed(kind: str) -> frozenset[str]:
    """The relations of a kind that are lists, and so have pages."""
    selections = _main(kind).selection_set.selections
    return frozenset(f.name.value for f in selections if isinstance(f, FieldNode) and f.arguments)


def counted(kind: str, field: str) -> str | None:
    """By what this relation can be put in order by the API, when who has most must come first."""
    spreads = _spreads(_field(_main(kind), field))
    direct = [name.removeprefix("buur") for name in spreads]
    return ORDERS.get(direct[0]) if direct and field in ("oplossingen", "knelpunten") else None


def _kind(key: str) -> str:
    return key.partition(":")[0]


def _main(kind: str) -> FragmentDefinitionNode:
    return _definitions(kind)[f"{kind}MetBuren"]


def _definitions(kind: str) -> dict[str, FragmentDefinitionNode]:
    document = parse(by_name(f"verken-{kind}").text)
    return {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}


def fragments(kind: str) -> dict[str, str]:
    """The texts by name that the registered question for a kind is made of."""
    return {name: print_ast(definition) for name, definition in _definitions(kind).items()}


def _field(main: FragmentDefinitionNode, name: str) -> FieldNode:
    return next(f for f in main.selection_set.selections if isinstance(f, FieldNode) and f.name.value == name)


def _spreads(node: Node) -> list[str]:
    """The fragments that a field leans on."""
    return list(dict.fromkeys(_names(node)))


def _names(node: Node) -> Iterable[str]:
    if isinstance(node, FragmentSpreadNode):
        yield node.name.value
    for each in _inside(node):
        yield from _names(each)


def _inside(node: Node) -> Sequence[Node]:
    inner = getattr(node, "selection_set", None)
    return tuple(inner.selections) if inner else ()
