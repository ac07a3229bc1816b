"""Tokens of an issuer that runs beside the test: which open something, what they open, and which do not."""

import base64
import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.keys import id_tokens
from opdeplank.keys.id_tokens import LEEWAY, LONGEST, Claims, IdTokens
from tests.opdeplank.keys import issuing
from tests.opdeplank.keys.issuing import AUDIENCE, Issuer, Signing

pytestmark = pytest.mark.anyio
ONE, OTHER, WITH_RSA = Signing("een"), Signing("een"), Signing("rsa", "RS256")
"""`OTHER` calls itself as `ONE` does."""


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    with issuing.issuer() as found:
        found.published = [ONE.public, WITH_RSA.public]
        yield found


@pytest.fixture
def tokens(issuer: Issuer) -> IdTokens:
    return id_tokens.at(issuer.url, AUDIENCE, "", Claims())


@pytest.mark.parametrize("signing", [ONE, WITH_RSA], ids=["ES256", "RS256"])
async def test_a_right_token_says_who_it_is(issuer: Issuer, tokens: IdTokens, signing: Signing) -> None:
    claims = issuer.claims()
    found = await tokens.viewer(signing.token(claims))
    assert found == Viewer(Rol.ANALIST, None, "token:u-17", datetime.fromtimestamp(claims["exp"], UTC))


def made(payload: dict[str, Any], header: dict[str, Any], signature: bytes = b"") -> str:
    """A token by hand."""
    parts = [json.dumps(header).encode(), json.dumps(payload).encode(), signature]
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)


def with_the_public_key(issuer: Issuer) -> str:
    """Signed with HMAC and what everybody can read: a checker that lets the token choose believes it."""
    pem = WITH_RSA.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    header = {"alg": "HS256", "typ": "JWT", "kid": "rsa"}
    unsigned = made(issuer.claims(), header, b"x").rpartition(".")[0]
    signature = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256).sign(unsigned.encode(), pem)
    return f"{unsigned}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def changed(token: str, claims: dict[str, Any]) -> str:
    """With other claims under the same signature."""
    head, _, signature = token.split(".")
    return ".".join([head, made(claims, {}).split(".")[1], signature])


