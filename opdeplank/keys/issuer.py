"""Asking the issuer of tokens for its keys, over HTTPS, without following it elsewhere."""

import asyncio
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

import orjson

from opdeplank.settings.proxies import parsed

SECONDS = 5.0
MOST_BYTES = 512_000
DISCOVERY = "/.well-known/openid-configuration"


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

    def _told(self) -> str:
        found = _read(self.address.rstrip("/") + DISCOVERY)
        at = found.get("jwks_uri")
        if found.get("issuer") != self.address or not isinstance(at, str) or not safe(at, beside=self.address):
            raise ValueError("jwks_uri")
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


def _read(address: str) -> Mapping[str, Any]:
    if not safe(address):
        raise ValueError(address)
    asked = urllib.request.Request(address, headers={"Accept": "application/json"})  # noqa: S310
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
