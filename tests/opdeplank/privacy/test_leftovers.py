"""Files in the data folder that still name somebody."""

from pathlib import Path

import xlsxwriter

from graph.erasure.forgotten import forgotten, marks_of
from opdeplank.privacy.leftovers import naming

KEY = bytes(32)
AWAY = forgotten(KEY, marks_of(KEY, ["persoon:jan-bos"], ["Jan Bos"], alone=True))


def test_proposals_exports_and_logs_are_found_and_our_own_files_are_not(tmp_path: Path) -> None:
    for name, text in {
        "uit/voorstel.json": '{"citaat": "Jan\\nBos zei het"}',
        "export.csv": "naam\nBos, Jan\n",
        "log/server.log": "jan bos",
        "log/jan-bos.bin": "",
        "anders.txt": "Jan en Bos",
        "databases/graaf/x.json": "Jan Bos",
        "sleutels.sqlite": "Jan Bos",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, cell in (("voorstel.xlsx", "Jan Bos"), ("leeg.xlsx", "niemand")):
        with xlsxwriter.Workbook(tmp_path / name) as book:
            book.add_worksheet().write(0, 0, cell)
    (tmp_path / "kapot.xlsx").write_bytes(b"geen zip")
    found = {str(path.relative_to(tmp_path)) for path in naming(tmp_path, AWAY)}
    assert found == {"uit/voorstel.json", "export.csv", "log/server.log", "log/jan-bos.bin", "voorstel.xlsx"}
    assert [*naming(tmp_path / "niet", AWAY)] == []
