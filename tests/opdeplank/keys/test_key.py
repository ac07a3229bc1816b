"""A key as it is handed out, and what is kept of it."""

from datetime import UTC, datetime, timedelta

import pytest

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.keys.key import ALPHABET, SHAPE, Key, Standing, digest, new, prefix_of

UNTIL = datetime(2027, 1, 1, tzinfo=UTC)


def test_a_key_is_256_bits_behind_a_prefix_and_only_its_hash_is_kept() -> None:
    shown, key = new("Portaal", Rol.ANALIST, None, UNTIL)
    mark, prefix, secret = shown.split("_", 2)
    assert (mark, prefix, len(secret)) == ("odp", key.prefix, 43)
    assert prefix_of(shown) == prefix
    assert set(prefix) <= set(ALPHABET)
    assert key.digest == digest(shown)
    assert secret not in repr(key)
    assert len({new("x", Rol.ANALIST, None, UNTIL)[0] for _ in range(200)}) == 200


@pytest.mark.parametrize(
    "shown",
    [
        "", "odp_", "odp_abcdefgh_kort", "ODP_abcdefgh_" + "a" * 43, "odp_abcdefgh_" + "a" * 44,
        "odp_abcdefgh_" + "é" * 43, "odp_abcdefgh_" + "a" * 43 + "\n",
    ],
)  # fmt: skip
def test_what_looks_otherwise_is_no_key(shown: str) -> None:
    assert prefix_of(shown) is None
    assert not SHAPE.fullmatch(shown)


def test_a_key_works_until_its_end_or_until_it_is_withdrawn() -> None:
    _, key = new("x", Rol.GEMEENTE, "gemeente:gm0344", UNTIL)
    assert key.standing(UNTIL - timedelta(seconds=1)) is Standing.GELDIG
    assert key.standing(UNTIL) is Standing.VERLOPEN
    gone = Key(**{**vars(key), "withdrawn": UNTIL})
    assert gone.standing(UNTIL - timedelta(days=1)) is Standing.INGETROKKEN
    assert key.viewer == Viewer(Rol.GEMEENTE, "gemeente:gm0344", key.prefix, UNTIL)
