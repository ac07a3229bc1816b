"""Tokens of the organisation's own sign-in (OIDC): checked here, without asking the issuer about each.

signature   with a key of the issuer, by an algorithm that is fixed for that key
iss, aud    this issuer, and made for us
exp, nbf    not yet over, not before its time; clocks may differ by a minute
role        from a claim, by a table of the settings; a medewerker of a gemeente needs the code of it too
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import jwt
from jwt.exceptions import PyJWTError

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.keys.issuer import Issuer
from opdeplank.keys.key_set import ALGORITHMS, KeySet

LEEWAY = 60
"""Seconds that the clock of the issuer and ours may differ."""
LONGEST = 8_000
"""Letters of a token that is looked at."""
LONGEST_SUBJECT, LONGEST_KEY_NAME = 200, 200
SHAPE = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
CODE = re.compile(r"GM[0-9]{4}", re.IGNORECASE | re.ASCII)
NEEDED = ["exp", "iss", "aud", "sub"]


@dataclass(frozen=True)
class Claims:
    """Which claims say what: the name of each, with dots where it lies deeper (`realm_access.roles`). `roles` says
    which value is which role; where it is empty the values are the names of our roles."""

    role: str = "rol"
    gemeente: str = "gemeente"
    roles: Mapping[str, Rol] | None = None


@dataclass
class IdTokens:
    """`viewer` says who a token is of."""

    issuer: str
    audience: str
    keys: KeySet
    claims: Claims = Claims()

    async def viewer(self, token: str) -> Viewer | None:
        """Who comes in with this; None when it opens nothing, whatever the reason. Raises IssuerAway."""
        told = await self.told(token, self.audience)
        return None if told is None else self.of(told)

    def of(self, told: Mapping[str, Any]) -> Viewer | None:
        """Who a token that was checked is of."""
        try:
            return _viewer(told, self.claims)
        except (OverflowError, ValueError):  # an end beyond any calendar
            return None

    async def told(self, token: str, audience: str) -> Mapping[str, Any] | None:
        """What a token says that was made for `audience`, once everything was checked. Raises IssuerAway."""
        if len(token) > LONGEST or not SHAPE.fullmatch(token):
            return None
        try:
            header = jwt.get_unverified_header(token)
        except PyJWTError:
            return None
        name = header.get("kid")
        if header.get("alg") not in ALGORITHMS or (name is not None and len(name) > LONGEST_KEY_NAME):
            return None
        key = await self.keys.key(name)
        if key is None:
            return None
        try:
            found: Mapping[str, Any] = jwt.decode(
                token, key, algorithms=list(ALGORITHMS), audience=audience, issuer=self.issuer, leeway=LEEWAY,
                options={"require": NEEDED},
            )  # fmt: skip
        except (PyJWTError, OverflowError, ValueError):  # the last two: an end beyond any calendar
            return None
        return found


def at(issuer: str, audience: str, keys_at: str, claims: Claims) -> IdTokens:
    """The check for this issuer; it fetches nothing until there is a token."""
    return IdTokens(issuer, audience, KeySet(Issuer(issuer, keys_at).keys), claims)


def _viewer(told: Mapping[str, Any], claims: Claims) -> Viewer | None:
    """With the highest of the roles that the token gives. Who has none is known all the same, and sees what everybody
    sees: the organisation let him in and we have nothing more for him."""
    subject = told["sub"]
    if not subject or len(subject) > LONGEST_SUBJECT:
        return None
    code = _claim(told, claims.gemeente)
    gemeente = f"gemeente:{code.lower()}" if isinstance(code, str) and CODE.fullmatch(code) else None
    roles = _roles(_claim(told, claims.role), claims.roles) - (set() if gemeente else {Rol.GEMEENTE})
    role = next((each for each in reversed(Rol) if each in roles), Rol.OPENBAAR)
    until = datetime.fromtimestamp(told["exp"], UTC)
    return Viewer(role, gemeente if role is Rol.GEMEENTE else None, f"token:{subject}", until)


def _roles(given: object, table: Mapping[str, Rol] | None) -> set[Rol]:
    values = given if isinstance(given, list) else [given]
    known = table or {each.name: each for each in Rol}
    return {known[value] for value in values if isinstance(value, str) and value in known}


def _claim(told: Mapping[str, Any], path: str) -> object:
    """`realm_access.roles`; a claim whose name has dots in it (an address) is looked for as it is first."""
    if path in told:
        return told[path]
    found: object = told
    for part in path.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found
