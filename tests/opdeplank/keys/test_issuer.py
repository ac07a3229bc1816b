"""Asking the issuer for its keys: where it says they are, over TLS or on this machine, and nowhere else."""

from collections.abc import Iterator

import pytest

from opdeplank.keys import issuer
from opdeplank.keys.issuer import Issuer, safe
from tests.opdeplank.keys import issuing

pytestmark = pytest.mark.anyio


@pytest.fixture
def served() -> Iterator[issuing.Issuer]:
    with issuing.issuer() as found:
        yield found


async def test_it_says_itself_where_its_keys_are_or_the_settings_do(served: issuing.Issuer) -> None:
    served.published = [issuing.Signing("een").public]
    assert await Issuer(served.url).keys() == {"keys": served.published}
    assert served.asked == ["/realm/.well-known/openid-configuration", "/realm/certs"]
    assert await Issuer(served.url, f"{served.url}/elders").keys() == {"keys": served.published}
    assert served.asked[2:] == ["/realm/elders"]


async def test_one_that_speaks_for_another_is_not_believed(served: issuing.Issuer) -> None:
    with pytest.raises(ValueError, match="jwks_uri"):
        await Issuer(f"{served.url}/").keys()


@pytest.mark.parametrize("status", [301, 302, 307, 404, 500])
async def test_a_redirect_and_a_refusal_are_no_answer(served: issuing.Issuer, status: int) -> None:
    served.status = status
    served.redirect = f"{served.url}/weg" if status < 400 else None
    with pytest.raises(OSError, match=str(status)):
        await Issuer(served.url, f"{served.url}/certs").keys()
    assert served.asked == ["/realm/certs"], "it followed"


async def test_what_is_too_large_or_no_object_is_no_answer(
    served: issuing.Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    served.published = [issuing.Signing("een").public]
    monkeypatch.setattr(issuer, "MOST_BYTES", 10)
    with pytest.raises(ValueError, match="certs"):
        await Issuer(served.url, f"{served.url}/certs").keys()


async def test_one_that_is_not_there_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match="refused"):
        await Issuer("http://127.0.0.1:1", "http://127.0.0.1:1/certs").keys()


@pytest.mark.parametrize(
    ("address", "beside", "is_safe"),
    [
        ("https://login.gemeente.nl/certs", "https://login.gemeente.nl", True),
        ("https://sleutels.elders.nl/certs", "https://login.gemeente.nl", True),
        ("http://login.gemeente.nl/certs", "https://login.gemeente.nl", False),
        ("http://127.0.0.1:9000/certs", "http://localhost:9000", True),
        ("http://127.0.0.1:9000/certs", "https://login.gemeente.nl", False),
        ("http://127.0.0.1.elders.nl/certs", "http://127.0.0.1:9000", False),
        ("http://localhost@elders.nl/certs", "http://127.0.0.1:9000", False),
        ("http://[::1]:9000/certs", "http://127.0.0.1:9000", True),
        ("file:///etc/passwd", "https://login.gemeente.nl", False),
        ("ftp://127.0.0.1/certs", "http://127.0.0.1:9000", False),
    ],
)
def test_where_keys_may_be(address: str, beside: str, is_safe: bool) -> None:
    assert safe(address, beside) is is_safe
