"""The variables of a registered question, as an address gives them.

    ?sleutel.slug=jongeren-perspectief-fonds          {"sleutel": {"slug": "jongeren-perspectief-fonds"}}
    ?filter.rijpheid.in=BEPROEFD&filter.rijpheid.in=PASKLAAR
                                                      {"filter": {"rijpheid": {"in": ["BEPROEFD", "PASKLAAR"]}}}
    ?variables={"first":20}                           as /graphql takes them; what stands beside it goes before it

What a value must be, the schema says. A name that the question does not have is refused: a filter that is passed over
gives a file with too much in it.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from graphql import (
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLSchema,
    get_nullable_type,
    parse_type,
    type_from_ast,
)
from starlette.datastructures import QueryParams

from opdeplank.graphql.registered import Registered

TRUTHS = {"ja": True, "true": True, "nee": False, "false": False}
NUMBERS: Mapping[str, type] = {"Int": int, "Float": float}


class WrongParameter(Exception):
    """One line in Dutch that says which, and what it may be."""


def variables(
    schema: GraphQLSchema, operation: Registered, given: QueryParams, others: frozenset[str]
) -> dict[str, Any]:  # fmt: skip
    """The variables in these parameters; `others` are the parameters that are none. Raises WrongParameter."""
    found = _together(given.get("variables") or "{}")
    kinds = {each.name: type_from_ast(schema, parse_type(each.type)) for each in operation.declared}
    for name in dict.fromkeys(given.keys()):
        if name in others or name == "variables":
            continue
        first, *path = name.split(".")
        if first not in kinds:
            known = ", ".join(sorted(kinds)) or "geen"
            raise WrongParameter(f"'{name}' kent deze vraag niet. Ze heeft deze variabelen: {known}.")
        _put(found, [first, *path], _value(name, path, kinds[first], given.getlist(name)))  # type: ignore[arg-type]
    if unknown := found.keys() - kinds.keys():
        raise WrongParameter(f"'{min(unknown)}' in `variables` kent deze vraag niet.")
    return found


def _together(text: str) -> dict[str, Any]:
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise WrongParameter("`variables` is geen JSON. Zet er een JSON-object in.") from None
    if not isinstance(found, dict):
        raise WrongParameter("`variables` is geen JSON-object.")
    return found


def _put(found: dict[str, Any], path: list[str], value: Any) -> None:
    *around, last = path
    for name in around:
        below = found.setdefault(name, {})
        if not isinstance(below, dict):
            raise WrongParameter(f"'{'.'.join(path)}' past niet bij wat er nog meer in het adres staat.")
        found = below
    found[last] = value


def _value(name: str, path: list[str], kind: GraphQLInputType, given: list[str]) -> Any:
    """What is given, as the type at the end of the path wants it."""
    bare: Any = get_nullable_type(kind)
    if path:
        bare = get_nullable_type(bare.of_type) if isinstance(bare, GraphQLList) else bare
        if not isinstance(bare, GraphQLInputObjectType) or path[0] not in bare.fields:
            known = ", ".join(sorted(bare.fields)) if isinstance(bare, GraphQLInputObjectType) else "niets"
            raise WrongParameter(f"'{path[0]}' in '{name}' bestaat niet. Daar mag staan: {known}.")
        return _value(name, path[1:], bare.fields[path[0]].type, given)
    if isinstance(bare, GraphQLList):
        return [_single(name, get_nullable_type(bare.of_type), each) for each in given]
    if len(given) > 1:
        raise WrongParameter(f"'{name}' staat {len(given)} keer in het adres. Laat er een staan.")
    return _single(name, bare, given[0])


def _single(name: str, kind: Any, text: str) -> Any:
    if isinstance(kind, GraphQLInputObjectType):
        return _together(text)
    if kind.name == "Boolean":
        if text.lower() not in TRUTHS:
            raise WrongParameter(f"'{name}' is '{text}'. Zet er ja of nee.")
        return TRUTHS[text.lower()]
    if kind.name in NUMBERS:
        try:
            return NUMBERS[kind.name](text)
        except ValueError:
            raise WrongParameter(f"'{name}' is '{text}'. Zet er een getal.") from None
    return text
