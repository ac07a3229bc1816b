"""Reading the numbers of two checkouts out of the tables that they print."""

from bench.naast import figures

PRINTED = """`python -m bench.compile` — 2026-11-25

| stap | µs | doel |
| --- | --- | --- |
| lezen | 2867 | – |
| met plancache | **21,5** | ≤ 30 |

| wat | MB |
| --- | --- |
| geheugen | 138 → 140 |
"""


def test_every_cell_that_is_a_number_counts() -> None:
    assert figures(PRINTED) == {("lezen", "µs"): 2867.0, ("met plancache", "µs"): 21.5}
