"""The keys of the issuer: kept, renewed, and not to be thrown away or fetched for nothing by who makes names up."""

import asyncio
from collections.abc import Mapping
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from opdeplank.keys import key_set
from opdeplank.keys.key_set import AFTER_FAILURE, COOLDOWN, FRESH, MOST_UNKNOWN, STALE, UNKNOWN, IssuerAway, KeySet
from tests.opdeplank.keys.issuing import Signing

pytestmark = pytest.mark.anyio
ONE, TWO = Signing("een"), Signing("twee")


class World:
    """An issuer and a clock."""

    def __init__(self) -> None:
        self.now, self.fetched = 0.0, 0
        self.answer: Mapping[str, Any] | Exception = {"keys": [ONE.public]}
        self.keys = KeySet(self.fetch, lambda: self.now)

    async def fetch(self) -> Mapping[str, Any]:
        self.fetched += 1
        await asyncio.sleep(0)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def settled(self) -> None:
        """What goes on in the background is over."""
        for _ in range(5):
            await asyncio.sleep(0)


@pytest.fixture
def world() -> World:
    return World()


async def test_it_is_fetched_when_it_is_needed_and_once_for_all_who_wait(world: World) -> None:
    assert world.fetched == 0
    found = await asyncio.gather(*(world.keys.key("een") for _ in range(50)))
    assert {key.key_id for key in found if key} == {"een"}
    assert world.fetched == 1
    assert await world.keys.key(None) == found[0], "there is only one"


async def test_a_new_key_is_found_as_soon_as_may_be(world: World) -> None:
    assert await world.keys.key("een")
    world.answer = {"keys": [ONE.public, TWO.public]}
    assert await world.keys.key("twee") is None, "too soon after the last time"
    world.now += COOLDOWN + 1
    assert await world.keys.key("twee"), "a name that was refused without asking is not noted as unknown"
    assert await world.keys.key(None) is None, "there are two now"
    assert world.fetched == 2


async def test_a_flood_of_names_that_are_made_up_costs_a_fetch_in_a_while_and_no_key(world: World) -> None:
    assert await world.keys.key("een")
    for second in range(0, 600, 10):
        world.now = float(second)
        found = await asyncio.gather(*(world.keys.key(f"verzonnen-{second}-{n}") for n in range(100)))
        assert not any(found)
        assert await world.keys.key("een")
    assert world.fetched <= 600 / COOLDOWN + 1
    assert len(world.keys._unknown) <= MOST_UNKNOWN


async def test_a_name_that_was_not_there_is_not_asked_for_again(world: World) -> None:
    await world.keys.key("een")
    world.now = COOLDOWN + 1
    assert await world.keys.key("weg") is None
    assert world.fetched == 2
    world.now += COOLDOWN + 1
    assert await world.keys.key("weg") is None
    assert world.fetched == 2
    world.now += UNKNOWN
    world.answer = {"keys": [ONE.public, {**TWO.public, "kid": "weg"}]}
    assert await world.keys.key("weg")


@pytest.mark.parametrize("fault", [OSError("weg"), ValueError("geen JSON"), {"keys": []}, {"keys": "x"}, {}])
async def test_when_a_fetch_fails_the_last_good_keys_serve(world: World, fault: Any) -> None:
    assert await world.keys.key("een")
    world.answer = fault
    world.now = FRESH + 1
    assert await world.keys.key("een")
    await world.settled()
    assert world.fetched == 2
    world.now += COOLDOWN + 1
    assert await world.keys.key("verzonnen") is None
    assert await world.keys.key("een")
    assert "verzonnen" not in world.keys._unknown, "nobody said that it is not there"
    world.now = STALE + 1
    with pytest.raises(IssuerAway):
        await world.keys.key("een")


async def test_a_key_that_the_issuer_takes_back_is_forgotten_without_anyone_waiting(world: World) -> None:
    assert await world.keys.key("een")
    world.answer = {"keys": [TWO.public]}
    world.now = FRESH + 1
    assert await world.keys.key("een"), "who comes first does not wait"
    await world.settled()
    assert await world.keys.key("een") is None
    assert await world.keys.key("twee")


async def test_without_any_keys_it_says_so_and_tries_again_soon(world: World) -> None:
    world.answer = OSError("weg")
    for _ in range(20):
        with pytest.raises(IssuerAway):
            await world.keys.key("een")
    assert world.fetched == 1
    world.answer = {"keys": [ONE.public]}
    world.now += AFTER_FAILURE + 1
    assert await world.keys.key("een")


async def test_who_hangs_up_stops_nothing_for_the_others(world: World) -> None:
    first = asyncio.create_task(world.keys.key("een"))
    second = asyncio.create_task(world.keys.key("een"))
    await asyncio.sleep(0)
    first.cancel()
    assert await second


def test_only_public_keys_for_signatures_count() -> None:
    short = rsa.generate_private_key(public_exponent=65537, key_size=1024).public_key()
    weak = {**jwt.algorithms.RSAAlgorithm.to_jwk(short, as_dict=True), "kid": "kort", "alg": "RS256"}
    given = [
        ONE.public,
        {"kty": "oct", "k": "Z2VoZWlt", "kid": "geheim", "alg": "HS256"},
        {**TWO.public, "kid": "versleutelen", "use": "enc"},
        {**TWO.public, "kid": "anders", "alg": "HS256"},
        weak,
        {"kty": "EC", "crv": "P-256", "kid": "half"},
        "geen sleutel",
    ]
    assert [*key_set.usable({"keys": given})] == ["een"]
