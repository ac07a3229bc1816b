"""A path is told in sentences with its things as links, and each step shows what it rests on."""

from typing import Any

from opdeplank.pages.explore.paths_shown import paths, pieces


def end(name: str, kind: str = "Thema") -> dict[str, Any]:
    return {"__typename": kind, "id": f"{kind.lower()}:{name.lower()}", "weergavenaam": name}


def step(a: dict[str, Any], b: dict[str, Any], passage: str) -> dict[str, Any]:
    bron = {"titel": "Brief", "soort": "webpagina", "url": "https://voorbeeld.nl", "datum": None}
    quoted = {"passage": passage, "onderbouwt": "GAAT_OVER", "regel": "zin", "bron": bron}
    return {"soort": "GAAT_OVER", "voorwaarts": True, "van": a, "naar": b, "herkomst": [quoted]}


def test_each_step_has_its_passage_and_the_whole_names_its_things() -> None:
    a, b, c = end("Kring", "Oplossing"), end("Meedoen"), end("St. Jan", "Organisatie")
    told = "Kring gaat over Meedoen. St. Jan gaat over Meedoen."
    (path,) = paths([{"lengte": 2, "uitleg": told, "stappen": [step(a, b, "een"), step(b, c, "twee")]}])
    assert [s.zin for s in path.stappen] == [told] * 2, "a full stop inside a name is no end of a sentence to cut at"
    assert [s.citaten[0].tekst for s in path.stappen] == ["een", "twee"]
    assert path.ids == ["oplossing:kring", "thema:meedoen", "organisatie:st. jan"]
    assert "".join(text for text, _ in path.delen) == told
    assert ("St. Jan", "organisatie:st. jan") in path.delen


def test_where_names_hold_no_full_stop_each_step_has_its_own_sentence() -> None:
    a, b, c = end("Kring", "Oplossing"), end("Meedoen"), end("Divosa", "Organisatie")
    told = "Kring gaat over Meedoen. Divosa gaat over Meedoen."
    (path,) = paths([{"lengte": 2, "uitleg": told, "stappen": [step(a, b, "een"), step(b, c, "twee")]}])
    assert [s.zin for s in path.stappen] == ["Kring gaat over Meedoen.", "Divosa gaat over Meedoen."]


def test_the_longest_name_wins_and_signs_in_a_name_are_no_pattern() -> None:
    found = pieces("Werk (en) meer hoort bij Werk.", [end("Werk"), end("Werk (en) meer")])
    assert found == [("Werk (en) meer", "thema:werk (en) meer"), (" hoort bij ", ""), ("Werk", "thema:werk"), (".", "")]
    assert pieces("Niets.", []) == [("Niets.", "")]
