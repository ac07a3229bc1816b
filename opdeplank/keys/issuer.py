"""Asking the issuer of tokens for its keys, and for a token, over HTTPS, without following it elsewhere."""

import asyncio
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from types import MappingProxyType
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit

import orjson

from opdeplank.settings.proxies import parsed

SECONDS = 5.0
MOST_BYTES = 512_000
DISCOVERY = "/.well-known/openid-configuration"
NONE: Mapping[str, str] = MappingProxyType({})


class _Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """A redirect would let whoever answers once choose whom we believe."""


@dataclass(frozen=True)
class Issuer:
    """`address` is the issuer as tokens name it. `keys_at` is where its keys are; empty: where it says itself."""

    address: str
    keys_at: str = ""

    async def keys(self) -> Mapping[str, Any]:
        """Its set of keys as JSON. Raises OSError when it does not answer, ValueError when it says something else."""
        return await asyncio.to_thread(self._keys)

    def _keys(self) -> Mapping[str, Any]:
        return _read(self.keys_at or self._told())

    async def told(self, name: str) -> str:
        """The address that it calls `authorization_endpoint` and the like. Raises as `keys` does."""
        return await asyncio.to_thread(self._told, name)

    async def trade(self, fields: Mapping[str, str], secret: Mapping[str, str]) -> Mapping[str, Any]:
        """What it gives for a code; `secret` are the headers by which it knows us. Raises as `keys` does."""

        def traded() -> Mapping[str, Any]:
            return _read(self._told("token_endpoint"), urlencode(fields).encode("ascii"), secret)

        return await asyncio.to_thread(traded)

    def _told(self, name: str = "jwks_uri") -> str:
        found = _read(self.address.rstrip("/") + DISCOVERY)
        at = found.get(name)
        if found.get("issuer") != self.address or not isinstance(at, str) or not safe(at, beside=self.address):
            raise ValueError(name)
        return at


def safe(address: str, beside: str = "") -> bool:
    """Whether what is read there comes from who we asked: over TLS, or on this machine when the issuer is there."""
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        return True
    return parts.scheme == "http" and _is_here(address) and (not beside or _is_here(beside))


def _is_here(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    found = parsed(host)
    return host == "localhost" or (found is not None and found.is_loopback)


def _read(address: str, sent: bytes | None = None, headers: Mapping[str, str] = NONE) -> Mapping[str, Any]:
    if not safe(address):
        raise ValueError(address)
    said = {"Accept": "application/json", **headers}
    asked = urllib.request.Request(address, data=sent, headers=said)  # noqa: S310
    try:
        with urllib.request.build_opener(_Stays).open(asked, timeout=SECONDS) as answer:
            body = answer.read(MOST_BYTES + 1)
    except HTTPError as error:
        error.close()  # it is the answer too, with its line
        raise OSError(f"{error.code} {error.reason}") from error
    except URLError as error:
        raise OSError(str(error.reason)) from error
    except HTTPException as error:
        raise OSError(type(error).__name__) from error
    found = orjson.loads(body) if len(body) <= MOST_BYTES else None
    if not isinstance(found, dict):
        raise ValueError(address)
    return found
