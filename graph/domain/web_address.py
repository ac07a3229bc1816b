"""Addresses on the web: `http` and `https`, and nothing that a browser would run instead of open.

Whatever is declared as a URI, in a list of records too, is only stored and only shown when it is one.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from graph.domain.reader import NodeType, Property, RelationshipType, properties_of

KIND = "URI"
LONGEST = 2_000
SHAPE = re.compile(r"https?://[^\s\x00-\x20\x7f-\xa0<>\"`\\^{|}]+", re.IGNORECASE)


def is_web_address(text: object) -> bool:
    """Whether it names a place on the web; one with a name or password in it is often made to look like another."""
    if not isinstance(text, str) or len(text) > LONGEST or not SHAPE.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return False


def openable(text: str | None) -> str | None:
    """The address, when it is one."""
    return text if is_web_address(text) else None


def strangers(prop: Property, value: Any) -> list[str]:
    """The addresses in a value that are none, also those in records."""
    if value is None:
        return []
    if prop.kind == KIND:
        return [str(each) for each in (value if prop.many else [value]) if not is_web_address(each)]
    found = []
    for record in value if prop.records else ():
        said = json.loads(record) if isinstance(record, str) else record
        found += [str(said[name]) for name in record_addresses(prop) if not is_web_address(said.get(name, "http://x"))]
    return found


def without_strangers(kind: NodeType | RelationshipType, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same values without addresses that are none. A load has refused them; what an older version kept goes."""
    bad = [prop for prop in with_addresses(kind.cls) if strangers(prop, values.get(prop.name))]
    return {**values, **{prop.name: _kept(prop, values[prop.name]) for prop in bad}} if bad else values


def _kept(prop: Property, value: Any) -> Any:
    if prop.kind == KIND and not prop.many:
        return None
    return [each for each in value if not strangers(prop, [each])]


@cache
def with_addresses(cls: type) -> tuple[Property, ...]:
    """The properties of a declaration that hold addresses."""
    return tuple(p for p in properties_of(cls).values() if p.kind == KIND or record_addresses(p))


def record_addresses(prop: Property) -> tuple[str, ...]:
    """The names of the addresses in the records of a property."""
    return _of_record(prop.records) if prop.records else ()


@cache
def _of_record(cls: type) -> tuple[str, ...]:
    return tuple(p.name for p in properties_of(cls).values() if p.kind == KIND)
