"""Names resolve when they are exactly a name or an alias; likeness only suggests."""

import pytest

from graph.contents.existing import Known
from loaders.names.naming import Names, nearest
from loaders.names.tokens import words

PARTIJ = ("Gemeente", "Departement", "Organisatie")


@pytest.fixture
def names() -> Names:
    made = Names()
    made.add("Gemeente", Known("gemeente:a", "Súdwest-Waterland", ("SWW", "GM9001")))
    made.add("Gemeente", Known("gemeente:nieuw", "Oudorp"))
    made.add("Gemeente", Known("gemeente:oud", "Oudorp", (), ended=True))
    made.add("Gemeente", Known("gemeente:weg", "Weggeest", (), ended=True))
    made.add("Departement", Known("departement:bos", "Ministerie van Bos en Water", ("BEW",)))
    made.add("Departement", Known("departement:wol", "Ministerie van Wol en Water", ("WEW",)))
    made.add("Organisatie", Known("organisatie:fonds", "Het Fonds"))
    made.add("Organisatie", Known("organisatie:bos", "Bos en Water"))
    return made


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Súdwest-Waterland", ("gemeente:a",)),
        ("gemeente SUDWEST WATERLAND", ("gemeente:a",)),
        ("de gemeente Súdwest-Waterland", ("gemeente:a",)),
        ("sww", ("gemeente:a",)),
        ("Oudorp", ("gemeente:nieuw",)),
        ("Weggeest", ("gemeente:weg",)),
        ("ministerie van BEW", ("departement:bos",)),
        ("departement BEW", ("departement:bos",)),
        ("BEW", ("departement:bos",)),
        ("ministerie van Bos en Water", ("departement:bos",)),
        ("Bos en Water", ("departement:bos", "organisatie:bos")),
        ("Fonds", ("organisatie:fonds",)),
        ("gemeente BEW", ()),
        ("Sudwest", ()),
        ("", ()),
    ],
)
def test_a_name_resolves_only_when_it_is_exactly_one(names: Names, text: str, ids: tuple[str, ...]) -> None:
    assert names.resolve(text, PARTIJ) == ids


def test_likeness_suggests_with_a_score_and_never_resolves(names: Names) -> None:
    assert names.resolve("ministerie van Bos en Watr", PARTIJ) == ()
    first = names.suggest("ministerie van Bos en Watr", ("Departement",))[0]
    assert (first.id, first.name) == ("departement:bos", "Ministerie van Bos en Water")
    assert 0.7 <= first.score < 1
    assert names.suggest("xyz", PARTIJ) == []


def test_a_word_that_was_probably_meant() -> None:
    assert nearest("functei", ["persoon", "functie", "organisatie"]) == "functie"
    assert nearest("xyz", ["persoon", "functie"]) is None


@pytest.fixture
def people() -> Names:
    made = Names()
    for key, name in (("jan-bos", "Jan Bos"), ("theo-berg", "Theo van den Berg"), ("els-kok", "Els Kok")):
        made.add("Persoon", Known(f"persoon:{key}", name))
    return made


@pytest.mark.parametrize(
    ("name", "near", "reason"),
    [
        ("Teo van den Berg", ["persoon:theo-berg"], "bijna dezelfde letters"),
        ("T. van den Berg", ["persoon:theo-berg"], "zelfde achternaam, en de voorletters passen"),
        ("J. Bos", ["persoon:jan-bos"], "zelfde achternaam, en de voorletters passen"),
        ("K. Bos", [], ""),
        ("Piet Bos", [], ""),
        ("Wim Zwart", [], ""),
    ],
)
def test_people_who_may_be_the_same_come_with_a_score_and_a_reason(
    people: Names, name: str, near: list[str], reason: str
) -> None:
    found = people.similar_people(name)
    assert [alike.id for alike in found] == near
    assert all(alike.reason == reason and 0.8 <= alike.score < 1 for alike in found)


def test_a_function_of_one_person_at_a_time_has_its_holders(people: Names) -> None:
    people.add("Gemeente", Known("gemeente:a", "Waterdam"))
    people.hold("persoon:jan-bos", "Burgemeester", "gemeente:a")
    people.hold("persoon:els-kok", "adviseur", "gemeente:a")
    assert people.holders("burgemeester", "gemeente:a") == {"persoon:jan-bos"}
    assert people.holders("adviseur", "gemeente:a") == set()
    assert people.held_by("persoon:els-kok") == [("adviseur", "Waterdam")]


def test_a_form_that_was_explained_is_an_alias_unless_it_meant_something(names: Names) -> None:
    names.remember("Organisatie", "organisatie:fonds", "de club van Piet")
    assert names.resolve("club van Piet", PARTIJ) == ("organisatie:fonds",)
    names.remember("Organisatie", "organisatie:fonds", "Bos en Water")
    assert names.resolve("Bos en Water", ("Organisatie",)) == ("organisatie:bos",)


def test_a_law_is_also_called_by_its_name_without_the_year() -> None:
    made = Names()
    made.add("Wet", Known("wet:a", "Wet op de bomen 2015", ("Wob 2015",)))
    assert made.resolve("Wob", ("Wet",)) == made.resolve("wet op de bomen", ("Wet",)) == ("wet:a",)
    made.add("Wet", Known("wet:b", "Wet op de bomen 2007", ("Wob 2007",)))
    assert made.resolve("Wob", ("Wet",)) == ("wet:a", "wet:b")


def test_names_are_found_in_running_text_as_they_are_written(names: Names) -> None:

    names.add("Gemeente", Known("gemeente:dubbel", "Oude-Meer"))
    text = "In Oude-Meer, Oudorp en Oude, Meer; ook in de gemeente Súdwest-Waterland."
    found = [(text[hit.start : hit.end], hit.entries[0].id) for hit in names.lexicon.scan(text, words(text))]
    assert found == [
        ("Oude-Meer", "gemeente:dubbel"), ("Oudorp", "gemeente:nieuw"), ("Súdwest-Waterland", "gemeente:a"),
    ]  # fmt: skip
