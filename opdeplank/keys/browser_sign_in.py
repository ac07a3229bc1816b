"""Signing in at a browser with the organisation's own sign-in (OIDC, authorization code with PKCE).

    browser ── to the issuer, with `state`, `nonce` and the hash of `verifier`
    issuer  ── back to us, with a code and the `state`
    we      ── to the issuer, with the code and the `verifier`; what comes back is a token with the `nonce`

All three follow from one ticket that only this browser has, so a code that somebody else fetched opens nothing here,
and nothing has to be kept meanwhile.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.keys.id_tokens import IdTokens
from opdeplank.keys.issuer import Issuer
from opdeplank.keys.key_set import IssuerAway

SCOPE = "openid profile"
LONGEST_NAME = 100


@dataclass(frozen=True)
class Person:
    """Who signed in: the role, and what he is called there."""

    viewer: Viewer
    name: str


def new_ticket() -> str:
    return secrets.token_urlsafe(32)


def of(ticket: str, what: str) -> str:
    """One of the three values that follow from a ticket; the ticket follows from none of them."""
    found = hmac.new(ticket.encode(), what.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(found).rstrip(b"=").decode()


@dataclass(frozen=True)
class BrowserSignIn:
    """`client` is how the issuer calls us, and `secret` what it knows us by; empty when it asks for none."""

    issuer: Issuer
    tokens: IdTokens
    client: str
    secret: str = ""

    async def address(self, ticket: str, back: str) -> str:
        """Where the browser goes; `back` is where it comes back. Raises IssuerAway."""
        try:
            at = await self.issuer.told("authorization_endpoint")
        except (OSError, ValueError) as error:
            raise IssuerAway from error
        verifier = hashlib.sha256(of(ticket, "verifier").encode()).digest()
        asked = {
            "response_type": "code", "scope": SCOPE, "client_id": self.client, "redirect_uri": back,
            "state": of(ticket, "state"), "nonce": of(ticket, "nonce"), "code_challenge_method": "S256",
            "code_challenge": base64.urlsafe_b64encode(verifier).rstrip(b"=").decode(),
        }  # fmt: skip
        return f"{at}{'&' if '?' in at else '?'}{urlencode(asked)}"

    async def person(self, ticket: str, back: str, given: Mapping[str, str]) -> Person | None:
        """Who came back with these parameters; None when it is not who left with the ticket, or when he was not let in.
        Raises IssuerAway."""
        code, state = given.get("code", ""), given.get("state", "")
        if not code or not hmac.compare_digest(state.encode(), of(ticket, "state").encode()):
            return None
        if given.get("iss", self.issuer.address) != self.issuer.address:  # another issuer's answer (RFC 9207)
            return None
        fields = {
            "grant_type": "authorization_code", "code": code, "redirect_uri": back, "client_id": self.client,
            "code_verifier": of(ticket, "verifier"),
        }  # fmt: skip
        try:
            found = await self.issuer.trade(fields, self._known_by())
        except OSError as error:
            if str(error).startswith("4"):  # it says that this code is none, or no longer
                return None
            raise IssuerAway from error
        except ValueError as error:
            raise IssuerAway from error
        return await self._person(ticket, found)

    async def _person(self, ticket: str, found: Mapping[str, Any]) -> Person | None:
        told = await self.tokens.told(str(found.get("id_token") or ""), self.client)
        if told is None or not hmac.compare_digest(str(told.get("nonce", "")).encode(), of(ticket, "nonce").encode()):
            return None
        viewer = self.tokens.of(told)
        if viewer is not None and viewer.role is Rol.OPENBAAR:  # many issuers tell roles in the other token alone
            other = await self.tokens.viewer(str(found.get("access_token") or ""))
            viewer = other if other is not None and other.key == viewer.key else viewer
        if viewer is None:
            return None
        name = told.get("name") or told.get("preferred_username") or told["sub"]
        return Person(replace(viewer, until=None), " ".join(str(name).split())[:LONGEST_NAME])

    def _known_by(self) -> dict[str, str]:
        """Our name and secret, each written as in an address first (RFC 6749, 2.3.1)."""
        if not self.secret:
            return {}
        pair = f"{quote(self.client, safe='')}:{quote(self.secret, safe='')}"
        return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}
