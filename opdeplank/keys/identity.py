"""Who asks: the one function that says so, for every route.

    no Authorization            anybody, with the role of the settings
    Basic …                     anybody: that is between a browser and a proxy in front of us
    Bearer odp_…                the holder of a key
    Bearer ….….…                the bearer of a token of the organisation's own sign-in, when one is set up
    anything else               refused

Wrong, expired, withdrawn and unknown get one and the same refusal: it tells a finder nothing about what was found.
"""

from starlette.datastructures import Headers

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.http.problems import Problem
from opdeplank.keys import id_tokens
from opdeplank.keys.id_tokens import Claims, IdTokens
from opdeplank.keys.key import MARK
from opdeplank.keys.key_file import KeyFile, UnreadableKeys
from opdeplank.keys.key_set import IssuerAway
from opdeplank.keys.keyring import Keyring
from opdeplank.keys.last_use import LastUse
from opdeplank.settings.table import Settings

HEADER, SCHEME = "authorization", "bearer"
OF_OTHERS = {"basic"}
"""Schemes that a proxy in front of the service may ask of a browser; they say nothing to us."""
NOT_YOU = Problem(
    401, "Je sleutel werkt niet.", "Hij klopt niet, is verlopen of is ingetrokken. Vraag een nieuwe, of laat hem weg.",
    code="UNAUTHENTICATED",
    headers={"WWW-Authenticate": 'Bearer realm="Op de Plank", error="invalid_token"', "Cache-Control": "no-store"},
)  # fmt: skip
CANNOT_TELL = Problem(
    503, "We kunnen je sleutel nu niet nakijken.", "Probeer het zo opnieuw, of laat je sleutel weg.",
    code="STORE_UNAVAILABLE", headers={"Retry-After": "5", "Cache-Control": "no-store"},
)  # fmt: skip


class Identity:
    """`of` says who asks. A stream that stays open asks it again."""

    def __init__(self, settings: Settings) -> None:
        keys = KeyFile(settings.data)
        self._anybody = Viewer(Rol[settings.rol])
        self._keyring = Keyring(settings.data, LastUse(keys).note)
        self._tokens = tokens(settings)

    async def of(self, headers: Headers) -> Viewer | Problem:
        """Who sends these headers, or why that cannot be said."""
        given = headers.getlist(HEADER)
        if not given:
            return self._anybody
        scheme, _, shown = given[0].partition(" ")
        if len(given) == 1 and scheme.lower() in OF_OTHERS:
            return self._anybody
        if len(given) > 1 or scheme.lower() != SCHEME:
            return NOT_YOU
        try:
            return await self._holder(shown.strip(" ")) or NOT_YOU
        except (UnreadableKeys, IssuerAway):
            return CANNOT_TELL

    async def _holder(self, shown: str) -> Viewer | None:
        if shown.startswith(f"{MARK}_"):
            return self._keyring.viewer(shown)
        return await self._tokens.viewer(shown) if self._tokens else None


def tokens(settings: Settings) -> IdTokens | None:
    """The check of tokens, when an issuer is set."""
    if not settings.oidc_uitgever:
        return None
    claims = Claims(settings.oidc_rol, settings.oidc_gemeente, settings.oidc_rollen)
    return id_tokens.at(settings.oidc_uitgever, settings.oidc_publiek, settings.oidc_sleutels, claims)
