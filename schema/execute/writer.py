"""An answer as JSON, no longer than it may be.

The bytes are counted while they are made, a thing at a time: text that a document asks for again and again would
otherwise fill the memory before anyone sees how long it is.
"""

from collections.abc import Iterator
from typing import Any

import orjson

from schema.compile.stages import Pending, plain
from schema.request.limits import check


def written(answer: dict[str, Any], most: int) -> bytes:
    """The answer in JSON; raises Refused when it is longer than `most` bytes."""
    pieces: list[bytes] = []
    length = 0
    for piece in _pieces(answer):
        pieces.append(piece)
        length += len(piece)
        check("antwoord", most, length)
    return b"".join(pieces)


def written_at_once(answer: dict[str, Any], most: int) -> bytes:
    """The same for an answer of which is known that it holds little."""
    body = orjson.dumps(answer, default=plain)
    check("antwoord", most, len(body))
    return body


def _pieces(value: object) -> Iterator[bytes]:
    """JSON in pieces, each with at most one thing of the graph in it."""
    if isinstance(value, Pending):
        value = value.value
    if isinstance(value, dict) and any(map(_holds_more, value.values())):
        before = b"{"
        for key, inner in value.items():
            yield before + orjson.dumps(key) + b":"
            yield from _pieces(inner)
            before = b","
        yield b"}"
    elif isinstance(value, list) and any(map(_holds_more, value)):
        before = b"["
        for inner in value:
            yield before
            yield from _pieces(inner)
            before = b","
        yield b"]"
    else:
        yield orjson.dumps(value, default=plain)


def _holds_more(value: object) -> bool:
    return isinstance(value, dict | list | Pending)
