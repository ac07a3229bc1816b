"""Random valid operations over the printed schema, the same for the same seed.

    operation = Generator(Random(7), dump).operation()
    operation.query               text with aliases, fragments, directives, filters, orders and pages
    operation.values(random)      values for its variables; again and again, so that one shape is asked in many ways
    operation.pages               variables that take a cursor, and where in the answer that cursor stands

An object field costs one of `room`, so that a statement stays small enough to plan in a test.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
)

from tests.inputs import Values, literal
from tests.plain.dump import Dump
from tests.plain.resolvers import answers, schema

Kind = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType
Path = tuple[str, ...]


@dataclass
class Variable:
    """Its type, a new value each time, and sometimes a default in the text."""

    kind: GraphQLInputType
    value: Callable[[Random], Any]
    default: Any = None
    has_default: bool = False

    def declared(self, name: str) -> str:
        return f"${name}: {self.kind}" + (f" = {literal(self.default, self.kind)}" if self.has_default else "")


@dataclass
class Operation:
    query: str
    variables: dict[str, Variable]
    pages: list[tuple[str, Path]]

    def values(self, random: Random) -> dict[str, Any]:
        """What to send; a variable with a default is left out now and then."""
        sent = {n: v.value(random) for n, v in self.variables.items() if not (v.has_default and random.random() < 0.5)}
        return sent | {name: None for name, _ in self.pages if random.random() < 0.3}

    def turned(self, values: dict[str, Any], data: Any) -> dict[str, Any]:
        """The same values, with cursors out of the answer."""
        found = {name: at(data, path) for name, path in self.pages}
        return {**values, **{name: cursor for name, cursor in found.items() if cursor}}


def at(data: Any, path: Path) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


@dataclass
class Generator:
    random: Random
    dump: Dump
    room: int = 7
    variables: dict[str, Variable] = field(default_factory=dict)
    fragments: list[str] = field(default_factory=list)
    pages: list[tuple[str, Path]] = field(default_factory=list)
    counter: int = 0

    def __post_init__(self) -> None:
        self.values = Values(self.dump)

    def operation(self, *roots: str) -> Operation:
        """With these root fields to choose from; with any when none is named."""
        query = schema().query_type
        assert query is not None
        roots = roots or tuple(name for name in query.fields if answers(query.name, name))
        fields = [
            self.field(name, query.fields[name], 4, (), unique=True)
            for name in self.random.choices(roots, k=self.random.choice((1, 1, 2, 3)))
        ]
        declared = ", ".join(v.declared(n) for n, v in self.variables.items())
        text = f"query generated{f'({declared})' if declared else ''} {{ {' '.join(fields)} }}\n"
        return Operation(text + "\n".join(self.fragments), self.variables, self.pages)

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    def fresh(self, prefix: str) -> str:
        self.counter += 1
        return f"{prefix}{self.counter}"

    # -- selections

    def wanted(self, kind: Kind, depth: int) -> list[str]:
        """The fields to choose from: what ordinary resolvers can answer, without objects when there is no room."""
        found = {n: f for n, f in kind.fields.items() if answers(kind.name, n)}
        return [n for n, f in found.items() if is_leaf_type(get_named_type(f.type)) or depth and self.room > 0]

    def selection(self, kind: Kind, depth: int, path: Path | None) -> str:
        """`path` is where it stands in the answer, when no list is in between."""
        if isinstance(kind, GraphQLUnionType):
            return self.union(kind, depth)
        wanted = self.wanted(kind, depth)
        names = self.random.sample(wanted, min(len(wanted), self.random.choice((1, 2, 3, 4))))
        parts = [self.field(n, kind.fields[n], depth, path, unique=False) for n in names]
        if self.chance(0.15):
            parts.append("__typename")
        if isinstance(kind, GraphQLInterfaceType):
            parts += self.per_type(kind, depth)
        elif self.chance(0.2):
            parts = self.wrapped(kind, parts)
        self.random.shuffle(parts)
        return "{ " + " ".join(parts) + " }"

    def union(self, kind: GraphQLUnionType, depth: int) -> str:
        """What its types share by way of their interface, and what only some of them have."""
        shared = schema().get_type("Entiteit")
        assert isinstance(shared, GraphQLInterfaceType)
        return f"{{ ... on Entiteit {self.selection(shared, depth, None)} {' '.join(self.per_type(kind, depth))} }}"

    def per_type(self, kind: GraphQLInterfaceType | GraphQLUnionType, depth: int) -> list[str]:
        """Fragments on some of the types of an abstract type; what only they have gets a key of its own."""
        shared = kind.fields if isinstance(kind, GraphQLInterfaceType) else {}
        possible = [t for t in schema().get_possible_types(kind) if t.name in KINDS]
        made = []
        for concrete in self.random.sample(possible, min(len(possible), self.random.choice((0, 1, 2, 3)))):
            wanted = self.wanted(concrete, depth)
            names = self.random.sample(wanted, min(len(wanted), 2))
            fields = [self.field(n, concrete.fields[n], depth, None, unique=n not in shared) for n in names]
            made.append(f"... on {concrete.name} {{ {' '.join(fields)} }}")
        return made

    def leaf(self, found: GraphQLField) -> bool:
        return is_leaf_type(get_named_type(found.type))

    def wrapped(self, kind: Kind, parts: list[str]) -> list[str]:
        """The same fields by way of a fragment: inline or named, on the type or without saying so."""
        if self.chance(0.5):
            return [f"... {f'on {kind.name} ' if self.chance(0.7) else ''}{{ {' '.join(parts)} }}"]
        name = self.fresh("f")
        self.fragments.append(f"fragment {name} on {kind.name} {{ {' '.join(parts)} }}")
        return [f"...{name}{self.condition()}"]

    def field(self, name: str, found: GraphQLField, depth: int, path: Path | None, unique: bool) -> str:
        kind = get_named_type(found.type)
        if not is_leaf_type(kind):
            self.room -= 1
        key = self.fresh(f"{name}_") if unique or found.args or self.chance(0.1) else name
        here = None if path is None else (*path, key)
        given = self.arguments(found.args, here)
        shown = (f"{key}: " if key != name else "") + name + (f"({given})" if given else "") + self.condition()
        if is_leaf_type(kind):
            return shown
        inner = here if not self.listed(found) else None
        if "pageInfo" in kind.fields:
            return f"{shown} {self.connection(kind, depth, inner)}"
        return f"{shown} {self.selection(kind, depth - 1, inner)}"

    def listed(self, found: GraphQLField) -> bool:
        kind = found.type.of_type if isinstance(found.type, GraphQLNonNull) else found.type
        return isinstance(kind, GraphQLList)

    def connection(self, kind: GraphQLObjectType, depth: int, path: Path | None) -> str:
        """Some of edges, nodes, aantal, facets and groups; and where the page is, when somebody wants to turn it."""
        parts = []
        if "nodes" in kind.fields and self.chance(0.7):
            parts.append(f"nodes {self.selection(get_named_type(kind.fields['nodes'].type), depth - 1, None)}")
        if self.chance(0.5):
            edge = get_named_type(kind.fields["edges"].type)
            own = [n for n in edge.fields if self.leaf(edge.fields[n])]
            shown = self.random.sample(own, self.random.randint(1, len(own)))
            for name in ("herkomst", "fragmenten"):
                if name in edge.fields and self.chance(0.3):
                    shown.append(self.field(name, edge.fields[name], depth - 1, None, unique=False))
            if self.chance(0.5):
                shown.append(f"node {self.selection(get_named_type(edge.fields['node'].type), depth - 1, None)}")
            parts.append(f"edges {{ {' '.join(shown)} }}")
        if self.chance(0.4) or not parts:
            parts.append("aantal")
        parts.append("pageInfo { hasNextPage hasPreviousPage startCursor endCursor }")
        if "facetten" in kind.fields and self.chance(0.2):
            parts.append(self.counted(kind))
        self.random.shuffle(parts)
        return "{ " + " ".join(parts) + " }"

    def counted(self, kind: GraphQLObjectType) -> str:
        enum = get_named_type(kind.fields["facetten"].args["velden"].type)
        assert isinstance(enum, GraphQLEnumType)
        names = " ".join(self.random.sample([*enum.values], self.random.randint(1, min(2, len(enum.values)))))
        if "groepeer" in kind.fields and self.chance(0.5):
            total = f" aantalGroepen(op: [{names}])" if self.chance(0.5) else ""
            return f"groepeer(op: [{names}]) {{ sleutels labels aantal gemiddeldAantalToepassingen }}{total}"
        total = " aantal" if self.chance(0.5) else ""
        return f"facetten(velden: [{names}]) {{ veld{total} waarden(first: 5) {{ sleutel id label aantal }} }}"

    def condition(self) -> str:
        if not self.chance(0.04):
            return ""
        word = self.random.choice(("skip", "include"))
        if self.chance(0.3):
            return f" @{word}(if: {self.random.choice(('true', 'false'))})"
        return f" @{word}(if: {self.variable(GraphQLNonNull(GraphQLBoolean), lambda random: random.random() < 0.5)})"

    # -- arguments

    def variable(self, kind: GraphQLInputType, value: Callable[[Random], Any], default: bool = False) -> str:
        name = self.fresh("v")
        self.variables[name] = Variable(kind, value, value(self.random) if default else None, default)
        return f"${name}"

    def arguments(self, args: dict[str, GraphQLArgument], path: Path | None) -> str:
        given: dict[str, str] = {}
        if "last" in args and self.chance(0.25):
            given["last"] = self.sized()
            self.cursor(given, "before", path, "startCursor")
        elif "first" in args:
            if self.chance(0.8):
                given["first"] = self.sized()
            self.cursor(given, "after", path, "endCursor")
        for name, arg in args.items():
            if name in ("first", "last", "after", "before") or not (
                isinstance(arg.type, GraphQLNonNull) or self.chance(0.4)
            ):
                continue
            given[name] = self.argument(name, arg)
        return ", ".join(f"{name}: {value}" for name, value in given.items())

    def sized(self) -> str:
        size = lambda random: random.choice((0, 1, 1, 2, 3, 5, 20))  # noqa: E731
        return self.variable(GraphQLInt, size, self.chance(0.3)) if self.chance(0.6) else str(size(self.random))

    def cursor(self, given: dict[str, str], word: str, path: Path | None, end: str) -> None:
        if path is not None and self.chance(0.7):
            name = self.fresh("c")
            self.variables[name] = Variable(GraphQLString, lambda random: None)
            self.pages.append((name, (*path, "pageInfo", end)))
            given[word] = f"${name}"

    def argument(self, name: str, arg: GraphQLArgument | GraphQLInputField) -> str:
        """In the text, as a variable, or in the text with variables inside."""
        make = self.values.maker(name, arg.type)
        kind = get_named_type(arg.type)
        # which fields of an input are there decides the statement: as a whole it is a variable now and then only
        if self.chance(0.15 if isinstance(kind, GraphQLInputObjectType) and not kind.is_one_of else 0.5):
            return self.variable(arg.type, make, self.chance(0.3) and not isinstance(arg.type, GraphQLNonNull))
        value = make(self.random)
        if isinstance(kind, GraphQLInputObjectType) and isinstance(value, dict) and not kind.is_one_of:
            return self.mixed(kind, value)
        return literal(value, arg.type)

    def mixed(self, kind: GraphQLInputObjectType, value: dict[str, Any]) -> str:
        """An input object in the text, some of whose fields are variables."""
        shown = []
        for name, inner in value.items():
            made = kind.fields[name]
            if self.chance(0.3):
                maker = self.values.maker(name, made.type, kind.name)
                shown.append(f"{name}: {self.variable(made.type, maker)}")
            else:
                shown.append(f"{name}: {literal(inner, made.type)}")
        return "{" + ", ".join(shown) + "}"


KINDS = frozenset(
    "Gemeente Departement Organisatie Persoon Traject Thema Knelpunt Oplossing Toepassing Wet Beleidskader "
    "Uitvoeringsprogramma Voortgang Criterium Bron Vermelding Feit Lading".split()
)
