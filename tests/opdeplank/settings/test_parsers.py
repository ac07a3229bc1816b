from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from opdeplank.settings import parsers

GOOD: list[tuple[Callable[[str], Any], str, Any]] = [
    (parsers.text, " x ", " x "),
    (parsers.host, "127.0.0.1", "127.0.0.1"),
    (parsers.host, "::1", "::1"),
    (parsers.whole(1, 10), "10", 10),
    (parsers.seconds(0.5, 5), "0.5", 0.5),
    (parsers.size(1, 10**9), "100 kB", 100_000),
    (parsers.size(1, 10**9), "7", 7),
    (parsers.yes_no, "ja", True),
    (parsers.yes_no, "nee", False),
    (parsers.one_of("A", "B"), "B", "B"),
    (parsers.secret_file, "", None),
    (parsers.graph_uri, "", ""),
    (parsers.graph_uri, "bolt://localhost:7687", "bolt://localhost:7687"),
    (parsers.contact, "mailto:meld@plank.nl", "mailto:meld@plank.nl"),
    (parsers.public_address, "https://A.nl/plank/", "https://a.nl/plank"),
    (parsers.public_address, "http://[::1]:8000", "http://[::1]:8000"),
    (parsers.public_address, "", ""),
    (parsers.origins, "https://a.nl, https://b.nl", ("https://a.nl", "https://b.nl")),
    (parsers.origins, "*", ("*",)),
    (parsers.origins, "", ()),
]
WRONG: list[tuple[Callable[[str], Any], list[str]]] = [
    (parsers.host, ["", "a b", "a/b", "http://x"]),
    (parsers.whole(1, 10), ["0", "11", "1_0", " 5", "٥", "-1", "1.0", ""]),
    (parsers.seconds(0.5, 5), ["0.4", "6", "1e0", "inf", ""]),
    (parsers.size(1, 1_000), ["2 kB", "kB", "1 TB", "-1", ""]),
    (parsers.yes_no, ["true", "1", "JA", ""]),
    (parsers.one_of("A", "B"), ["a", ""]),
    (parsers.folder, [""]),
    (parsers.secret_file, ["/nergens/geheim"]),
    (parsers.graph_uri, ["http://x", "bolt://", "bolt://u:p@x", "bolt://x/db", "bolt://x:0", "bolt://x:abc"]),
    (parsers.contact, ["javascript:x", "meld@plank.nl", "mailto:a b", "https://x\n"]),
    (parsers.public_address, ["ftp://a.nl", "https://a.nl?x", "https://u@a.nl", "https://a.nl:0", "https://a.nl/a b"]),
    (parsers.origins, ["https://a.nl/", "a.nl", "*, https://a.nl", "https://a.nl:0"]),
]


@pytest.mark.parametrize(("parse", "text", "value"), GOOD)
def test_what_is_allowed_becomes_a_value(parse: Callable[[str], Any], text: str, value: Any) -> None:
    assert parse(text) == value


@pytest.mark.parametrize(("parse", "text"), [(parse, text) for parse, texts in WRONG for text in texts])
def test_what_is_not_allowed_is_refused(parse: Callable[[str], Any], text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (what is allowed stands beside the setting)
        parse(text)


def test_a_folder_may_still_have_to_be_made_and_a_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    assert parsers.folder(str(tmp_path / "nieuw")) == tmp_path / "nieuw"
    assert parsers.secret_file(str(tmp_path / "bestand")) == tmp_path / "bestand"
    with pytest.raises(ValueError):  # noqa: PT011
        parsers.folder(str(tmp_path / "bestand"))
