"""Who stands for a party of an agreement."""

import pytest

from tests.loaders.prose import reader


def signed(text: str) -> list[tuple[str, str | None, str | None, str]]:
    found = [f for f in reader.facts(text, "rol") if f.regel == "zin-vertegenwoordigd"]
    assert all(f.vraag for f in found)
    return [
        (f.velden["persoon"], f.velden["functie"], f.velden["organisatie"], f.velden["organisatie_vorm"]) for f in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Gemeente Almere, in dezen vertegenwoordigd door de heer J. Mbuza, wethouder welzijn,\n"
            "De gemeente Ede, ten deze vertegenwoordigd door mevrouw P. Woud, wethouder jeugd,\n",
            [
                ("J. Mbuza", "wethouder welzijn", "gemeente:gm0034", "Gemeente Almere"),
                ("P. Woud", "wethouder jeugd", "gemeente:gm0228", "De gemeente Ede"),
            ],
        ),
        (
            "Partij is Woningcorporatie Xqala, dat wordt vertegenwoordigd door bestuurder Anna Mbuza.\n",
            [("Anna Mbuza", "bestuurder", "organisatie:woningcorporatie-xqala", "Woningcorporatie Xqala")],
        ),
        ("Er tekenden De Xqala (mw. A. Mbuza) en anderen.\n", [("A. Mbuza", None, "organisatie:de-xqala", "De Xqala")]),
    ],
)
def test_the_party_before_the_words_owns_the_name(
    text: str, found: list[tuple[str, str | None, str | None, str]]
) -> None:
    assert signed(text) == found


@pytest.mark.parametrize("text", ["Anna Bos (Piet Vos) sprak.\n", "Het is getekend door velen.\n"])
def test_where_no_party_stands_nobody_is_asked(text: str) -> None:
    assert not signed(text)


def test_a_line_that_begins_another_party_ends_the_one_above() -> None:
    text = (
        "Gemeente Assen, in dezen vertegenwoordigd door de heer P. Vos, wethouder welzijn,\n"
        "De gemeente Emmen, in dezen vertegenwoordigd door mevrouw K. Bos, burgemeester,\n"
    )
    found = [f for f in reader.facts(text, "rol") if f.velden["persoon"] == "P. Vos"]
    assert {f.velden["organisatie"] for f in found} == {"gemeente:gm0106"}
