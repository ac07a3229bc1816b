import pytest

from graph.domain import vocabulary
from opdeplank.display import display
from opdeplank.display.display import WORDS


@pytest.mark.parametrize(
    ("written", "shown"), [("2018-02-08", "8 februari 2018"), ("2018-01-01", "2018"), ("2018-12-31", "2018")]
)
def test_a_day_is_written_out_unless_the_source_gave_a_year(written: str, shown: str) -> None:
    assert display.day(written) == shown


def test_a_moment_is_shown_as_its_day() -> None:
    assert display.full_day("2018-01-01T12:00:00Z") == "1 januari 2018"


def test_numbers_and_periods_read_as_in_dutch() -> None:
    assert display.number(1234567) == "1.234.567"
    assert display.period("2016-heden") == "2016 tot heden"
    assert display.period("2016 - 2018") == "2016–2018"
    assert (display.several(1, "gemeente", "gemeenten"), display.several(1200, "x", "y")) == ("1 gemeente", "1.200 y")


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("gemeente:gm0153", "/gemeente/GM0153"),
        ("oplossing:fonds", "/oplossing/fonds"),
        ("persoon:ria", None),
        ("x", None),
    ],
)
def test_what_has_a_page_has_an_address(key: str, page: str | None) -> None:
    assert display.address(key) == page


def test_a_passage_says_what_it_proves() -> None:
    assert display.proves([]) == ""
    assert display.proves(["titel"]) == "De titel"
    assert display.proves(["samenvatting", "rijpheid", "samenvatting"]) == "De samenvatting en de rijpheid"
    assert display.proves(["NOG_NIET_BEKEND"]) == "Nog niet bekend"


def test_a_role_is_told_with_where_and_until_when() -> None:
    gemeente = {"__typename": "Gemeente", "weergavenaam": "Enschede"}
    role = {"functie": "directeur", "node": gemeente, "van": "2020-01-01", "tot": None}
    assert display.function(role) == "directeur, gemeente Enschede"
    assert display.function({**role, "van": None}) == "directeur, gemeente Enschede (datum niet bekend)"
    assert display.function({**role, "tot": "2018-05-01", "functie": None}) == "gemeente Enschede (tot 2018)"
    assert display.party({"__typename": "Organisatie", "weergavenaam": "Divosa"}) == "Divosa"


def test_a_long_text_is_cut_between_words() -> None:
    assert display.first_sentence("Een zin. En nog een.") == "Een zin."
    assert display.first_sentence("woord " * 100, 12) == "woord woord …"
    assert display.heading_class("x" * 121) == "titel lang"


def test_the_rest_is_what_is_not_shown() -> None:
    assert (display.rest([1, 2], 5), display.rest([1, 2], 1)) == (3, 0)
    assert display.site("https://www.omroepwest.nl/nieuws") == "omroepwest.nl"


@pytest.mark.parametrize(
    "words",
    [
        vocabulary.Rijpheid, vocabulary.Bewijsniveau, vocabulary.Oplosroute, vocabulary.TrajectStatus,
        vocabulary.ToepassingStatus, vocabulary.KnelpuntFase,
    ],
    ids=lambda words: words.__name__,
)  # fmt: skip
def test_every_word_of_a_list_that_a_page_shows_has_a_text(words: type) -> None:
    assert {level.name for level in words} <= WORDS.keys()  # type: ignore[attr-defined]
