"""A short name is offered as the whole one, when the page has it."""

import pytest

from loaders.prose.bodies.subject import Topic
from loaders.prose.places import short_names
from tests.loaders.prose import reader

LOKET = "organisatie:het-juridisch-loket"


@pytest.mark.parametrize(
    ("text", "short", "whole"),
    [
        ("Het Jonge Dromen Fonds (JDF) begint. De directeur van het JDF sprak.", "JDF", "Jonge Dromen Fonds"),
        ("Directeur van Welzijn in Dalveen. Bij WiD werken er tien.", "WiD", "Welzijn in Dalveen"),
        ("De Rechtbank Dalveen sprak. Een medewerker van de rechtbank ook.", "rechtbank", "Rechtbank Dalveen"),
        ("De Rechtbank Dalveen en de Rechtbank Bergveen spraken.", "rechtbank", "rechtbank"),
        ("Het JDF begint.", "JDF", "JDF"),
    ],
)
def test_by_first_letters_or_by_the_word_for_its_kind(text: str, short: str, whole: str) -> None:
    assert short_names.whole(reader.seen(text), Topic("", "", short), []).vorm == whole


def test_what_the_page_is_about_and_the_graph_knows_has_the_word_for_its_kind() -> None:
    known = reader.seed_names().resolve("Rechtbank Limburg", ("Organisatie",))
    topics = [Topic(known[0], "")]
    assert short_names.whole(reader.seen("De rechtbank."), Topic("", "", "rechtbank"), topics).id == known[0]
    assert short_names.whole(reader.seen("De rechtbank."), Topic(LOKET, ""), topics).id == LOKET
