"""The public keys of the issuer of tokens (a JWKS), fetched when they are needed and kept as long as they serve.

A token names its key. A name that we do not know may be of a key that is new, so then we ask; but whoever makes names
up must not make us ask, nor make us forget what we have:

    COOLDOWN   two fetches are at least this far apart, and those who wait meanwhile wait for the same one
    UNKNOWN    a name that was not there is not asked for again within this time
    FRESH      from here on the keys are fetched anew, for a key that was withdrawn; meanwhile they serve
    STALE      when no fetch works, the last good ones serve until here

PyJWT has a client for this; it fetches inside the event loop, at every unknown name after thirty seconds.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jwt import PyJWK
from jwt.exceptions import PyJWTError

COOLDOWN, AFTER_FAILURE = 30.0, 5.0
UNKNOWN, FRESH, STALE = 120.0, 600.0, 86_400.0
MOST_UNKNOWN, MOST_KEYS = 512, 64
ALGORITHMS = ("RS256", "PS256", "ES256", "ES384", "EdDSA")
"""Signatures with a key of which only the issuer has the other half."""
SMALLEST_RSA = 2_048

Fetch = Callable[[], Awaitable[Mapping[str, Any]]]


class IssuerAway(Exception):
    """There are no keys, and the issuer does not give them."""


@dataclass
class KeySet:
    """`key` gives the key of a name. `fetch` raises OSError or ValueError when it does not work."""

    fetch: Fetch
    clock: Callable[[], float] = time.monotonic
    keys: Mapping[str, PyJWK] = field(default_factory=dict)
    fetched: float | None = None
    _tried: float = float("-inf")
    _unknown: "OrderedDict[str, float]" = field(default_factory=OrderedDict)
    _fetching: "asyncio.Task[None] | None" = None

    async def key(self, name: str | None) -> PyJWK | None:
        """The key of this name; of an issuer with one key it may go unnamed. Raises IssuerAway."""
        now = self.clock()
        if self.fetched is None or now - self.fetched > STALE:
            await self._fetch(now)
            if self.fetched is None or now - self.fetched > STALE:
                raise IssuerAway
        elif now - self.fetched > FRESH:
            self._begin(now)  # nobody waits for it
        found = self._known(name)
        if found is None and name is not None and self._may_be_new(name, now):
            await self._fetch(now)
            found = self._known(name)
            if found is None and self.fetched == now:
                self._note_unknown(name, now)
        return found

    def _known(self, name: str | None) -> PyJWK | None:
        if name is None:
            return next(iter(self.keys.values())) if len(self.keys) == 1 else None
        return self.keys.get(name)

    def _may_be_new(self, name: str, now: float) -> bool:
        return now - self._unknown.get(name, float("-inf")) > UNKNOWN and self._may_fetch(now)

    def _note_unknown(self, name: str, now: float) -> None:
        self._unknown[name] = now
        self._unknown.move_to_end(name)
        if len(self._unknown) > MOST_UNKNOWN:
            self._unknown.popitem(last=False)

    def _may_fetch(self, now: float) -> bool:
        return self._fetching is not None or now - self._tried > (AFTER_FAILURE if self.fetched is None else COOLDOWN)

    def _begin(self, now: float) -> None:
        if self._fetching is None and self._may_fetch(now):
            self._tried = now
            self._fetching = asyncio.create_task(self._renew(now))

    async def _fetch(self, now: float) -> None:
        self._begin(now)
        if self._fetching is not None:
            await asyncio.shield(self._fetching)  # who hangs up must not stop it for the others

    async def _renew(self, now: float) -> None:
        try:
            keys = usable(await self.fetch())
            if not keys:
                raise ValueError
        except (OSError, ValueError):
            return  # what we have goes on serving
        finally:
            self._fetching = None
        self.keys, self.fetched = keys, now


def usable(found: Mapping[str, Any]) -> dict[str, PyJWK]:
    """The keys that a signature may be checked with, by name: public ones, long enough, not meant for something else.
    Raises ValueError for what is no set of keys."""
    given = found.get("keys")
    if not isinstance(given, list):
        raise ValueError
    keys = {}
    for each in given[:MOST_KEYS]:
        if not isinstance(each, dict) or each.get("kty") == "oct" or each.get("use", "sig") != "sig":
            continue
        try:
            key = PyJWK(each)
        except (PyJWTError, TypeError, ValueError):
            continue
        if key.algorithm_name in ALGORITHMS and getattr(key.key, "key_size", SMALLEST_RSA) >= _least(key):
            keys[str(each.get("kid", ""))] = key
    return keys


def _least(key: PyJWK) -> int:
    return SMALLEST_RSA if key.key_type == "RSA" else 0