NOW = int(time.time())
WRONG: dict[str, Callable[[Issuer], str]] = {
    "no signature": lambda i: made(i.claims(), {"alg": "none", "kid": "een"}),
    "no signature, in capitals": lambda i: made(i.claims(), {"alg": "NONE", "kid": "een"}, b"x"),
    "HMAC with the public key": with_the_public_key,
    "no algorithm": lambda i: made(i.claims(), {"kid": "een"}, b"x"),
    "another algorithm of the same key": lambda i: Signing("rsa", "PS256").token(i.claims()),
    "another key of the same name": lambda i: OTHER.token(i.claims()),
    "an unknown key": lambda i: Signing("nergens").token(i.claims()),
    "no name of a key, of which there are two": lambda i: ONE.token(i.claims(), kid=None),
    "its key brought along": lambda i: OTHER.token(i.claims(), jwk=OTHER.public, kid="mee"),
    "an address for its key": lambda i: OTHER.token(i.claims(), jku=f"{i.url}/certs", kid="mee"),
    "a demand that we do not know": lambda i: ONE.token(i.claims(), crit=["exp", "iets"]),
    "for another": lambda i: ONE.token(i.claims(aud="anders")),
    "for nobody": lambda i: ONE.token(i.claims(aud=None)),
    "of another": lambda i: ONE.token(i.claims(iss="https://elders.nl")),
    "of nobody": lambda i: ONE.token(i.claims(iss=None)),
    "over": lambda i: ONE.token(i.claims(exp=NOW - LEEWAY - 30)),
    "without an end": lambda i: ONE.token(i.claims(exp=None)),
    "an end beyond the calendar": lambda i: ONE.token(i.claims(exp=10**15)),
    "an end in words": lambda i: ONE.token(i.claims(exp="morgen")),
    "not yet": lambda i: ONE.token(i.claims(nbf=NOW + 100_000)),
    "of no subject": lambda i: ONE.token(i.claims(sub=None)),
    "of a subject without end": lambda i: ONE.token(i.claims(sub="x" * 500)),
    "cut off": lambda i: ONE.token(i.claims())[:-4],
    "changed": lambda i: changed(ONE.token(i.claims()), i.claims(rol="PROGRAMMABUREAU")),
    "huge": lambda i: ONE.token(i.claims(meer="x" * LONGEST)),
    "huge in its head": lambda i: ONE.token(i.claims(), kid="k" * 5_000),
    "no JSON": lambda i: "eyJ4.eyJ4.eyJ4",
    "deep": lambda i: made(i.claims(), {"alg": "ES256", "kid": "een"}).split(".")[0] + "." + "W1tb" * 1_500 + ".eA",
    "one part": lambda i: "eyJhbGciOiJub25lIn0",
    "five parts": lambda i: "a.b.c.d.e",
    "nothing": lambda i: "",
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
async def test_what_is_wrong_opens_nothing(issuer: Issuer, tokens: IdTokens, what: str) -> None:
    assert await tokens.viewer(WRONG[what](issuer)) is None


async def test_clocks_may_differ_a_little(issuer: Issuer, tokens: IdTokens) -> None:
    now = int(time.time())
    assert await tokens.viewer(ONE.token(issuer.claims(exp=now - LEEWAY + 30)))
    assert await tokens.viewer(ONE.token(issuer.claims(nbf=now + LEEWAY - 30)))


async def test_keys_change_under_way(issuer: Issuer) -> None:
    """As issuers do it: the new one is published first, used next, and the old one goes last."""
    now = [0.0]
    tokens = id_tokens.at(issuer.url, AUDIENCE, f"{issuer.url}/certs", Claims())
    tokens.keys.clock = lambda: now[0]
    old, new = Signing("oud"), Signing("nieuw")
    before = issuer.published
    try:
        issuer.published = [old.public]
        assert await tokens.viewer(old.token(issuer.claims()))
        issuer.published = [old.public, new.public]
        now[0] = 31.0
        assert await tokens.viewer(new.token(issuer.claims()))
        assert await tokens.viewer(old.token(issuer.claims()))
        issuer.published, now[0] = [new.public], 1_000.0
        await tokens.viewer(new.token(issuer.claims()))
        assert tokens.keys._fetching is not None
        await tokens.keys._fetching
        assert await tokens.viewer(old.token(issuer.claims())) is None
        assert await tokens.viewer(new.token(issuer.claims()))
    finally:
        issuer.published = before


GM = {"gemeente": "GM0344"}


@pytest.mark.parametrize(
    ("claims", "told", "role", "gemeente"),
    [
        (Claims(), {"rol": "PROGRAMMABUREAU"}, Rol.PROGRAMMABUREAU, None),
        (Claims(), {"rol": ["OPENBAAR", "ANALIST"]}, Rol.ANALIST, None),
        (Claims(), {"rol": "GEMEENTE", **GM}, Rol.GEMEENTE, "gemeente:gm0344"),
        (Claims(), {"rol": "GEMEENTE"}, Rol.OPENBAAR, None),
        (Claims(), {"rol": "GEMEENTE", "gemeente": ["GM0344"]}, Rol.OPENBAAR, None),
        (Claims(), {"rol": "GEMEENTE", "gemeente": "GM0344 of GM0034"}, Rol.OPENBAAR, None),
        (Claims(), {"rol": "ANALIST", **GM}, Rol.ANALIST, None),
        (Claims(), {"rol": None}, Rol.OPENBAAR, None),
        (Claims(), {"rol": {"ANALIST": True}}, Rol.OPENBAAR, None),
        (Claims(), {"rol": "analist"}, Rol.OPENBAAR, None),
        (Claims("realm_access.roles"), {"realm_access": {"roles": ["x", "ANALIST"]}}, Rol.ANALIST, None),
        (Claims("realm_access.roles"), {"realm_access": "ANALIST"}, Rol.OPENBAAR, None),
        (Claims("https://plank.nl/rol"), {"https://plank.nl/rol": "ANALIST"}, Rol.ANALIST, None),
        (Claims(roles={"bureau": Rol.PROGRAMMABUREAU}), {"rol": ["bureau"]}, Rol.PROGRAMMABUREAU, None),
        (Claims(roles={"bureau": Rol.PROGRAMMABUREAU}), {"rol": ["PROGRAMMABUREAU"]}, Rol.OPENBAAR, None),
        (Claims("rol", "org.code"), {"rol": "GEMEENTE", "org": {"code": "gm0344"}}, Rol.GEMEENTE, "gemeente:gm0344"),
    ],
)
async def test_what_a_token_opens(
    issuer: Issuer, claims: Claims, told: dict[str, Any], role: Rol, gemeente: str | None
) -> None:
    tokens = id_tokens.at(issuer.url, AUDIENCE, "", claims)
    found = await tokens.viewer(ONE.token(issuer.claims(**told)))
    assert found is not None
    assert (found.role, found.gemeente, found.key) == (role, gemeente, "token:u-17")
