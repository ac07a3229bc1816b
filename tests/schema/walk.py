"""Questions about every type and every field of it in every place, generated from the model and the printed schema.

    node, nodes, one by its key, list, interface, edge and its properties, relation, evidence, total, filter (also
    within a relation), order, facet, group, look-ups, deferred fields, errors

Each is a column: a root field with an alias. Many columns go in one operation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    do_types_overlap,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

from graph.domain.provenance import MODEL
from graph.domain.reader import NodeType
from schema.fields.roots import ROOTS
from tests.plain.resolvers import schema
from tests.world.hidden import WORD

COLUMNS = 12
"""In one operation: few enough to plan quickly, many enough to be done soon."""


NESTED = 3
"""Of the conditions on a related thing one in so many: each is asked of its own list already."""


@dataclass(frozen=True)
class Column:
    """A root field: what it looks at, which is the type and field, and from which place. Those with the same `beside`
    go in operations of their own: of one thing after the other the same is asked, and planned once."""

    kind: str
    field: str
    place: str
    text: str
    beside: str = ""


def operations(columns: Iterable[Column]) -> Iterator[tuple[list[Column], str]]:
    """Columns as operations, in their order."""
    for _, alike in groupby(columns, key=lambda column: column.beside):
        while waiting := [*islice(alike, COLUMNS)]:
            yield waiting, written(waiting)


def written(columns: list[Column]) -> str:
    return "{ " + " ".join(f"c{i}: {column.text}" for i, column in enumerate(columns)) + " }"


class Walk:
    """`ids` are things to ask about, by type: some that everybody sees and all that is hidden."""

    def __init__(self, ids: dict[str, list[str]]) -> None:
        self.ids = ids

    def columns(self, first: str = "") -> Iterator[Column]:
        """All of them; those about one type before the others when it is named."""
        order = sorted(MODEL.nodes.values(), key=lambda node: node.name != first)
        for node in order:
            yield from self.by_id(node)
            yield from self.listed(node)
        for node in order:
            yield from self.fields(node)
        yield from self.look_ups()

    def by_id(self, node: NodeType) -> Iterator[Column]:
        ids = self.ids[node.name]
        for key in ids:
            yield Column(node.name, "id", "node", f'node(id: "{key}") {{ __typename id }}')
        keys = ", ".join(f'"{key}"' for key in ids)
        yield Column(node.name, "id", "nodes", f"nodes(ids: [{keys}]) {{ __typename id }}")
        if node.is_entity:
            for key in ids:
                named = f'{root_of(node)}(sleutel: {{id: "{key}"}})'
                yield Column(node.name, "id", "sleutel", f"{named} {{ id weergavenaam publicatieStatus }}")
                shared = "... on Entiteit { id weergavenaam versie herkomst { aantal } }"
                yield Column(node.name, "weergavenaam", "interface", f'node(id: "{key}") {{ {shared} }}')

    def fields(self, node: NodeType) -> Iterator[Column]:
        """Every field of the type, of things that everybody sees and of hidden ones."""
        kind = schema().type_map[node.name]
        assert isinstance(kind, GraphQLObjectType)
        asked = {
            name: f"{name}{selection(get_named_type(found.type), 1)}"
            for name, found in kind.fields.items()
            if not any(is_required_argument(a) for a in found.args.values())
        }
        for key in self.ids[node.name]:
            for name, text in asked.items():
                one = f'node(id: "{key}") {{ ... on {node.name} {{ {text} }} }}'
                yield Column(node.name, name, "veld", one, key)

    def listed(self, node: NodeType) -> Iterator[Column]:
        root = next((r for r in ROOTS if r.shape == "page" and r.target == node.name), None)
        if root is None:
            return
        field = schema().query_type.fields[root.name]  # type: ignore[union-attr]
        shown = "{ aantal nodes { id weergavenaam } pageInfo { endCursor hasNextPage } }"
        yield Column(node.name, "lijst", "lijst", f"{root.name}(first: 100) {shown}")
        yield Column(node.name, "lijst", "achteraan", f"{root.name}(last: 3) {shown}")
        for text in facets_of(field.type, root.name):
            yield Column(node.name, text, "facet", text)
        if "sorteer" in field.args:
            ordering = get_named_type(field.args["sorteer"].type)
            assert isinstance(ordering, GraphQLInputObjectType)
            words = get_named_type(ordering.fields["veld"].type)
            assert isinstance(words, GraphQLEnumType)
            for word in words.values:
                for way in ("OPLOPEND", "AFLOPEND"):
                    asked = f"(first: 100, sorteer: [{{veld: {word}, richting: {way}}}])"
                    yield Column(
                        node.name, word, "sorteer", f"{root.name}{asked} {{ edges {{ cursor node {{ id }} }} }}"
                    )
        if "filter" in field.args:
            kind = get_named_type(field.args["filter"].type)
            assert isinstance(kind, GraphQLInputObjectType)
            for text in self.filters(kind, 2):
                asked = f"(first: 100, filter: {{{text}}})"
                yield Column(node.name, text, "filter", f"{root.name}{asked} {{ aantal nodes {{ id }} }}")

    def filters(self, kind: GraphQLInputObjectType, depth: int) -> Iterator[str]:
        """One condition for every field of a filter, that what is hidden would meet or that leads to it."""
        for name, field in kind.fields.items():
            made = get_named_type(field.type)
            if name in ("en", "of", "niet"):
                continue
            if name == "id":
                ids = ", ".join(f'"{key}"' for key in self.ids.get(kind.name.removesuffix("Filter"), []))
                yield f"id: [{ids}]"
            elif isinstance(made, GraphQLInputObjectType):
                for text in self.condition(made, depth):
                    yield f"{name}: {{{text}}}"

    def condition(self, kind: GraphQLInputObjectType, depth: int) -> Iterator[str]:
        """Conditions of one input: of a relation each way to ask, of the far thing once."""
        names = set(kind.fields)
        if {"enige", "geen", "alle"} <= names:
            far = get_named_type(kind.fields["enige"].type)
            assert isinstance(far, GraphQLInputObjectType)
            inner = next(iter(self.filters(far, 0)), "")
            texts = ["", inner] if depth else [inner]
            yield from (f"{way}: {{{text}}}" for way in ("enige", "geen", "alle") for text in texts)
            if depth > 1:
                yield from (f"enige: {{{text}}}" for text in [*self.filters(far, depth - 1)][::NESTED])
        elif "bevat" in names:
            yield f'bevat: "{WORD[:6]}"'
        elif "min" in names and str(get_named_type(kind.fields["min"].type)) == "Int":
            yield "min: 1"
            yield "max: 1"
        elif "leeg" in names:
            yield "leeg: true"
            yield "leeg: false"
        elif "id" in names and depth:
            yield from self.filters(kind, 0)

    def look_ups(self) -> Iterator[Column]:
        """What is worked out: in words, by key, between two things, and what belongs to a thing. An unknown key refuses
        the whole operation, so where there is one it is asked by itself."""
        hit = "{ aantal edges { cursor score node { __typename ... on Entiteit { id weergavenaam } } } bedoeldeU }"
        for term in (WORD, "schulden wmo", f"{WORD[:-1]}x", "wonen zorg taal"):
            yield Column("Query", "zoek", "zoek", f'zoek(term: "{term}", first: 100) {hit}')
            facet = "{ facetten(velden: [SOORT]) { waarden { sleutel aantal } } }"
            yield Column("Query", "zoek", "zoekfacet", f'zoek(term: "{term}") {facet}')
        for term in (WORD[:4], "geh", "sch", "wo"):
            yield Column("Query", "suggesties", "suggesties", f'suggesties(term: "{term}", first: 50) {{ id tekst }}')
            yield Column("Query", "aantalSuggesties", "suggesties", f'aantalSuggesties(term: "{term}")')
        shelf = selection(schema().type_map["PasklaarConnection"], 1)
        for vraag in self.questions():
            yield Column("Query", "pasklaar", "pasklaar", f"pasklaar(invoer: {{vraag: {{{vraag}}}}}) {shelf}", vraag)
        for key in self.ids["Gemeente"]:
            asked = (
                f'invoer: {{vraag: {{thema: "thema:geld"}}, gemeente: {{id: "{key}"}}, uitsluitenAlInGebruik: false}}'
            )
            yield Column("Query", "pasklaar", "gemeente", f"pasklaar({asked}) {shelf}", key)
        way = selection(schema().type_map["Pad"], 2)
        ends = [keys[i] for keys in self.ids.values() for i in (0, -1) if keys[0].partition(":")[0] not in BESIDE]
        for a, b in zip(ends, [*ends[3:], *ends[:3]], strict=True):
            yield Column("Query", "paden", "pad", f'paden(van: "{a}", naar: "{b}", maxStappen: 3) {way}', a + b)
        for name, kind in (("themas", "Thema"), ("knelpunten", "Knelpunt"), ("partijen", "Gemeente")):
            for key in self.ids[kind]:
                judged = selection(schema().type_map["CriteriumOordeel"], 1)
                asked = f'invoer: {{titel: "Proef", omschrijving: "Hulp", {name}: ["{key}"]}}'
                yield Column(kind, name, "toets", f"trajectToets({asked}) {judged}", key)
        yield Column("Query", "stand", "telling", "stand { aantalEntiteiten versie }")

    def questions(self) -> Iterator[str]:
        for name, kind in (("knelpunt", "Knelpunt"), ("thema", "Thema")):
            yield from (f'{name}: "{key}"' for key in self.ids[kind])
        yield from (f'omschrijving: "{text}"' for text in (WORD, f"hulp bij {WORD}", "schulden", "wonen en zorg"))


BESIDE = {"bron", "vermelding", "feit", "lading", "wijziging"}


def root_of(node: NodeType) -> str:
    return next(r.name for r in ROOTS if r.shape == "one" and r.target == node.name)


def facets_of(kind: object, root: str) -> Iterator[str]:
    """Every facet and every group of a list."""
    made = get_named_type(kind)  # type: ignore[call-overload]
    assert isinstance(made, GraphQLObjectType)
    if "facetten" not in made.fields:
        return
    words = get_named_type(made.fields["facetten"].args["velden"].type)
    assert isinstance(words, GraphQLEnumType)
    for word in words.values:
        counted = "{ veld aantal waarden(first: 100) { sleutel label aantal } }"
        yield f"{root} {{ facetten(velden: [{word}]) {counted} }}"
        if "groepeer" in made.fields:
            yield f"{root} {{ aantalGroepen(op: [{word}]) groepeer(op: [{word}]) {{ sleutels labels aantal }} }}"


def selection(kind: object, depth: int) -> str:
    """What to ask of a value: all that is plain, and what lies so deep below it."""
    if is_leaf_type(kind):  # type: ignore[arg-type]
        return ""
    if isinstance(kind, GraphQLInterfaceType) or not isinstance(kind, GraphQLObjectType):
        return f" {{ {who(kind)} }}"
    parts = ["__typename"]
    inside = depth if kind.name.endswith(("Connection", "Edge")) else depth - 1
    for name, field in kind.fields.items():
        made = get_named_type(field.type)
        if any(is_required_argument(a) for a in field.args.values()):
            continue
        deep = isinstance(made, GraphQLObjectType) and made.name in MODEL.nodes and depth < 2
        if is_leaf_type(made):
            parts.append(name)
        elif inside > 0 and not deep and name not in SLOW:
            parts.append(f"{name}{selection(made, inside)}")
        elif name in ("node", "nodes"):
            parts.append(f"{name} {{ {who(made)} }}")
    return " { " + " ".join(parts) + " }"


def who(kind: object) -> str:
    """What tells which thing it is, as far as things of this kind have it: a fragment that never fits is refused, and
    the whole question with it."""
    fits = ["__typename"]
    for name, field in (("Entiteit", "id weergavenaam"), ("Node", "id")):
        if do_types_overlap(schema(), kind, schema().type_map[name]):  # type: ignore[arg-type]
            fits.append(f"... on {name} {{ {field} }}")
    return " ".join(fits)


SLOW = {"vergelijkbaar", "pasklaarElders", "verwant", "pasklaar", "samenhang", "criteria", "bellen", "gebruik"}
"""Worked out one by one: asked of a thing itself, not of everything below it."""
