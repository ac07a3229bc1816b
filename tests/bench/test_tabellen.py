"""The figures in the documentation are those of the outcomes that were kept."""

from pathlib import Path

import pytest

from bench.rig.outcomes import FOLDER, kept
from bench.tabellen import BLOCK, NOT_YET, PAGES, block, filled

KEPT = kept()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_documentation_says_what_was_measured(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == filled(text, KEPT), "run `python -m bench.tabellen --schrijf`"


def test_every_outcome_is_in_the_documentation() -> None:
    asked = {found[1] for page in PAGES for found in BLOCK.findall(page.read_text(encoding="utf-8"))}
    assert {path.stem for path in FOLDER.glob("*.json")} <= asked


def test_a_figure_that_was_changed_by_hand_is_seen() -> None:
    text = "voor\n<!-- uitkomst: kromme kromme -->\n| 1 |\n<!-- einde -->\nna\n"
    right = filled(text, KEPT)
    assert right != text
    assert right.startswith("voor\n<!-- uitkomst: kromme kromme -->\n\n| knopen |")
    assert right.endswith("|\n\n<!-- einde -->\nna\n")
    assert filled(right, KEPT) == right


def test_what_was_not_measured_says_so() -> None:
    assert block("peers-klein", "tijd", {}) == NOT_YET
