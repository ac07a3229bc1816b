"""Ranking: the parts add up, what nobody assessed counts neither way, and likeness is what one would call alike."""

import re
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.dutch.phrasing import series
from graph.pasklaar.ranking import Candidate, Link, Reden, Subject, Use, reasons, score
from graph.pasklaar.weights import WEIGHTS, PasklaarRedenSoort, from_evidence, from_level
from graph.search.likeness import Profile, by_likeness, comparable, related

VANDAAG = date(2026, 11, 24)
APELDOORN = Profile("gemeente:gm0200", "Apeldoorn", 168211, "Gelderland")
ALMERE = Profile("gemeente:gm0034", "Almere", 232650, "Flevoland")
VUGHT = Profile("gemeente:gm0865", "Vught", 32000, "Noord-Brabant")
PLAIN = Candidate("oplossing:a", "A", "NIET_BEOORDEELD", "NIET_BEOORDEELD", None, {}, frozenset(), ())
ASKED = Subject(
    {
        "knelpunt:a": Link("knelpunt:a", "A", 1.0, True, ("knelpunt:a",)),
        "knelpunt:b": Link("knelpunt:b", "B", 0.5, False, ("knelpunt:a", "thema:x", "knelpunt:b")),
    },
    {"thema:x": "X", "thema:y": "Y"},
    {},
    (APELDOORN,),
    VANDAAG,
)
S = PasklaarRedenSoort


def use(gemeente: Profile, **changes: object) -> Use:
    plain = Use(f"toepassing:{gemeente.naam}", gemeente, "IN_GEBRUIK", None, None, False)
    return replace(plain, **changes)  # type: ignore[arg-type]


def part(candidate: Candidate, soort: PasklaarRedenSoort, subject: Subject = ASKED) -> Reden | None:
    return next((r for r in reasons(candidate, subject) if r.soort is soort), None)


def test_every_reason_stays_within_its_weight_and_the_parts_add_up() -> None:
    levels = product(Rijpheid, Bewijsniveau, (None, 0.0, 0.3, 1.0), range(0, 40, 7))
    for rijpheid, bewijs, dekking, users in levels:
        gebruik = tuple(use(replace(ALMERE, id=f"gemeente:{i}", naam=f"G{i}")) for i in range(users))
        candidate = Candidate(
            "o", "O", rijpheid.name, bewijs.name, "2025-01-01", {"knelpunt:a": dekking}, frozenset({"thema:x"}), gebruik
        )
        redenen = reasons(candidate, ASKED)
        assert score(redenen) == sum(r.gewicht for r in redenen)
        assert len({r.soort for r in redenen}) == len(redenen)
        for reden in redenen:
            low, high = sorted((0, WEIGHTS[reden.soort]))
            assert low <= reden.gewicht <= high
            assert isinstance(reden.gewicht, int)
            assert reden.uitleg.endswith(".")


def test_every_kind_of_reason_can_be_given() -> None:
    everything = Candidate(
        "o", "O", "PASKLAAR", "STERKE_AANWIJZINGEN", "2026-01-01", {"knelpunt:a": None}, frozenset({"thema:x"}),
        (use(replace(ALMERE, jeugdregio="X")), use(VUGHT, status="GESTOPT", reden_gestopt="Te duur.")),
    )  # fmt: skip
    near = replace(ASKED, teksten={"o": (0.5, ())}, gemeenten=(replace(APELDOORN, jeugdregio="X"),))
    given = {r.soort for r in reasons(everything, near)}
    given |= {r.soort for r in reasons(replace(everything, knelpunten={"knelpunt:b": None}), ASKED)}
    assert given == set(PasklaarRedenSoort)


@pytest.mark.parametrize("soort", [S.RIJPHEID, S.BEWIJSNIVEAU])
def test_what_nobody_assessed_is_shown_and_counts_neither_way(soort: PasklaarRedenSoort) -> None:
    reden = part(PLAIN, soort)
    assert reden == Reden(soort, "Niemand heeft het beoordeeld. Dat telt niet mee en niet tegen.", 0)


def test_nothing_is_inferred_from_one_scale_to_the_other() -> None:
    finished, proven = replace(PLAIN, rijpheid="PASKLAAR"), replace(PLAIN, bewijs="STERKE_AANWIJZINGEN")
    assert part(finished, S.BEWIJSNIVEAU) == part(PLAIN, S.BEWIJSNIVEAU)
    assert part(proven, S.RIJPHEID) == part(PLAIN, S.RIJPHEID)


def test_a_higher_step_never_gives_fewer_points() -> None:
    steps = [r for r in Rijpheid if r is not Rijpheid.UITGEFASEERD]
    points = [score(reasons(replace(PLAIN, rijpheid=r.name), ASKED)) for r in steps]
    assert points == sorted(set(points))
    points = [score(reasons(replace(PLAIN, bewijs=b.name), ASKED)) for b in Bewijsniveau]
    assert points == sorted(set(points))


