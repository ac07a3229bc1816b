"""No limit in between: whatever a knelpunt has, conditions, totals, order and "nothing" are those of a look by hand."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from graph.cypher.removal import next_version
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.dutch.phrasing import series
from graph.engine.store import Store
from graph.pasklaar.for_gemeente import ready
from graph.pasklaar.lookup import Question, first, look_up
from graph.pasklaar.standing import Standing, strong
from graph.resources import LARGE, Kept, Resources
from tests.graph.pasklaar.crowd import (
    GEMEENTEN,
    MANY,
    THEMAS,
    gemeente,
    knelpunt,
    put_crowd,
    put_for,
    thema,
)
from tests.graph.pasklaar.test_lookup import Counting
from tests.plain import dump
from tests.plain.by_hand import ByHand

pytestmark = pytest.mark.anyio

VANDAAG = date(2026, 11, 24)
OPLOSSINGEN = 3_000


def questions(random: Random, number: int) -> list[Question]:
    made = [
        Question(knelpunt=MANY),
        Question(knelpunt=MANY, minimale_rijpheid=Rijpheid.PASKLAAR, ook_verwant=False),
        Question(knelpunt=MANY, minimale_rijpheid=Rijpheid.UITGEFASEERD, gemeente=gemeente(GEMEENTEN - 1)),
        Question(thema=thema(0), gemeente=gemeente(GEMEENTEN - 2)),
    ]
    for _ in range(number):
        about = {"knelpunt": random.choice([MANY, knelpunt(random.randrange(12))])}
        if random.random() < 0.3:
            about = {"thema": thema(random.randrange(THEMAS))}
        made.append(
            Question(
                **about,
                gemeente=random.choice([None, gemeente(random.randrange(GEMEENTEN))]),
                minimale_rijpheid=random.choice([Rijpheid.NIET_BEOORDEELD, *Rijpheid]),
                minimaal_bewijs=random.choice([None, None, *Bewijsniveau]),
                ook_verwant=random.random() < 0.7,
                uitsluiten_al_in_gebruik=random.random() < 0.7,
            )
        )
    return made


async def test_the_look_up_is_that_of_a_look_by_hand_where_one_knelpunt_has_thousands(store: Store) -> None:
    await put_crowd(store, 1, OPLOSSINGEN)
    by_hand = ByHand(await dump.read(store), VANDAAG)
    told_left = 0
    random = Random(2)
    for question in questions(random, 16):
        expected = by_hand.answer(question)
        part = slice(start := random.choice([0, 0, 3, 150]), start + random.choice([5, 40]))
        answer = await look_up(store, question, lambda rangen, part=part: part, vandaag=VANDAAG)
        assert [(t.oplossing, t.score) for t in answer.treffers] == expected.hits[part], question
        assert [-rang[0] for rang in answer.rangen] == [score for _, score in expected.hits]
        assert answer.aantal == len(expected.hits), question
        if question.knelpunt and question.ook_verwant:
            assert {v.id: v.score for v in answer.begrepen_als} == dict(expected.near)
        if answer.alternatief is not None:
            told_left += 1
            assert answer.onbeantwoord == (not any(expected.left.values()))
            first = next((why for why in ("al_in_gebruik", "te_weinig", "uitgefaseerd") if expected.left[why]), None)
            if first:
                assert f"{series(expected.left[first])}" in answer.alternatief.uitleg, question
    assert told_left > 1
    many = len(by_hand.answer(Question(knelpunt=MANY)).hits)
    assert many > 0.8 * OPLOSSINGEN, "one knelpunt should have thousands"


async def test_for_all_knelpunten_of_a_gemeente_together_it_is_as_well(store: Store) -> None:
    await put_crowd(store, 3, 400)
    by_hand = ByHand(await dump.read(store), VANDAAG)
    for number in (0, 1, GEMEENTEN - 2):
        expected = by_hand.elsewhere(gemeente(number))
        for skip in (0, 7):
            part = slice(skip, skip + 10)
            found = await ready(store, gemeente(number), lambda rangen, part=part: part, vandaag=VANDAAG)
            assert [(t.oplossing, t.score) for t in found.treffers] == expected[part]
            assert found.aantal == len(expected)
            assert found.begrepen_als


async def test_five_ready_ones_behind_a_hundred_and_twenty_others_are_found(store: Store) -> None:
    """As it was asked for: 130 oplossingen for one knelpunt, of which five are ready, with the highest ids."""
    await put_crowd(store, 4, 0)
    ripe = {f"oplossing:z{i}" for i in range(5)}
    await put_for(store, MANY, [f"oplossing:a{i:03d}" for i in range(125)], {})
    await put_for(store, MANY, sorted(ripe), {"rijpheid": "PASKLAAR", "bewijs": "GOEDE_AANWIJZINGEN"})
    whole = Question(knelpunt=MANY, ook_verwant=False)
    for question in (
        replace(whole, minimale_rijpheid=Rijpheid.PASKLAAR),
        replace(whole, minimaal_bewijs=Bewijsniveau.EERSTE_AANWIJZINGEN),
    ):
        answer = await look_up(store, question, first(50), vandaag=VANDAAG)
        assert {t.oplossing for t in answer.treffers} == ripe
        assert answer.aantal == 5
        assert answer.alternatief is None
    assert (await look_up(store, whole, vandaag=VANDAAG)).aantal == 130


async def test_what_is_kept_of_a_large_knelpunt_follows_the_graph(store: Store) -> None:
    await put_crowd(store, 5, 0)
    await put_for(store, MANY, [f"oplossing:a{i:03d}" for i in range(LARGE)], {})
    question = Question(knelpunt=MANY, ook_verwant=False)
    counting, resources = Counting(store), Resources(pools=Kept())
    for _ in range(2):
        assert (await look_up(counting, question, resources=resources, vandaag=VANDAAG)).aantal == LARGE
    assert counting.asked == 5 + 3, "the second time the oplossingen are there already"
    await put_for(store, MANY, ["oplossing:new"], {})
    await store.write(lambda run: next_version(run, "2027-01-01"))
    assert (await look_up(counting, question, resources=resources, vandaag=VANDAAG)).aantal == LARGE + 1


@pytest.mark.parametrize(
    ("least", "kept"), [(0, [84, 49, 21]), (15, [84, 49, 21]), (30, [84, 49]), (90, [])]
)  # fmt: skip
def test_what_is_only_a_little_like_the_question_is_no_hit(least: int, kept: list[int]) -> None:
    every = [Standing(-points, 0, "", f"oplossing:{points}", 0, "", "") for points in (84, 49, 21, 20, 8)]
    assert [-each.min_score for each in strong(every, least)] == kept
    assert strong([], least) == []
