"""The scalars of the API. Inside, each is the text or number that is stored: an ISO string stays an ISO string."""

import re
from datetime import date, datetime
from typing import Any, NewType

import strawberry
from graphql import GraphQLError, ValueNode, value_from_ast_untyped
from strawberry.types.scalar import ScalarDefinition

Date = NewType("Date", str)
DateTime = NewType("DateTime", str)
URI = NewType("URI", str)
GemeenteCode = NewType("GemeenteCode", str)


def _date(value: Any) -> str:
    try:
        return date.fromisoformat(_text(value)).isoformat()
    except ValueError:
        raise GraphQLError(f"'{value}' is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2024-01-31") from None


def _datetime(value: Any) -> str:
    try:
        return datetime.fromisoformat(_text(value)).isoformat()
    except ValueError:
        raise GraphQLError(f"'{value}' is geen tijdstip; schrijf bijvoorbeeld 2024-01-31T12:00:00Z") from None


def _code(value: Any) -> str:
    code = _text(value).upper()
    if not re.fullmatch(r"GM\d{4}", code):
        raise GraphQLError(f"'{value}' is geen gemeentecode; schrijf GM en vier cijfers, bijvoorbeeld GM0344")
    return code


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise GraphQLError(f"'{value}' is geen tekst")
    return value


def _scalar(name: str, description: str, parse: Any, url: str | None = None) -> ScalarDefinition:
    def literal(node: ValueNode, variables: dict[str, Any] | None = None) -> str:
        """As in the text of a document: a refusal says where."""
        try:
            return str(parse(value_from_ast_untyped(node, variables)))
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
    URI: _scalar("URI", "Een adres op het web", _text),
    GemeenteCode: _scalar("GemeenteCode", "CBS-gemeentecode, bijvoorbeeld GM0344", _code),
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