def test_relevance_outweighs_everything_else_and_all_together_make_a_hundred_for_a_known_knelpunt() -> None:
    other = {s: w for s, w in WEIGHTS.items() if s not in (S.ZELFDE_KNELPUNT, S.VERWANT_KNELPUNT, S.TEKST) and w > 0}
    assert WEIGHTS[S.ZELFDE_KNELPUNT] >= sum(other.values())
    assert WEIGHTS[S.ZELFDE_KNELPUNT] + sum(other.values()) == 100


def test_the_knelpunt_itself_weighs_more_than_one_like_it_and_the_best_tie_counts() -> None:
    same, like = replace(PLAIN, knelpunten={"knelpunt:a": None}), replace(PLAIN, knelpunten={"knelpunt:b": None})
    own = ("knelpunt:a", "oplossing:a")
    assert part(same, S.ZELFDE_KNELPUNT) == Reden(S.ZELFDE_KNELPUNT, "A.", WEIGHTS[S.ZELFDE_KNELPUNT], own)
    assert part(like, S.VERWANT_KNELPUNT) == Reden(
        S.VERWANT_KNELPUNT, "B.", WEIGHTS[S.VERWANT_KNELPUNT] // 2,
        ("knelpunt:a", "thema:x", "knelpunt:b", "oplossing:a"),
    )  # fmt: skip
    both = replace(PLAIN, knelpunten={"knelpunt:a": None, "knelpunt:b": None})
    assert reasons(both, ASKED) == reasons(same, ASKED)


def test_a_solution_for_part_of_the_knelpunt_counts_for_that_part() -> None:
    whole, most, little = (replace(PLAIN, knelpunten={"knelpunt:a": d}) for d in (None, 0.8, 0.1))
    points = [part(c, S.ZELFDE_KNELPUNT) for c in (whole, most, little)]
    assert [p and p.gewicht for p in points] == [50, 40, 25]


def test_users_count_by_gemeente_and_only_while_they_use_it() -> None:
    gone = [
        use(VUGHT, tot="2025-12-31"), use(VUGHT, status="OVERWEEGT"), use(VUGHT, status="VOORBEREIDING"),
        use(VUGHT, beeindigd=True), use(VUGHT, status="GESTOPT"),
    ]  # fmt: skip
    assert part(replace(PLAIN, gebruik=tuple(gone)), S.VAAK_TOEGEPAST) is None
    one = replace(PLAIN, gebruik=(use(ALMERE), use(ALMERE, id="toepassing:nog een", status=None)))
    first = part(one, S.VAAK_TOEGEPAST)
    assert first is not None
    assert first.uitleg == "Eén gemeente werkt ermee."
    two = replace(PLAIN, gebruik=(use(ALMERE), use(VUGHT, tot="2027-01-01")))
    reden = part(two, S.VAAK_TOEGEPAST)
    assert reden is not None
    assert reden.uitleg == "Twee gemeenten werken ermee."
    assert 0 < first.gewicht < reden.gewicht < WEIGHTS[S.VAAK_TOEGEPAST]


def test_a_use_that_may_have_ended_counts_for_half_and_is_not_called_current() -> None:
    users = [replace(ALMERE, id=f"gemeente:{i}") for i in range(4)]
    sure, unsure = (
        part(replace(PLAIN, gebruik=tuple(use(u, status=s) for u in users)), S.VAAK_TOEGEPAST)
        for s in ("IN_GEBRUIK", None)
    )
    assert sure is not None
    assert unsure is not None
    assert unsure.uitleg == "Vier gemeenten gebruiken of gebruikten het."
    assert 0 < unsure.gewicht < sure.gewicht


def test_stopping_elsewhere_counts_against_with_the_reason_given_there() -> None:
    stopped = replace(PLAIN, gebruik=(use(VUGHT, status="GESTOPT", reden_gestopt="Het geld was op."),))
    uitleg = "Vught is ermee gestopt. De reden van Vught: Het geld was op."
    assert part(stopped, S.GESTOPT_ELDERS) == Reden(
        S.GESTOPT_ELDERS, uitleg, WEIGHTS[S.GESTOPT_ELDERS] // 3, ("gemeente:gm0865", "toepassing:Vught", "oplossing:a")
    )
    silent = part(replace(PLAIN, gebruik=(use(VUGHT, status="GESTOPT"),)), S.GESTOPT_ELDERS)
    assert silent is not None
    assert silent.uitleg == "Vught is ermee gestopt. De reden is niet bekend."


@pytest.mark.parametrize(
    ("getoetst", "share"),
    [("2026-03-01", 1), ("2024-01-01", 1), ("2023-12-31", 0.5), ("2021-01-01", 0), ("2027-01-01", 0), (None, 0)],
)
def test_only_a_recent_test_counts(getoetst: str | None, share: float) -> None:
    reden = part(replace(PLAIN, getoetst=getoetst), S.RECENT_GETOETST)
    assert (reden.gewicht if reden else 0) == share * WEIGHTS[S.RECENT_GETOETST]


