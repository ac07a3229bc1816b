"""What a fact says, as texts and words: parts by their path, nothing of what is null, unknown words as they come."""

import json
from typing import Any

import pytest

from schema.response.fact_fields import other, relation, said, value, word

RELATIONS = {"WERKT_BIJ": 1}
BOTH = (("n", "naam"), ("w", "waarden"))


@pytest.mark.parametrize(
    ("stored", "lines"),
    [
        ({}, {}),
        ({"naam": "Anna", "tot": None}, {"naam": ["Anna"]}),
        ({"getal": 12, "zeker": True, "oud": False, "deel": 0.5},
         {"getal": ["12"], "zeker": ["ja"], "oud": ["nee"], "deel": ["0.5"]}),
        ({"synoniemen": ["a", "b"], "regios": []}, {"synoniemen": ["a", "b"], "regios": []}),
        ({"a": {"b": {"c": "x"}}}, {"a.b.c": ["x"]}),
        ({"materialen": [{"titel": "A"}, {"titel": "B", "url": None}]},
         {"materialen.1.titel": ["A"], "materialen.2.titel": ["B"]}),
    ],
)  # fmt: skip
def test_each_field_is_a_line(stored: dict[str, Any], lines: dict[str, list[str]]) -> None:
    assert {line["n"]: line["w"] for line in said(BOTH)(json.dumps(stored))} == lines


def test_nothing_stored_is_nothing_said_and_only_what_is_asked_is_there() -> None:
    assert said(BOTH)(None) == []
    assert said((("t", "__typename"),))('{"a": "b"}') == [{"t": "FeitVeld"}]


@pytest.mark.parametrize(
    ("predicate", "text", "told"),
    [
        ("WERKT_BIJ", "gemeente:gm0344|wethouder", ("WERKT_BIJ", "gemeente:gm0344", None)),
        ("WERKT_BIJ", "gemeente:gm0344", ("WERKT_BIJ", "gemeente:gm0344", None)),
        ("WERKT_BIJ", None, ("WERKT_BIJ", None, None)),
        ("WERKT_BIJ", "|wethouder", ("WERKT_BIJ", None, None)),
        ("rijpheid", "PILOT", (None, None, "PILOT")),
        ("bestaan", None, (None, None, None)),
    ],
)
def test_a_relation_has_another_thing_and_a_field_a_value(
    predicate: str, text: str | None, told: tuple[str | None, ...]
) -> None:
    found = (relation(RELATIONS)(predicate), other(RELATIONS)(predicate, text), value(RELATIONS)(predicate, text))
    assert found == told


@pytest.mark.parametrize(("text", "name"), [("rol", "ROL"), ("e-mail", "E_MAIL"), ("E_MAIL", "E_MAIL"), (None, None)])
def test_a_word_is_the_name_of_a_member(text: str | None, name: str | None) -> None:
    assert word(text) == name


def test_who_does_not_see_everything_is_told_of_no_other_thing_than_the_two_ends() -> None:
    text = '{"id":"knelpunt:a","thema":["thema:geheim","thema:open"],"titel":"Zo: dit","wet":"wet:geheim"}'
    told = said((("naam", "naam"), ("waarden", "waarden")), {"knelpunt", "thema", "wet"})(
        text, "knelpunt:a", "thema:open|x"
    )
    assert told == [
        {"naam": "id", "waarden": ["knelpunt:a"]},
        {"naam": "thema", "waarden": ["thema:open"]},
        {"naam": "titel", "waarden": ["Zo: dit"]},
    ]
