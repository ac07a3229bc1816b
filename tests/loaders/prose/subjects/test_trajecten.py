"""Trajecten by name, with their duo and parties."""

import pytest

from tests.loaders.prose import reader

NAME = "Samen slim slagvaardig kansen creëren voor jongeren"
LABELS = """\
Trajectregisseurs: Anna Bos (directeur Werk, gemeente Almere) en Xqala Vos (directeur Stelsel, ministerie van SZW)
Deelnemende gemeenten: Almere, Zwolle
"""


def relations(text: str) -> dict[tuple[str, str], bool]:
    """Asserted or asked, by the relation and the one it starts from."""
    return {(f.velden["relatie"], f.velden["van"]): f.vraag is None for f in reader.facts(text, "relatie")}


def test_a_known_traject_gets_its_duo_and_parties() -> None:
    assert relations(f"{NAME}\n\n{LABELS}") == {
        ("REGISSEERT", "persoon:anna-bos"): True, ("REGISSEERT", "persoon:xqala-vos"): False,
        ("NEEMT_DEEL_AAN", "gemeente:gm0034"): True, ("NEEMT_DEEL_AAN", "gemeente:gm0193"): True,
    }  # fmt: skip


def test_labels_on_a_page_about_no_traject_say_nothing() -> None:
    assert not relations(LABELS)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Het traject ‘Ruimte voor iedereen’ begint.", "Moet het traject 'Ruimte voor iedereen' erbij?"),
        ("Een traject richt zich op jongeren.", "Beschrijft dit een traject?"),
    ],
)
def test_a_traject_that_nobody_knows_is_asked(text: str, asked: str) -> None:
    assert str(reader.facts(text, "traject")[0].vraag).startswith(asked)


def test_a_sentence_that_goes_on_about_the_next_is_asked_too() -> None:
    text = "Het ene traject richt zich op jongeren. Een ander traject is er voor ouderen. Dat was het."
    assert len(reader.facts(text, "traject")) == 2
