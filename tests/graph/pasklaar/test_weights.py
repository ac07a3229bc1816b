from datetime import date
from itertools import pairwise

import pytest

from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.pasklaar import weights
from graph.pasklaar.weights import NAMES, WEIGHTS, PasklaarRedenSoort, from_evidence, from_level, points

S = PasklaarRedenSoort
TODAY = date(2026, 11, 29)


def test_every_reason_has_a_weight_and_a_name() -> None:
    assert WEIGHTS.keys() == NAMES.keys() == set(S)
    assert [soort for soort, weight in WEIGHTS.items() if weight < 0] == [S.GESTOPT_ELDERS]


@pytest.mark.parametrize("soort", S)
def test_a_share_gives_whole_points_and_never_more_than_all(soort: PasklaarRedenSoort) -> None:
    assert points(soort, 0) == points(soort, -3) == 0
    assert points(soort, 1) == points(soort, 9) == WEIGHTS[soort]
    assert isinstance(points(soort, 1 / 3), int)


def test_what_takes_away_a_part_still_counts() -> None:
    assert weights.knelpunt(True, 1.0, None) == weights.knelpunt(True, 1.0, 1.0) == WEIGHTS[S.ZELFDE_KNELPUNT]
    assert weights.knelpunt(True, 1.0, 0.01) == WEIGHTS[S.ZELFDE_KNELPUNT] * weights.LEAST_COVERAGE
    assert weights.knelpunt(False, 0.0, 1.0) == 0


def test_more_users_count_more_and_unsure_ones_half() -> None:
    given = [weights.users(number, number) for number in range(30)]
    assert given[0] == 0 < given[1]
    assert given == sorted(given)
    assert given[-1] == WEIGHTS[S.VAAK_TOEGEPAST]
    assert weights.users(8, 0) == weights.users(4, 4)


def test_stops_count_against_it_up_to_all() -> None:
    assert [weights.stops(n) for n in (0, 1, 3, 9)] == [0, -4, -12, -12]


@pytest.mark.parametrize(
    ("when", "share"),
    [
        (None, 0), ("onbekend", 0), ("2027-01-01", 0), ("2026-11-30", 0), ("2026-11-29", 1), ("2024", 1), ("2022", 0.5),
        ("2021-12-31", 0),
    ],
)  # fmt: skip
def test_a_test_counts_while_it_is_recent(when: str | None, share: float) -> None:
    assert weights.tested(when, TODAY) == WEIGHTS[S.RECENT_GETOETST] * share


def test_levels_count_upwards_without_what_is_no_longer_used() -> None:
    assert weights.rijpheid("UITGEFASEERD") == weights.bewijs("NIET_BEOORDEELD") == 0
    assert weights.rijpheid("PASKLAAR") == WEIGHTS[S.RIJPHEID]
    assert weights.bewijs("STERKE_AANWIJZINGEN") == WEIGHTS[S.BEWIJSNIVEAU]
    assert from_level(Rijpheid.PASKLAAR) == ["PASKLAAR"]
    assert from_level(Rijpheid.UITGEFASEERD) == ["UITGEFASEERD"]
    assert "UITGEFASEERD" not in from_level(Rijpheid.NIET_BEOORDEELD)
    assert from_evidence(None) == [level.name for level in Bewijsniveau]
    assert len(from_evidence(Bewijsniveau.STERKE_AANWIJZINGEN)) < len(from_evidence(Bewijsniveau.GOED_BESCHREVEN))


def test_thema_s_count_once_more_than_one_is_shared() -> None:
    assert [weights.thema(*pair) for pair in ((0, 3), (1, 1), (2, 3))] == [0, 6, 6]
    assert 0 < weights.thema(1, 3) < 6


def test_for_a_question_in_words_the_rest_only_orders_what_is_about_equally_near() -> None:
    rest = (S.ZELFDE_THEMA, S.VERGELIJKBARE_GEMEENTE, S.VAAK_TOEGEPAST, S.RIJPHEID, S.BEWIJSNIVEAU, S.RECENT_GETOETST)
    most = sum(points(soort, 1.0, weights.NUANCE) for soort in rest)
    about = points(S.TEKST, 1.0) + weights.knelpunt(*weights.in_words(1.0), None)
    assert most <= about / 5
    assert about + most <= 100


def test_the_points_of_a_knelpunt_that_words_led_to_go_up_evenly() -> None:
    given = [weights.knelpunt(*weights.in_words(share / 20), None) for share in range(21)]
    steps = [b - a for a, b in pairwise(given)]
    assert given[0] == 0
    assert set(steps) <= {1, 2}
    assert [weights.in_words(share)[0] for share in (0.5, 0.7)] == [False, True]


def test_no_score_is_over_a_hundred() -> None:
    """By words or by name: what a question is about, and everything else beside it."""
    about = (S.ZELFDE_KNELPUNT, S.VERWANT_KNELPUNT, S.TEKST)
    others = [soort for soort, weight in WEIGHTS.items() if soort not in about and weight > 0]
    nuance = sum(points(soort, 1.0, weights.NUANCE) for soort in others)
    assert weights.knelpunt(*weights.in_words(1.0), None) + WEIGHTS[S.TEKST] + nuance <= 100
    assert WEIGHTS[S.ZELFDE_KNELPUNT] + sum(WEIGHTS[soort] for soort in others) <= 100
