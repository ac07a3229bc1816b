"""The table of settings, and the file that shows it."""

from pathlib import Path

from opdeplank.settings.environment import read_settings
from opdeplank.settings.table import ROOT, SETTINGS, Settings


def test_without_anything_given_every_setting_has_its_default() -> None:
    settings = read_settings({})
    assert (settings.host, settings.poort, settings.neo4j_uri) == ("127.0.0.1", 8000, "")
    assert (settings.grens_body, settings.grens_tijd_koppen, settings.grens_pagina) == (100_000, 10.0, 100)


def test_the_example_file_lists_every_setting_with_its_default(tmp_path: Path) -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    listed = [line.removeprefix("#") for line in lines if line.startswith("#OPDEPLANK_")]
    assert [line.split("=")[0] for line in listed] == [line.variable for line in SETTINGS]
    (tmp_path / ".env").write_text("\n".join(listed))
    assert read_settings({}, tmp_path / ".env") == Settings(grens_tijd=10.0)
