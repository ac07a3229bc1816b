"""What happened to a thing, as it is told; what is found is tested with `graph.contents.history`."""

from argparse import Namespace
from pathlib import Path

import pytest

from graph.contents.history import Change, Changed
from opdeplank.commands.ask.geschiedenis import LONGEST, _story, run
from opdeplank.settings.table import Settings
from opdeplank.terminal.call import Call
from opdeplank.terminal.refused import Refused


def told(*fields: Changed) -> list[str]:
    return [*_story(Change("wijziging:a", "2026-01-02T10:11:12+00:00", "ria", "GEWIJZIGD", "lading:a", fields))]


def test_a_change_says_when_by_whom_and_from_what_to_what() -> None:
    lines = told(Changed("titel", "Oud", "Nieuw"), Changed("naam", None, "Ria"), Changed("fase", "IDEE", None))
    assert lines[0] == "2026-01-02 10:11  gewijzigd door ria (lading:a, wijziging:a)"
    assert [line.strip() for line in lines[1:]] == ["titel: Oud → Nieuw", "naam: Ria", "fase: IDEE → (leeg)"]


def test_a_long_text_is_cut() -> None:
    [_, line] = told(Changed("samenvatting", None, "x" * 1_000))
    assert line.endswith("…")
    assert len(line.split(": ")[1]) == LONGEST


def test_of_an_empty_graph_there_is_no_history(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="De graaf is leeg"):
        run(Call(Namespace(id=["oplossing:a"]), Settings(data=tmp_path / "data"), False))
