"""Which characters the bytes of a file stand for; a guess is said, a mixture refused."""

import pytest

from loaders.documents.document import Refusal
from loaders.documents.forms.encoding import decode

DUTCH = "Privé: één café in Bunschoten‑Spakenburg, ‘thuis’ – € 12"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_says_or_proves_its_encoding_needs_no_remark(encoding: str) -> None:
    assert decode(DUTCH.encode(encoding), "a.txt") == (DUTCH, ())


def test_a_declared_encoding_is_believed_when_it_is_not_utf_8() -> None:
    assert decode("naïef".encode("latin-1"), "a.html", "ISO-8859-1") == ("naïef", ())
    assert decode("één".encode("iso8859-15"), "a.html", "iso-8859-15")[0] == "één"
    assert decode("één".encode(), "a.html", "iso-8859-1") == ("één", ())


def test_an_unknown_encoding_is_a_guess() -> None:
    text, said = decode("één".encode("cp1252"), "a.html", "klingon")
    assert (text, len(said)) == ("één", 1)


@pytest.mark.parametrize("old", ["één", "‘citaat’", "3 ×"])
def test_two_encodings_in_one_file_are_refused_at_the_first_line_that_differs(old: str) -> None:
    content = "regel één\nen nog één\n".encode() + old.encode("cp1252") + b"\n"
    with pytest.raises(Refusal) as caught:
        decode(content, "a.txt")
    assert caught.value.code == "TEKENS_GEMENGD"
    assert str(caught.value).startswith("a.txt:3:1: ")


@pytest.mark.parametrize("old", ["PRIVÉ’S", "CAFÉ” zei hij", "naïef à 3 %", "Ñandú"])
def test_old_text_alone_is_no_mixture(old: str) -> None:
    assert decode(old.encode("cp1252"), "a.txt")[0] == old
