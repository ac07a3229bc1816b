"""The texts of the full text: the limit on what the engine hands over stands before every condition, or after all."""

from graph.cypher import fulltext


def test_what_is_narrowed_down_is_all_that_there_is() -> None:
    text = fulltext.found("n", "$term", "$words", "n:Thema")
    assert f"{{limit: {fulltext.EVERYTHING}}}" in text
    assert text.index("limit") < text.index("WHERE n:Thema") < text.index("AS heeft")


def test_only_the_best_are_measured() -> None:
    rows = fulltext.found("n", "$term", "$words", "n:Thema", fulltext.DEEP)
    text = fulltext.ranked("n", rows, "$words", "$stems")
    assert text.startswith(rows)
    assert "ORDER BY score DESC, n.id" in text
    assert str(fulltext.WINDOW) in text
