"""Finished answers, bounded in number and in bytes: of the bodies, and of everything that is kept beside them.

A key holds what an answer depends on and nothing else, so that no two keys lead to the same answer. The ETag is
strong: it is made of the graph version and what was asked.
"""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date

from opdeplank.http.origins import OPEN

Headers = list[tuple[bytes, bytes]]
CACHE = b"public, max-age=30, stale-while-revalidate=300, stale-if-error=86400"


Key = tuple[bytes, str]
EACH = 1_200
"""Bytes that an entry costs besides what is in it: its objects, its headers and its place."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished answer: its ETag, headers and body."""

    etag: bytes
    headers: Headers
    body: bytes

    def aged(self, seconds: int) -> "Kept":
        """The same, saying how old it is."""
        return replace(self, headers=[*self.headers, (b"age", str(seconds).encode())])


def size(key: Key, answer: Kept) -> int:
    """The bytes that keeping it costs."""
    return EACH + len(key[0]) + len(key[1]) + len(answer.body)


def etag(version: int, asked: bytes, kind: str, day: date) -> bytes:
    """The tag of a representation. The day counts, since reasons speak of how recent something is."""
    made = hashlib.blake2b(digest_size=12)
    for part in (str(version), kind, day.isoformat()):
        made.update(part.encode() + b"\0")
    made.update(asked)
    return b'"' + made.hexdigest().encode() + b'"'


def headers(tag: bytes, kind: str, length: int) -> Headers:
    return [
        (b"content-type", f"{kind}; charset=utf-8".encode()),
        (b"content-length", str(length).encode()),
        (b"etag", tag),
        (b"cache-control", CACHE),
        (b"vary", b"Accept, Authorization"),
        *OPEN,  # asked without cookies or keys: any portal may read it, whatever OPDEPLANK_CORS says
    ]


class Answers:
    """The answers of one graph version; a newer version empties it."""

    def __init__(self, most: int = 2_000, most_bytes: int = 12_000_000) -> None:
        self.most, self.most_bytes = most, most_bytes
        self.stamp: tuple[int, date] | None = None
        self.bytes = 0
        self.items: OrderedDict[Key, Kept] = OrderedDict()

    def get(self, stamp: tuple[int, date], key: Key) -> Kept | None:
        if stamp != self.stamp:
            self.items.clear()
            self.stamp, self.bytes = stamp, 0
        found = self.items.get(key)
        if found is not None:
            self.items.move_to_end(key)
        return found

    def last(self, key: Key) -> Kept | None:
        """What was kept when the graph was last seen, for who cannot look now. Of another day it is wrong."""
        return self.items.get(key) if self.stamp and self.stamp[1] == date.today() else None

    def put(self, stamp: tuple[int, date], key: Key, answer: Kept) -> None:
        """Keep an answer; one that would take a tenth of the room by itself is not kept."""
        taken = size(key, answer)
        if stamp != self.stamp or key in self.items or taken > self.most_bytes / 10:
            return
        self.items[key] = answer
        self.bytes += taken
        while len(self.items) > self.most or self.bytes > self.most_bytes:
            self.bytes -= size(*self.items.popitem(last=False))
