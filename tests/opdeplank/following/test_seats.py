import pytest

from opdeplank.following.seats import Seats, Taken
from opdeplank.settings.table import Settings

SETTINGS = Settings(grens_stromen=3, grens_stromen_adres=1, grens_stromen_sleutel=2)


def limit(seats: Seats, address: str | None, key: str | None) -> str:
    with pytest.raises(Taken) as refused, seats.taken(address, key):
        pass
    assert refused.value.problem.headers["Retry-After"]
    return str(refused.value.problem.extra["limiet"])


def test_an_address_a_key_and_all_together_have_their_number() -> None:
    seats = Seats(SETTINGS)
    with seats.taken("a", None):
        assert limit(seats, "a", None) == "stromen_adres"
        with seats.taken("a", "k"), seats.taken("b", "k"):
            assert len(seats) == 3
            assert limit(seats, "c", None) == "stromen"
        with seats.taken("a", "k"):
            assert len(seats) == 2


def test_with_a_key_one_is_counted_by_it_alone_and_this_machine_only_in_all() -> None:
    seats = Seats(SETTINGS)
    with seats.taken("a", "k"), seats.taken("a", "k"):
        assert limit(seats, "a", "k") == "stromen_sleutel"
        with seats.taken(None, None):
            assert limit(seats, None, None) == "stromen"
    with seats.taken(None, None), seats.taken(None, None), seats.taken(None, None):
        pass


def test_a_seat_is_free_again_whatever_happened() -> None:
    seats = Seats(SETTINGS)
    with pytest.raises(ZeroDivisionError), seats.taken("a", "k"):
        raise ZeroDivisionError
    assert len(seats) == 0
