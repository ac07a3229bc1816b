"""Finished answers to registered operations, bounded in number and in bytes.

The key is the raw query string with the media type: a portal sends the same address every time, and so the answer to a
known address is found without reading it. The ETag is strong: it is made of the graph version and what was asked.
"""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date

Headers = list[tuple[bytes, bytes]]
CACHE = b"public, max-age=30, stale-while-revalidate=300, stale-if-error=86400"


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished answer: its ETag, headers and body."""

    etag: bytes
    headers: Headers
    body: bytes


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
        # Public answers, asked without cookies or keys: any portal may read them, whatever OPDEPLANK_CORS says.
        (b"access-control-allow-origin", b"*"),
    ]


class Answers:
    """The answers of one graph version; a newer version empties it."""

    def __init__(self, most: int = 2_000, most_bytes: int = 32_000_000) -> None:
        self.most, self.most_bytes = most, most_bytes
        self.stamp: tuple[int, date] | None = None
        self.bytes = 0
        self.items: OrderedDict[tuple[bytes, str], Kept] = OrderedDict()

    def get(self, stamp: tuple[int, date], key: tuple[bytes, str]) -> Kept | None:
        if stamp != self.stamp:
            self.items.clear()
            self.stamp, self.bytes = stamp, 0
        found = self.items.get(key)
        if found is not None:
            self.items.move_to_end(key)
        return found

    def put(self, stamp: tuple[int, date], key: tuple[bytes, str], answer: Kept) -> None:
        if stamp != self.stamp or key in self.items:
            return
        self.items[key] = answer
        self.bytes += len(answer.body)
        while self.items and (len(self.items) > self.most or self.bytes > self.most_bytes):
            _, gone = self.items.popitem(last=False)
            self.bytes -= len(gone.body)
