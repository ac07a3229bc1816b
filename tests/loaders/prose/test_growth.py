"""Reading takes work in proportion to the text, whatever the text is; `bench.groei` measures the time as well."""

import pytest

from tests.loaders.prose import reader
from tests.loaders.prose.units import UNITS
from tests.work import calls, ends

SHORT, TIMES = 1_200, 4
FAIR = 6.5
"""How much more work that much more text may take; work that grows with the square takes sixteen times as much."""
SETTING_OUT = 20_000
"""Calls, for a rule that does not look at a very short text at all."""


def work(text: str) -> int:
    return calls(lambda: reader.page(text))


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_four_times_the_text_takes_no_more_than_a_fair_share_of_the_work(unit: str) -> None:
    text = unit * SHORT * TIMES
    reader.page(text[:200])
    with ends():
        small, large = work(text[:SHORT]), work(text[: SHORT * TIMES])
    assert large < FAIR * small + SETTING_OUT


def test_a_long_document_takes_no_more_work_a_page() -> None:
    page = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted(reader.PAPERS.glob("*.txt"))[:8])
    reader.page(page)
    assert work(page * 4) < 4 * 1.3 * work(page)


@pytest.mark.parametrize(
    "text",
    [
        "Jan Bos, wethouder van Almere, zegt dat " * 50_000,
        ", ".join(["Jan Bos", "Els van der Berg", "P.J. Smit"] * 150)[:6_000],
        "Aanwezig: " + ", ".join(["Jan Bos (gemeente Almere)"] * 240),
    ],
    ids=["2 MB op een regel", "6000 tekens namen", "6000 tekens aanwezigen"],
)
def test_hostile_lines_end(text: str) -> None:
    with ends():
        reader.page(text)
