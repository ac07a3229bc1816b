"""Who sends a request, by its headers."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.datastructures import Headers

from graph.domain.viewer import PUBLIC, Viewer
from graph.domain.vocabulary import Rol
from opdeplank.keys.identity import CANNOT_TELL, NOT_YOU, Identity
from opdeplank.keys.key import new
from opdeplank.keys.key_file import NAME, KeyFile
from opdeplank.settings.table import Settings
from tests.opdeplank.keys import issuing
from tests.opdeplank.keys.issuing import AUDIENCE, Issuer, Signing

pytestmark = pytest.mark.anyio
ONE = Signing("een")


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with issuing.issuer() as found:
        found.published = [ONE.public]
        yield found


def headers(*given: str) -> Headers:
    return Headers(raw=[(b"authorization", each.encode("latin-1")) for each in given])


def added(folder: Path, role: Rol = Rol.ANALIST, days: int = 1) -> str:
    shown, key = new("x", role, None, datetime.now(UTC) + timedelta(days=days))
    KeyFile(folder).add(key)
    return shown


async def test_without_a_key_one_is_anybody_as_the_settings_say(tmp_path: Path) -> None:
    assert await Identity(Settings(data=tmp_path)).of(headers()) == PUBLIC
    assert await Identity(Settings(data=tmp_path, rol="ANALIST")).of(headers()) == Viewer(Rol.ANALIST)
    assert await Identity(Settings(data=tmp_path)).of(headers("Basic cHJveHk6eA==")) == PUBLIC, "that is for a proxy"


@pytest.mark.parametrize("scheme", ["Bearer ", "bearer ", "BEARER  "])
async def test_a_key_says_who_one_is_however_its_scheme_is_written(tmp_path: Path, scheme: str) -> None:
    shown = added(tmp_path)
    identity = Identity(Settings(data=tmp_path, rol="PROGRAMMABUREAU"))
    found = await identity.of(headers(f"{scheme}{shown}"))
    assert isinstance(found, Viewer)
    assert (found.role, found.key) == (Rol.ANALIST, shown.split("_")[1]), "and not more than that"


async def test_whatever_is_wrong_with_it_the_refusal_is_the_same(tmp_path: Path, issuer: Issuer) -> None:
    shown, over, gone = added(tmp_path), added(tmp_path, days=-1), added(tmp_path)
    KeyFile(tmp_path).withdraw(gone.split("_")[1], datetime.now(UTC))
    identity = Identity(Settings(data=tmp_path, oidc_uitgever=issuer.url, oidc_publiek=AUDIENCE))
    token = ONE.token(issuer.claims())
    wrong = [
        (f"Bearer {over}",), (f"Bearer {gone}",), (f"Bearer {shown[:-1]}",), ("Bearer odp_abcdefgh_" + "a" * 43,),
        (f"Bearer {ONE.token(issuer.claims(aud='anders'))}",), (f"Bearer {ONE.token(issuer.claims(exp=1))}",),
        ("Bearer",), ("Bearer ",), ("",), (shown,), (f"Token {shown}",), (f"Bearer {shown} {shown}",), ("Bearer é",),
        (f"Bearer {shown}", f"Bearer {shown}"), ("Basic eA==", f"Bearer {shown}"), (f"Bearer {token}", "Basic eA=="),
        (f"Bearer {shown}, Bearer {shown}",), ("Bearer " + "x" * 15_000,), ("Digest x",),
    ]  # fmt: skip
    for given in wrong:
        assert await identity.of(headers(*given)) is NOT_YOU, given
    assert isinstance(await identity.of(headers(f"Bearer {shown}")), Viewer)
    assert isinstance(await identity.of(headers(f"Bearer {token}")), Viewer)
    assert NOT_YOU.headers["WWW-Authenticate"].startswith("Bearer ")


async def test_a_token_opens_nothing_when_no_issuer_is_set(tmp_path: Path, issuer: Issuer) -> None:
    assert await Identity(Settings(data=tmp_path)).of(headers(f"Bearer {ONE.token(issuer.claims())}")) is NOT_YOU
    assert issuer.asked == []


async def test_what_cannot_be_looked_at_opens_nothing_and_is_no_fault_of_the_caller(
    tmp_path: Path, issuer: Issuer
) -> None:
    shown = added(tmp_path)
    (tmp_path / NAME).write_bytes(b"iets anders" * 500)
    issuer.status = 500
    identity = Identity(Settings(data=tmp_path, oidc_uitgever=issuer.url, oidc_publiek=AUDIENCE))
    assert await identity.of(headers(f"Bearer {shown}")) is CANNOT_TELL
    assert await identity.of(headers(f"Bearer {ONE.token(issuer.claims())}")) is CANNOT_TELL
    assert await identity.of(headers()) == PUBLIC
