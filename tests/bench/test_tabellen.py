"""The figures in the documentation are those of the outcomes that were kept."""

from pathlib import Path

import pytest

from bench.rig import ratios
from bench.rig.front_page import dot
from bench.rig.markdown import comma
from bench.rig.outcomes import FOLDER, Outcome, kept
from bench.tabellen import BLOCK, NOT_YET, PAGES, PARTS, block, filled
from tests.bench.test_ratios import pair

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
    assert "Not measured" in block("readme", "peers", {})


def test_the_front_page_has_columns_for_each_size_and_says_the_same_ratio() -> None:
    names = ("Op de Plank", "@neo4j/graphql")
    small, large = (Outcome("x", "2026-11-29 10:00", paren=[pair(s, second=n) for n in names]) for s in (1, 2))
    small.te_traag.append((small.paren[0].titel, "Strawberry, DataLoaders"))
    shown = block("readme", "peers", {"peers-klein": small, "peers-groot": large})
    head, _, first = shown.splitlines()[:3]
    assert head.count("nodes: time") == 2
    cells = [cell.strip() for cell in first.strip("|").split(" | ")]
    assert len(cells) == len(head.strip("|").split(" | ")) == 8, "of the large graph DataLoaders took no part"
    assert cells.count("too slow") == 1
    assert cells[4] == "too slow"
    for place, outcome in ((1, small), (5, large)):
        assert cells[place] == ratios.shown(outcome.paren[0].time(), dot)
        assert cells[place + 1] == ratios.shown(outcome.paren[0].cpu(), dot)
    assert f"**{small.paren[0].time().value:.2f}**" in shown.split("**median**")[1]
    assert "2,000 nodes on 2026-11-29, 200,000 nodes on 2026-11-29" in shown


def test_every_block_of_a_pair_can_be_made() -> None:
    outcome = Outcome("x", paren=[pair(3, second="Op de Plank"), pair(4, second="@neo4j/graphql")])
    made = {part: block("peers-klein", part, {"peers-klein": outcome}) for part in PARTS}
    assert all(made.values())
    ours, theirs = (each.time().value for each in outcome.paren)
    assert f"| @neo4j/graphql | {comma(theirs / ours, 1)} |" in made["anderen"]
