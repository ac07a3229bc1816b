"""A record as a person reads it."""

import pytest

from loaders.records.told import told

ITEM = """- soort: oplossing
    id: oplossing:barka
    titel: "Barka: hulp"
    samenvatting: >-
      Iemand die hun taal spreekt,
      gaat mee.
    synoniemen: [terug naar huis, veldwerk]
    bewijsReden:
    themas: [thema:dakloosheid]
    toepassingen:
      - {gemeente: Utrecht, status: IN_GEBRUIK, tot: null}
      - gemeente: Venlo"""


def test_an_item_is_its_fields_without_those_for_machines_and_without_what_is_empty() -> None:
    assert told(ITEM) == (
        "Titel: Barka: hulp. Samenvatting: Iemand die hun taal spreekt, gaat mee. "
        "Synoniemen: terug naar huis, veldwerk. Themas: thema:dakloosheid. "
        "Toepassingen: gemeente Utrecht, status IN_GEBRUIK; gemeente Venlo."
    )


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("rijpheid: BEPROEFD", "Rijpheid: BEPROEFD."),
        ("rijpheidReden: >-\n      Het is in\n      gebruik.", "Rijpheid reden: Het is in gebruik."),
        ("- {soort: relatie, relatie: HOORT_BIJ, hoe: is partij}", "Relatie: HOORT_BIJ. Hoe: is partij."),
        ('{"titel": "Schulden", "wetten": [null, "Wgs"], "actief": true}', "Titel: Schulden. Wetten: Wgs. Actief: ja."),
        ('"titel": "Schulden"', "Titel: Schulden."),
        ("berichten:\n      - soort: stand\n        tekst: Gestopt.", "Berichten: tekst Gestopt.."),
        ("GM0344,Utrecht,,,378278,", "GM0344, Utrecht, 378278"),
        ('GM0344;"Utrecht; de stad";', "GM0344, Utrecht; de stad"),
        ("Anna Bos, directeur van  Almere", "Anna Bos, directeur van Almere"),
        ('"Ja, nee" zei zij, en ging', '"Ja, nee" zei zij, en ging'),
        ("GGD Regio: in gebruik", "GGD Regio: in gebruik."),
        ("gemeente:gm0344", "gemeente:gm0344"),
        ("Zij zei: {niet af", "Zij zei: {niet af"),
        ("2024-05-01", "2024-05-01"),
        ("{kosten: 1.50, om: 12:30, sinds: 2024-05-01}", "Kosten: 1.50. Om: 12:30. Sinds: 2024-05-01."),
        ("lijst: [&a [x, x], *a]", "lijst: [&a [x, x], *a]"),
        ("", ""),
    ],
)
def test_fields_rows_and_words(passage: str, words: str) -> None:
    assert told(passage) == words.replace("..", ".")
