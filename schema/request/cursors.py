"""Signed cursors: the sort keys of a row, bound to the list and the order they belong to.

A cursor is base64url(mac + JSON of the keys). The mac covers the signature of the list (its field, its order and the
version of this format) and the role, so a cursor that was changed, or that comes from another list, order or role, is
refused.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Sequence
from typing import Any

import orjson

from schema.refusals import bad_input

FORMAT = 1
MAC = 9
URL_SAFE = bytes.maketrans(b"+/", b"-_")
REFUSAL = "Deze wijzer (cursor) hoort niet bij deze lijst of bij deze volgorde; begin weer bij de eerste bladzijde"


class Cursors:
    """Makes and reads cursors with the secret of this graph."""

    def __init__(self, secret: bytes, who: str = "") -> None:
        self.secret, self.who = secret[:64], who

    def of(self, who: str) -> "Cursors":
        """The same for who sees so much: what it makes is refused for others, and theirs by it."""
        return Cursors(self.secret, who)

    def writer(self, signature: str) -> Callable[[Sequence[Any]], str]:
        """A function from sort keys to cursor for one list and order."""
        base = self._hash(signature)

        def write(keys: Sequence[Any]) -> str:
            payload = orjson.dumps(keys)
            mac = base.copy()
            mac.update(payload)
            # what base64.urlsafe_b64encode does, in a third of the time: a page has a cursor for each row
            return binascii.b2a_base64(mac.digest() + payload, newline=False).translate(URL_SAFE).rstrip(b"=").decode()

        return write

    def read(self, cursor: str, signature: str, count: int) -> list[Any]:
        """The sort keys of a cursor; raises BAD_USER_INPUT when it is not one of this list and order."""
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        except (binascii.Error, ValueError):
            raise bad_input(REFUSAL) from None
        mac = self._hash(signature)
        mac.update(raw[MAC:])
        if mac.digest() != raw[:MAC]:
            raise bad_input(REFUSAL)
        keys = orjson.loads(raw[MAC:])
        if len(keys) != count:
            raise bad_input(REFUSAL)
        return list(keys)

    def _hash(self, signature: str) -> "hashlib.blake2b":
        return hashlib.blake2b(f"{FORMAT}|{self.who}|{signature}|".encode(), key=self.secret, digest_size=MAC)
