"""Weights in Accept and Accept-Encoding, to the letter of RFC 9110."""

import pytest

from opdeplank.http.accept import REMEMBERED, best, encoding, refused

HTML, LD, TURTLE = "text/html", "application/ld+json", "text/turtle"
OFFERS = (HTML, LD, TURTLE)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", HTML),
        ("  ", HTML),
        ("*/*", HTML),
        ("text/*", HTML),
        ("application/*", LD),
        ("text/turtle", TURTLE),
        ("text/turtle;q=0.2, text/html;q=0.9", HTML),
        ("text/html;q=0.2, text/turtle;q=0.9", TURTLE),
        ("text/turtle;q=0.2, text/html;q=0.20", TURTLE),  # equal weights: what is named first
        ("application/ld+json, text/turtle", LD),
        ("text/turtle, application/ld+json", TURTLE),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", HTML),
        ("text/*;q=0.5, text/html;q=0.1", TURTLE),  # the most exact range says the weight
        ("*/*;q=0.1, text/*;q=0.2, text/turtle;q=0.3", TURTLE),
        ("text/html;q=0, */*", LD),
        ("text/*;q=0, */*;q=0.1", LD),
        ("*/*;q=0, text/turtle;q=0.001", TURTLE),
        ("text/turtle;q=0", None),
        ("*/*;q=0", None),
        ("application/pdf", None),
        ("TEXT/TURTLE ; Q=1.0", TURTLE),
        ("text/turtle;charset=utf-8", TURTLE),
        ('text/turtle;charset="UTF-8";q=0.5, text/html;q=0.4', TURTLE),
        ("text/turtle;q=een, text/html;q=0.1", HTML),  # a weight that is none
        ("text/turtle;q=1.5, text/html;q=0.1", HTML),
        ("text/turtle;q=-1, text/html;q=0.1", HTML),
        ("text/turtle;q=0.1234, text/html;q=0.1", HTML),
        ("text/html;level=1;q=0, text/html;q=0.5", HTML),  # says nothing of what we offer
        (", ,text/turtle", TURTLE),
        ("text/turtle" + " " * REMEMBERED, TURTLE),
    ],
)
def test_the_media_type_with_the_highest_weight_is_chosen(accept: str, chosen: str | None) -> None:
    assert best(accept, OFFERS) == chosen


@pytest.mark.parametrize(
    ("accept", "said"),
    [
        ("text/turtle;q=0", False), ("text/html;q=0", True), ("*/*;q=0", True), ("text/html, */*;q=0", False),
        ("text/*;q=0, text/html", False), ("", False), ("text/html;level=1;q=0", False),
    ],
)  # fmt: skip
def test_whoever_will_not_have_a_page_says_so(accept: str, said: bool) -> None:
    assert refused(accept, HTML) is said


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "identity"),
        ("", "identity"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("gzip, deflate, br, zstd", "gzip"),
        ("GZIP;Q=1", "gzip"),
        ("gzip;q=0, identity", "identity"),
        ("gzip;q=0", "identity"),
        ("gzip;q=0, *", "identity"),
        ("br", "identity"),
        ("*", "gzip"),
        ("*;q=0.5", "gzip"),
        ("gzip;q=0.2, identity;q=0.8", "identity"),
        ("gzip;q=0.8, identity;q=0.2", "gzip"),
        ("identity;q=0.5, *;q=0", "identity"),
        ("identity;q=0, *", "gzip"),
        ("gzip, *;q=0", "gzip"),
        ("identity;q=0", None),
        ("identity;q=0, gzip;q=0", None),
        ("*;q=0", None),
    ],
)
def test_an_answer_is_packed_only_for_whom_that_will_do(accept: str | None, chosen: str | None) -> None:
    assert encoding(accept) == chosen


def test_a_header_of_a_thousand_members_is_cut_off_and_not_remembered() -> None:
    before = best.__globals__["_best"].cache_info().currsize
    assert best("text/turtle;q=0.1," * 1_000, OFFERS) == TURTLE
    assert best("a/b," * 1_000 + "text/turtle", OFFERS) is None
    assert best.__globals__["_best"].cache_info().currsize == before
