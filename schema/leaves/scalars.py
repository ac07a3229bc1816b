"""The scalars of the API. Inside, each is the text or number that is stored: an ISO string stays an ISO string."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NewType

import strawberry
from graphql import GraphQLError, ValueNode, value_from_ast_untyped
from strawberry.types.scalar import ScalarDefinition

from graph.domain.web_address import is_web_address

Date = NewType("Date", str)
DateTime = NewType("DateTime", str)
URI = NewType("URI", str)
GemeenteCode = NewType("GemeenteCode", str)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(DAY.pattern + r"T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})", re.ASCII | re.IGNORECASE)
CBS = "https://www.cbs.nl/nl-nl/onze-diensten/methoden/classificaties/overig/gemeentelijke-indelingen-per-jaar"
CODE = re.compile(r"GM\d{4}", re.ASCII)


def _date(value: object) -> str:
    text = _text(value)
    try:
        if DAY.fullmatch(text):  # Python reads other forms of ISO 8601 as well: 20240131, 2024-W05-3
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise GraphQLError(f"'{value}' is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2024-01-31")


def _datetime(value: object) -> str:
    text = _text(value)
    try:
        if MOMENT.fullmatch(text):
            return datetime.fromisoformat(text.upper()).isoformat()
    except ValueError:
        pass
    raise GraphQLError(f"'{value}' is geen tijdstip; schrijf bijvoorbeeld 2024-01-31T12:00:00Z")


def _code(value: object) -> str:
    code = _text(value).upper()
    if not CODE.fullmatch(code):
        raise GraphQLError(f"'{value}' is geen gemeentecode; schrijf GM en vier cijfers, bijvoorbeeld GM0344")
    return code


def _address(value: object) -> str:
    if not is_web_address(_text(value)):
        raise GraphQLError(f"'{value}' is geen webadres; begin met https://")
    return _text(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise GraphQLError(f"'{value}' is geen tekst")
    return value


def _scalar(name: str, description: str, parse: Callable[[object], str], url: str | None = None) -> ScalarDefinition:
    def literal(node: ValueNode, variables: dict[str, Any] | None = None) -> str:
        """As in the text of a document: a refusal says where."""
        try:
            return parse(value_from_ast_untyped(node, variables))
        except GraphQLError as error:
            raise GraphQLError(error.message, node) from None

    return strawberry.scalar(
        name=name, description=description, serialize=str, parse_value=parse, parse_literal=literal,
        specified_by_url=url,
    )  # fmt: skip


SCALARS: dict[object, ScalarDefinition] = {
    Date: _scalar("Date", "Een dag: jaar-maand-dag", _date, "https://scalars.graphql.org/andimarek/local-date.html"),
    DateTime: _scalar(
        "DateTime", "Een tijdstip volgens ISO 8601", _datetime, "https://scalars.graphql.org/andimarek/date-time.html"
    ),
    URI: _scalar(
        "URI", "Een adres op het web dat begint met http of https", _address, "https://www.rfc-editor.org/rfc/rfc3986"
    ),
    GemeenteCode: _scalar("GemeenteCode", "CBS-gemeentecode, bijvoorbeeld GM0344", _code, CBS),
}
BY_KIND: dict[str, Any] = {
    "String": str,
    "Int": int,
    "Float": float,
    "Boolean": bool,
    "ID": strawberry.ID,
    "Date": Date,
    "DateTime": DateTime,
    "URI": URI,
    "GemeenteCode": GemeenteCode,
}
