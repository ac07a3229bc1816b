"""Whose word is taken about where a request comes from: a listed proxy's, counted from the right."""

import pytest
from starlette.datastructures import Headers

from opdeplank.door.forwarded import Hop, Seen, elements, seen
from opdeplank.settings.proxies import Proxies
from tests.work import ends

LISTED = Proxies.read("127.0.0.1, 10.0.0.0/8, 2001:db8::/32")


def of(peer: str = "127.0.0.1", proxies: Proxies = LISTED, **given: str) -> Seen:
    return seen(peer, Headers({name.replace("_", "-"): value for name, value in given.items()}), proxies)


@pytest.mark.parametrize(
    ("written", "client"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("1.1.1.1, 203.0.113.9", "203.0.113.9"),  # what stands before it, anybody can have written
        ("203.0.113.9, 10.0.0.2", "203.0.113.9"),
        ("6.6.6.6, 203.0.113.9, 10.0.0.2, 10.0.0.3", "203.0.113.9"),
        ("10.0.0.9, 10.0.0.2", "10.0.0.9"),  # every one of them is ours: the first
        ("203.0.113.9:4711", "203.0.113.9"),
        ("[2001:db9::1]:4711", "2001:db9::1"),
        ("2001:db9::1", "2001:db9::1"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("unknown", "unknown"),
        ("x" * 500, "x" * 64),
        (" , ,", "127.0.0.1"),
    ],
)
def test_the_caller_is_the_first_from_the_right_that_is_no_listed_proxy(written: str, client: str) -> None:
    assert of(x_forwarded_for=written).client == client


def test_nobody_else_is_believed() -> None:
    said = {"x_forwarded_for": "203.0.113.9", "x_forwarded_host": "kwaad.nl", "x_forwarded_proto": "https"}
    assert of("203.0.113.1", **said) == Seen("203.0.113.1")
    assert of("203.0.113.1", forwarded="for=203.0.113.9;host=kwaad.nl") == Seen("203.0.113.1")
    assert of("127.0.0.1", Proxies(), **said) == Seen("127.0.0.1")


def test_when_everyone_is_a_proxy_only_the_nearest_is_believed() -> None:
    everyone = Proxies.read("*")
    assert of("198.51.100.7", everyone, x_forwarded_for="6.6.6.6, 203.0.113.9").client == "203.0.113.9"


def test_what_the_outermost_listed_proxy_was_asked_for_counts() -> None:
    found = of(
        x_forwarded_for="6.6.6.6, 203.0.113.9, 10.0.0.2",
        x_forwarded_proto="gopher, https, http",
        x_forwarded_host="kwaad.nl, Plank.Gemeente.nl, binnen:8000",
        x_forwarded_prefix="/plank/",
    )
    assert found == Seen("203.0.113.9", "https", "plank.gemeente.nl", "/plank")


@pytest.mark.parametrize(
    "host", ["kwaad.nl/pad", "a b", 'kwaad.nl"><script>', "@kwaad.nl", "", "kwaad.nl:http", "é.nl", "."]
)
def test_a_host_that_is_none_is_passed_over(host: str) -> None:
    assert of(x_forwarded_host=host).host is None


@pytest.mark.parametrize("prefix", ["plank", "//kwaad.nl", "/a/../b", "/a b", '/"', "/" + "a" * 300, "/a//b", "/."])
def test_a_prefix_that_is_none_is_passed_over(prefix: str) -> None:
    assert of(x_forwarded_prefix=prefix).prefix is None


def test_the_standard_header_says_the_same() -> None:
    written = 'for=6.6.6.6;host=kwaad.nl, For="[2001:db9::1]:4711";Proto=https;host="plank.nl", for=10.0.0.2;proto=http'
    assert of(forwarded=written) == Seen("2001:db9::1", "https", "plank.nl")


def test_beside_what_proxies_usually_write_the_standard_header_is_the_callers_own() -> None:
    assert of(x_forwarded_for="203.0.113.9", forwarded="for=6.6.6.6;host=kwaad.nl") == Seen("203.0.113.9")


@pytest.mark.parametrize(
    ("written", "hops"),
    [
        ("", []),
        (",,;", [Hop("")]),
        ('for="a,b";host="x\\"y"', [Hop("a,b", host='x"y')]),
        ('for="niet gesloten, for=1.2.3.4', [Hop('"niet gesloten, for=1.2.3.4')]),
        ("for=_geheim ; proto = https", [Hop("_geheim", "https")]),
    ],
)
def test_anything_may_stand_in_it(written: str, hops: list[Hop]) -> None:
    assert elements(written) == hops


@pytest.mark.parametrize("piece", ['"', ";", ",", "\\", '";', "for=1;"])
def test_a_long_header_is_read_in_one_go(piece: str) -> None:
    """The square of its length would take an hour."""
    with ends():
        elements(piece * 160_000)
