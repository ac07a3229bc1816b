"""Reading takes time in proportion to the text, whatever the text is."""

import time

import pytest

from tests.loaders.prose import reader

UNITS = (
    " ", "x", "a – ", "a & ", "Jan ", "a ", ", ", "Jan Bos, wethouder, gemeente Almere; ", "“ ", "\"a b c d e f g. ",
    "Aa ", "van ", "Piet van ", ". ", "A.", "gemeente Almere ", "Almere en ", "thema's Armoede, ", "1 januari ", "1-",
    "(", "a (b) ", "Wet op de ", "traject richt ", "is lid van de Raad ", "a\t", "a: ", "\n",
    "Jan Bos – wethouder, gemeente Almere\n", "Aa Bb\n", "… x\n", "wethouder ", "wethouder Jan Bos ", "Stichting de ",
    "Voorzitter: Jan Bos, ", "‘a ", "heeft zitting ", "stelde aan ", "de voorzitter is ", "a | b\n", "dit programma ",
    "Leden van de ", "foto: ", "burgemeester van ", "Home > ", "kader ‘", "https://a.b/", "€ 1.000 ", "É", "\u200b",
    "🙂", "Hij was eerder wethouder. ", "Jan Bos (vz; weth. Almere), ", "voorzitter   Jan Bos   ", "Raadsleden\n",
    "Jan Bos\n\nWethouder\n\n", "zijn voorganger Jan Bos ", "wethouder van de commissie ", "als wethouder ", "was nog ",
    "Stel: Jan Bos, wethouder. ", "‘Ja dat is echt heel goed.’ ",
)  # fmt: skip


def spent(text: str) -> float:
    started = time.process_time()
    reader.page(text)
    return time.process_time() - started


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_eight_times_the_text_takes_no_more_than_a_fair_share_of_the_time(unit: str) -> None:
    small, large = 2_400, 19_200
    reader.page((unit * large)[:200])
    base = min(spent((unit * large)[:small]) for _ in range(3))
    grown = min(spent((unit * large)[:large]) for _ in range(2))
    assert grown < max(0.25, 8 * 4 * base)


def test_a_long_document_costs_no_more_a_page() -> None:
    page = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted(reader.PAPERS.glob("*.txt")))
    reader.page(page)
    base = min(spent(page) for _ in range(2))
    assert spent(page * 12) < 12 * 2 * base + 0.2


def test_a_thousand_pages_a_minute() -> None:
    page = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted(reader.PAPERS.glob("*.txt")))
    reader.page(page)
    pages = len(page) / 3_000
    assert pages / min(spent(page) for _ in range(2)) * 60 > 1_000


@pytest.mark.parametrize(
    "text",
    [
        "Jan Bos, wethouder van Almere, zegt dat " * 50_000,
        ", ".join(["Jan Bos", "Els van der Berg", "P.J. Smit"] * 150)[:6_000],
        "Aanwezig: " + ", ".join(["Jan Bos (gemeente Almere)"] * 240),
    ],
    ids=["2 MB op een regel", "6000 tekens namen", "6000 tekens aanwezigen"],
)
def test_hostile_lines_end_in_time(text: str) -> None:
    assert spent(text) < 5
