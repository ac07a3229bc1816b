"""The question behind a picture: valid, within the limits of anybody, and made of what the pages ask."""

import re

import pytest
from graphql import parse, validate

from graph.domain.provenance import MODEL
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.registered import registered
from opdeplank.pages.explore import picture_query
from opdeplank.pages.explore.nearby_things import Omgeving, Relatie
from opdeplank.pages.explore.relation_words import HEADINGS, KINDS, MEASURES, SHAPES

NO_NEIGHBOURS = {"voortgang", "toepassing"}
"""Messages are no things to walk on from; the page of a traject shows them."""


@pytest.mark.parametrize("kind", HEADINGS)
def test_every_relation_of_the_domain_is_asked_and_has_its_heading(kind: str) -> None:
    """A new relation in the declaration fails here until it can be walked."""
    declared = MODEL.by_label(kind).relations.keys() - NO_NEIGHBOURS
    assert declared == HEADINGS[kind].keys()
    assert declared == picture_query.asked(kind.lower())


def test_every_kind_that_can_be_walked_has_its_words() -> None:
    kinds = {r.file.removeprefix("verken-") for r in registered().values() if r.file.startswith("verken-")}
    assert kinds == {kind.lower() for kind in HEADINGS}
    assert HEADINGS.keys() == KINDS.keys()
    assert MEASURES.keys() | SHAPES.keys() <= KINDS.keys()


def everything(kind: str) -> Omgeving:
    """A thing of a kind that has something in every relation."""
    found = tuple(Relatie(field, heading, 1, ()) for field, heading in HEADINGS[kind].items())
    return Omgeving(f"{kind.lower()}:x", "x", kind, "", found)


def test_the_questions_of_a_picture_are_valid_and_name_each_thing_once() -> None:
    things = [everything(kind) for kind in HEADINGS]
    texts = picture_query.pictures(things, 'wet:"odd"')
    assert [validate(SCHEMA, parse(text)) for text in texts] == [[]] * len(texts)
    named = [key for text in texts for key in re.findall(r"\w+:x", text.partition("]")[0])]
    assert sorted(named) == sorted(thing.id for thing in things)
    assert sum("paden(" in text for text in texts) == 1


def test_what_one_opens_together_is_one_question_with_only_the_relations_that_have_something() -> None:
    few = Omgeving("thema:x", "x", "Thema", "", (Relatie("oplossingen", "", 1, ()),))
    (text,) = picture_query.pictures([few, everything("Wet")])
    assert "oplossingen" in text
    assert "trajecten" not in text
    assert "aantal" not in text


def test_the_address_of_a_question_opens_it() -> None:
    assert picture_query.graphiql("{ a }", "{}") == "/graphiql?query=%7B%20a%20%7D&variables=%7B%7D"


@pytest.mark.parametrize("by_count", [False, True])
@pytest.mark.parametrize("kind", HEADINGS)
def test_every_list_has_pages_and_orders_that_the_api_knows(kind: str, by_count: bool) -> None:
    lists = picture_query.listed(kind.lower())
    assert lists <= HEADINGS[kind].keys()
    for field in lists:
        text = picture_query.one_relation(kind.lower(), field, by_count)
        assert validate(SCHEMA, parse(text)) == [], (field, text)
        assert ("AFLOPEND" in text) == (by_count and picture_query.counted(kind.lower(), field) is not None)
