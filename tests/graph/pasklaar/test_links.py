from collections.abc import Mapping
from datetime import date

from graph.cypher.relevance import Match
from graph.map.understanding import Sought
from graph.pasklaar.links import by_knelpunt, by_thema, by_words, knelpunt_subject, words_subject
from graph.pasklaar.surroundings import Asker, Knelpunt, Surroundings

DAY = date(2026, 11, 29)
THEMAS = {"thema:a": "Schulden", "thema:b": "Wonen"}


def knelpunt(letter: str, themas: str, wetten: str = "", lijkt: Mapping[str, float] | None = None) -> Knelpunt:
    found = frozenset(f"thema:{t}" for t in themas)
    return Knelpunt(f"knelpunt:{letter}", f"Naam {letter}", found, tuple(f"wet:{w}" for w in wetten), lijkt or {})


def around(*knelpunten: Knelpunt) -> Surroundings:
    return Surroundings({}, THEMAS, knelpunten, None)


def test_what_is_asked_about_comes_first_and_what_shares_nothing_not_at_all() -> None:
    found = by_knelpunt("knelpunt:x", around(knelpunt("x", "a"), knelpunt("y", "a"), knelpunt("z", "b")))
    assert [v.id for v in found] == ["knelpunt:x", "knelpunt:y"]
    assert found[0].score == 1.0
    assert "Het hoort ook bij Schulden." in found[1].redenen


def test_what_somebody_said_counts_without_a_thema_in_common() -> None:
    other = knelpunt("y", "b", lijkt={"knelpunt:x": 0.9})
    [_, found] = by_knelpunt("knelpunt:x", around(knelpunt("x", "a"), other))
    assert (found.score, found.redenen[0]) == (0.9, "Iemand heeft vastgelegd dat ze op elkaar lijken.")


def test_of_a_thema_every_knelpunt_counts_the_same() -> None:
    found = by_thema("thema:a", around(knelpunt("y", "a"), knelpunt("x", "a")))
    assert [v.id for v in found] == ["knelpunt:y", "knelpunt:x"]
    assert len({v.score for v in found}) == 1
    assert found[0].redenen == ("Het hoort bij het thema Schulden.",)


def test_words_point_at_what_is_there_and_say_how() -> None:
    matches = [
        Match("knelpunt:x", "Knelpunt", "", 0.81234, 1.0, ("schuld",), 0.0),
        Match("knelpunt:weg", "Knelpunt", "", 0.9, 1.0, (), 0.0),
        Match("knelpunt:y", "Knelpunt", "", 0.5, 1.0, (), 0.0),
    ]
    found = by_words(matches, around(knelpunt("x", "a"), knelpunt("y", "a")))
    assert [(v.id, v.score) for v in found] == [("knelpunt:x", 0.812), ("knelpunt:y", 0.5)]
    assert [v.redenen for v in found] == [("Daarin staat ook: ‘schuld’.",), ("Het betekent ongeveer hetzelfde.",)]


def test_the_way_to_another_knelpunt_is_one_that_stands_in_the_graph() -> None:
    own, said = knelpunt("x", "a", "w"), knelpunt("s", "a", lijkt={"knelpunt:x": 1.0})
    by_law, by_thema_too = knelpunt("l", "b", "w", {}), knelpunt("t", "a")
    here = around(own, said, by_law, by_thema_too)
    ties = by_knelpunt("knelpunt:x", here)
    subject = knelpunt_subject("knelpunt:x", ties, here, Asker(), DAY, True)
    ways = {key: link.via for key, link in subject.knelpunten.items()}
    assert ways["knelpunt:x"] == ("knelpunt:x",)
    assert ways["knelpunt:s"] == ("knelpunt:x", "knelpunt:s")
    assert ways["knelpunt:t"] == ("knelpunt:x", "thema:a", "knelpunt:t")
    alone = knelpunt_subject("knelpunt:x", ties, here, Asker(), DAY, False)
    assert [*alone.knelpunten] == ["knelpunt:x"]
    assert alone.themas == {"thema:a": "Schulden"}


def test_words_that_mean_nearly_the_same_are_the_same_question() -> None:
    here = around(knelpunt("x", "a"), knelpunt("y", "a"))
    matches = (
        Match("knelpunt:x", "Knelpunt", "", 0.9, 1.0, (), 0.0), Match("knelpunt:y", "Knelpunt", "", 0.5, 1.0, (), 0.0)
    )  # fmt: skip
    sought = Sought(matches, best=0.9)
    subject = words_subject(sought, by_words(matches, here), here, Asker(), DAY, False)
    assert [*subject.knelpunten] == ["knelpunt:x"], "what is only like it is left out when that is asked"
    whole = words_subject(sought, by_words(matches, here), here, Asker(), DAY, True)
    assert [*whole.knelpunten] == ["knelpunt:x", "knelpunt:y"]