def test_a_gemeente_of_another_size_is_less_comparable() -> None:
    assert comparable(APELDOORN, APELDOORN) == pytest.approx(0.75)
    assert comparable(*[replace(APELDOORN, arbeidsmarktregio="X")] * 2) == pytest.approx(0.85)
    assert comparable(APELDOORN, ALMERE) > 0.5 > comparable(APELDOORN, VUGHT)
    assert comparable(APELDOORN, replace(ALMERE, inwoners=None)) == 0
    feeling = replace(APELDOORN, ervaart=3)
    shared = [comparable(feeling, replace(ALMERE, ervaart=3, gedeeld=n)) for n in range(4)]
    assert shared == sorted(set(shared))
    assert shared[3] - shared[0] == pytest.approx(0.15)


def test_a_city_and_a_village_are_not_even_a_little_alike() -> None:
    amsterdam = Profile("gemeente:gm0363", "Amsterdam", 931298, "Noord-Holland")
    staphorst = Profile("gemeente:gm0180", "Staphorst", 17613, "Overijssel")
    asked = replace(ASKED, gemeenten=(staphorst,))
    assert part(replace(PLAIN, gebruik=(use(amsterdam),)), S.VERGELIJKBARE_GEMEENTE, asked) is None
    little = part(replace(PLAIN, gebruik=(use(VUGHT),)), S.VERGELIJKBARE_GEMEENTE)
    assert little is None or little.gewicht > 0


def test_the_same_region_is_a_reason_and_two_are_more() -> None:
    own = replace(ALMERE, jeugdregio="Flevoland", arbeidsmarktregio="Flevoland")
    asked = replace(ASKED, gemeenten=(replace(own, id="x", naam="Urk", inwoners=500),))
    both, one, none = (
        part(replace(PLAIN, gebruik=(use(u),)), S.ZELFDE_REGIO, asked)
        for u in (own, replace(own, jeugdregio="Andere"), replace(own, jeugdregio=None, arbeidsmarktregio=None))
    )
    assert both is not None
    assert both.uitleg == "Almere zit ook in jeugdregio Flevoland en arbeidsmarktregio Flevoland (indeling: CBS)."
    assert one is not None
    assert 0 < one.gewicht < both.gewicht == WEIGHTS[S.ZELFDE_REGIO]
    assert none is None


def test_users_stand_in_order_of_likeness_and_without_a_gemeente_the_largest_first() -> None:
    users = [use(VUGHT), use(ALMERE)]
    assert [u.gemeente.naam for u in by_likeness(users, [APELDOORN])] == ["Almere", "Vught"]
    assert [u.gemeente.naam for u in by_likeness(users, [replace(VUGHT, id="x", inwoners=30000)])] == [
        "Vught",
        "Almere",
    ]
    assert [u.gemeente.naam for u in by_likeness(users, [])] == ["Almere", "Vught"]


def test_the_comparable_gemeente_is_named_and_never_the_asker_itself() -> None:
    reden = part(replace(PLAIN, gebruik=(use(ALMERE), use(VUGHT), use(APELDOORN))), S.VERGELIJKBARE_GEMEENTE)
    assert reden is not None
    assert reden.uitleg == "Almere lijkt op Apeldoorn."
    assert part(replace(PLAIN, gebruik=(use(APELDOORN),)), S.VERGELIJKBARE_GEMEENTE) is None
    assert part(replace(PLAIN, gebruik=(use(ALMERE),)), S.VERGELIJKBARE_GEMEENTE, replace(ASKED, gemeenten=())) is None


def test_knelpunten_are_related_by_themas_words_and_law_together() -> None:
    x, y, z = frozenset("x"), frozenset("xy"), frozenset("z")
    assert related(x, z, False, 0.2) == 0
    assert 0 < related(x, y, False, 0.0) < related(x, y, True, 0.0) < related(x, y, True, 0.5)
    assert related(x, x, True, 1.0) == 1


def test_a_ladder_is_climbed_from_the_step_asked_for_and_never_ends_in_what_is_no_longer_used() -> None:
    assert from_level(Rijpheid.BEPROEFD) == ["BEPROEFD", "PASKLAAR"]
    assert from_level(Rijpheid.NIET_BEOORDEELD) == [r.name for r in Rijpheid if r is not Rijpheid.UITGEFASEERD]
    assert from_evidence(None) == [b.name for b in Bewijsniveau]
    assert from_evidence(Bewijsniveau.GOEDE_AANWIJZINGEN) == ["GOEDE_AANWIJZINGEN", "STERKE_AANWIJZINGEN"]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""), (["A"], "A"), (["A", "B"], "A en B"), (["A", "B", "C"], "A, B en C"),
        (["A", "B", "C", "D", "E"], "A, B, C en twee andere"),
    ],
)  # fmt: skip
def test_names_become_a_series(names: list[str], text: str) -> None:
    assert series(names) == text


def test_the_guide_has_the_table_of_weights() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "handleiding" / "zoeken-en-pasklaar.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `([A-Z_]+)` \| (-?\d+) \|", guide, flags=re.MULTILINE))
    assert told == {soort.name: str(weight) for soort, weight in WEIGHTS.items()}
