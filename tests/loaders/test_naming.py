"""Names resolve when they are exactly a name or an alias; likeness only suggests."""

import pytest

from graph.standing import Known
from loaders.naming import Names, nearest

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
