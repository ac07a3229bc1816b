"""Characters that mislead the eye stay in the text, are said, and put their line in a zone of doubt."""

import pytest

from loaders.documents.document import Document
from loaders.documents.forms import read

CYRILLIC = "Аnna de Wit"  # the first letter is Cyrillic


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (CYRILLIC, "letters uit twee schriften"),
        ("gemeente Utr\u0435cht", "letters uit twee schriften"),
        ("Anna \u202etiW ed", "leesrichting"),
        ("Anna\u200b de Wit", "onzichtbaar"),
        ("\u2067Anna\u2069", "leesrichting"),
    ],
)
def test_a_line_that_misleads_is_said_and_doubted(line: str, said: str) -> None:
    text = read(f"Een gewone regel\n{line}\nen nog een".encode(), "txt", "a.txt")
    assert line in text.tekst
    assert said in text.meldingen[0]
    assert "regel 2" in text.meldingen[0]
    document = Document("bron:1", "", text.tekst, "", "", "txt", zones=text.zones)
    at = text.tekst.index(line)
    assert document.doubtful(at, at + 4) == "verdacht"
    assert document.doubtful(0, 5) is None
    assert document.unbelieved(at, at + 4) is None


@pytest.mark.parametrize(
    "line", ["Een café in ’s-Gravenhage – ja", "een 👨\u200d👩\u200d👧 emoji", "πρόγραμμα is Grieks", "Ω 3"]
)
def test_ordinary_text_is_not(line: str) -> None:
    text = read(line.encode(), "txt", "a.txt")
    assert (text.zones, text.meldingen) == ((), ())


def test_many_lines_are_counted_and_not_listed() -> None:
    text = read("\n".join([CYRILLIC] * 30).encode(), "txt", "a.txt")
    assert "regel 1, 2, 3, 4, 5 en 25 meer" in text.meldingen[0]
