"""What a change of the schema does to who built on an older one, in the words of docs/handleiding/bouwen.md.

    breaking    a question or program that worked may stop working
    mind        it goes on working if it takes what it does not know, as it should (a new value of an enum)

What graphql-core finds is said here in Dutch.
"""

import re
from dataclasses import dataclass

from graphql import BreakingChange, DangerousChange, GraphQLError, build_schema, find_breaking_changes
from graphql.utilities import find_dangerous_changes

from schema.messages import dutch

SAYINGS: tuple[tuple[str, str], ...] = (
    (r"Standard scalar (.+) was removed because it is not referenced anymore\.", r"\1 wordt nergens meer gebruikt"),
    (r"A required (?:argument|field) (.+) was added\.", r"\1 is er nu, en moet worden ingevuld"),
    (r"An optional (?:argument|field) (.+) was added\.", r"\1 is er nu, en mag worden weggelaten"),
    (r"Enum value (.+) was (added|removed)\.", r"\1 \2"),
    (r"(.+) was (added to|removed from) union type (.+)\.", r"\1 \2 \3"),
    (r"Repeatable flag was removed from (.+)\.", r"\1 mag nog maar één keer op een plek"),
    (r"(.+) was removed from (@.+)\.", r"\2 mag niet meer op \1"),
    (r"(.+) no longer implements interface (.+)\.", r"\1 is geen \2 meer"),
    (r"(.+) added to interfaces implemented by (.+)\.", r"\2 is nu ook een \1"),
    (r"(?:Field|Argument) (.+?)(?: has)? changed type from (.+) to (.+)\.", r"\1 was \2 en is nu \3"),
    (r"(.+) changed from an? (.+) type to an? (.+) type\.", r"\1 was een \2 en is nu een \3"),
    (r"(.+) defaultValue was removed\.", r"\1 heeft geen standaardwaarde meer"),
    (r"(.+) has changed defaultValue from (.+) to (.+)\.", r"\1 is standaard niet meer \2 maar \3"),
    (r"(?:Field |Argument |Directive )?(.+) was removed\.", r"\1 is weg"),
    (r"\badded to\b", "is nu een"),
    (r"\bremoved from\b", "is geen"),
    (r"\badded$", "is er nu"),
    (r"\bremoved$", "is weg"),
    (r"(.+) is geen (.+)(?<! meer)$", r"\1 is geen \2 meer"),
)
"""In the order in which they are tried; what one leaves of another's words comes after it."""
RULES = tuple((re.compile(pattern), said) for pattern, said in SAYINGS)


@dataclass(frozen=True)
class Difference:
    """One change: its kind as graphql-core names it, and what it says."""

    kind: str
    text: str


@dataclass(frozen=True)
class Differences:
    breaking: tuple[Difference, ...]
    mind: tuple[Difference, ...]


class NoSchema(Exception):
    """The text is no schema; the message says where it stops being one."""


def compared(older: str, newer: str) -> Differences:
    """What changes for who built on `older`; raises NoSchema."""
    try:
        old, new = build_schema(older), build_schema(newer)
    except (GraphQLError, TypeError) as error:
        raise NoSchema(dutch(str(error).partition("\n")[0])) from error
    if old.query_type is None:
        raise NoSchema("er staat geen type Query in")
    return Differences(
        tuple(sorted(map(_said, find_breaking_changes(old, new)), key=_place)),
        tuple(sorted(map(_said, find_dangerous_changes(old, new)), key=_place)),
    )


def _said(change: BreakingChange | DangerousChange) -> Difference:
    text = change.description
    for pattern, said in RULES:
        text = pattern.sub(said, text)
    return Difference(change.type.name, text)


def _place(difference: Difference) -> tuple[str, str]:
    return difference.text, difference.kind
