"""The zip file that a Word or Excel document is, opened with care."""

import pytest

from loaders.documents.document import Refusal
from loaders.documents.forms.archive import Archive
from tests.loaders.office import docx, p, xlsx, zipped

MAIN = "word/document.xml"


def refused(content: bytes, main: str = MAIN) -> Refusal:
    with pytest.raises(Refusal) as caught:
        Archive(content, "a.docx", "docx", main).check_xml()
    return caught.value


def test_parts_are_found_by_name_and_read_one_at_a_time() -> None:
    archive = Archive(docx(p("Dag"), header1="<a/>", header2="<b/>"), "a.docx", "docx", MAIN)
    assert archive.parts("word/header") == ["word/header1.xml", "word/header2.xml"]
    assert MAIN in archive
    assert b"Dag" in archive.bytes_of(MAIN)
    assert archive.xml("word/header1.xml").tag == "a"


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"geen zip", "BESCHADIGD", "beschadigd"),
        (xlsx(a=[["x"]]), "VERKEERDE_SOORT", "geen docx maar een xlsx"),
        (zipped(los="x"), "VERKEERDE_SOORT", "een zip-bestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "VERKEERDE_SOORT", "oud Office-bestand"),
        (docx(p("x"), styles="<!DOCTYPE a><a/>"), "ENTITEITEN", "DOCTYPE"),
        (docx(p("x"), styles="0" * 9_000_000), "ZIPBOM", "veel te groot"),
    ],
)
def test_what_may_harm_or_is_something_else_is_refused(content: bytes, code: str, said: str) -> None:
    refusal = refused(content)
    assert refusal.code == code
    assert said in str(refusal)


def test_what_is_nested_too_deep_or_broken_is_refused_when_it_is_read() -> None:
    for part, code in (("<a>" * 400 + "</a>" * 400, "TE_DIEP"), ("<a>", "BESCHADIGD")):
        with pytest.raises(Refusal) as caught:
            Archive(docx(p("x"), styles=part), "a.docx", "docx", MAIN).xml("word/styles.xml")
        assert caught.value.code == code
