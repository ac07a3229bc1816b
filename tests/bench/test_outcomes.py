"""An outcome that is kept comes back as it was."""

from pathlib import Path

from bench.rig.outcomes import Outcome, read, written
from tests.bench.test_ratios import pair


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    made = Outcome("python -m bench.peers", paren=[pair(1), pair(2, second="C")], te_traag=[("vijf stappen", "C")])
    made.add("geheugen", ("A", "B"), [["77 → 82", 12]])
    path = tmp_path / "peers.json"
    path.write_text(written(made), encoding="utf-8")
    found = read(path)
    assert found == made
    assert [p.time().value for p in found.paren] == [p.time().value for p in made.paren]
    assert written(found) == written(made)
