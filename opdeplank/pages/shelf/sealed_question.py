"""A question in an address that only we can read: what somebody asks about a case stands in no history, log or link.

    Gesloten(secret).sealed("jongere met schulden …") ──> "c3Y1…"   in `/?v=…`

Nothing is kept: the address holds the question itself, encrypted (AES-GCM) with the secret of the graph, so that it
works after a restart and with more than one service. Who has the address can open it, as with any address.
"""

import base64
import hashlib
import os
import zlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
LONGEST = 8_000
"""Characters of a sealed question; one of 2,000 characters takes less."""
MOST_BYTES = 20_000


class Gesloten:
    """Seals and opens with one secret."""

    def __init__(self, secret: bytes) -> None:
        self._cipher = AESGCM(hashlib.blake2b(secret, digest_size=32, person=b"vraag").digest())

    def sealed(self, text: str) -> str:
        nonce = os.urandom(NONCE)
        packed = zlib.compress(text.encode(), 9)
        return base64.urlsafe_b64encode(nonce + self._cipher.encrypt(nonce, packed, None)).decode().rstrip("=")

    def opened(self, sealed: str) -> str | None:
        """The question, or None for what we did not seal."""
        if not sealed.isascii() or len(sealed) > LONGEST:
            return None
        try:
            given = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
            packed = self._cipher.decrypt(given[:NONCE], given[NONCE:], None)
            return zlib.decompressobj().decompress(packed, MOST_BYTES).decode()
        except (ValueError, InvalidTag, zlib.error):
            return None
