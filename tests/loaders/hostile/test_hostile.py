"""Files that were made to harm, or that were harmed: each is refused with a code and what to do about it."""

import asyncio
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.domain.provenance import MODEL
from loaders.documents.document import Refusal
from loaders.documents.forms import READERS
from loaders.documents.reading import read
from loaders.documents.sandbox import Sandbox
from loaders.proposal.intake import take_in
from tests.loaders.hostile.looks import LOOKS, Look
from tests.loaders.office import W, docx, p, pdf, xlsx, zipped
from tests.work import PATIENCE, calls, ends

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ENTITIES = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = "<!DOCTYPE a [" + "".join(f'<!ENTITY x{i} "{f"&x{i - 1};" * 10 if i else "ha"}">' for i in range(12)) + "]>"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


@pytest.fixture(scope="module")
def patient() -> Iterator[Sandbox]:
    """Ten times as patient as the product: only what does not come to an end is given up."""
    with Sandbox(seconds=PATIENCE) as made:
        yield made


def document(head: str, inside: str = "&x;") -> bytes:
    return zipped(**{"word/document.xml": f"{head}<w:document {W}><w:body>{p(inside)}</w:body></w:document>"})


def wide_entities() -> bytes:
    return zipped(**{"word/document.xml": (ENTITIES + "<a/>").encode("utf-16")})


def bomb(size: int) -> bytes:
    return docx(p("begin"), comments="<w:comments>" + "0" * size + "</w:comments>")


def many_parts() -> bytes:
    return zipped(**{"word/document.xml": "<a/>"}, **{f"word/x{i}.xml": "<a/>" for i in range(6_000)})


def locked_zip() -> bytes:
    """The mark of a password on every part."""
    content = bytearray(docx(p("geheim")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def deep_word() -> bytes:
    return docx("<w:sdt>" * 400 + p("diep") + "</w:sdt>" * 400)


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def lying_size() -> bytes:
    """A part that says it is small."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}>" + " " * 5_000_000 + "</w:document>")
    content = bytearray(out.getvalue())
    at = content.find(b"PK\x01\x02")
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(content)


CASES: list[tuple[str, str, Callable[[], bytes], str]] = [
    ("bom.docx", "ZIPBOM", lambda: bomb(30_000_000), "kleiner bestand"),
    ("grote-bom.xlsx", "ZIPBOM", lambda: bomb(310_000_000), "kleiner bestand"),
    ("veel.docx", "ZIPBOM", many_parts, "kleiner bestand"),
    ("liegt.docx", "BESCHADIGD", lying_size, "opnieuw"),
    ("entiteit.docx", "ENTITEITEN", lambda: document(ENTITIES), "Sla het opnieuw op"),
    ("lach.docx", "ENTITEITEN", lambda: document(LAUGHS, "&x11;"), "Sla het opnieuw op"),
    ("breed.docx", "ENTITEITEN", wide_entities, "opnieuw"),
    ("entiteit.xlsx", "ENTITEITEN", lambda: zipped(**{"xl/workbook.xml": ENTITIES + "<a>&x;</a>"}), "opnieuw"),
    ("slot.docx", "VERSLEUTELD", locked_zip, "wachtwoord"),
    ("slot2.docx", "VERSLEUTELD", lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    ("slot.xlsx", "VERSLEUTELD", lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    ("oud.docx", "VERKEERDE_SOORT", lambda: OLD, "sla het op als docx"),
    ("brief.docx", "VERKEERDE_SOORT", lambda: xlsx(A=[["x"]]), "xlsx"),
    ("lijst.xlsx", "VERKEERDE_SOORT", lambda: docx(p("x")), "docx"),
    ("map.docx", "VERKEERDE_SOORT", lambda: zipped(a="x"), "zip-bestand"),
    ("brief.txt", "VERKEERDE_SOORT", lambda: pdf([(50, 700, 11, "x")]), "naam .pdf"),
    ("brief2.txt", "VERKEERDE_SOORT", lambda: docx(p("x")), "Kies het goede bestand"),
    ("pagina.txt", "VERKEERDE_SOORT", lambda: b"<!DOCTYPE html><p>x", "naam .html"),
    ("foto.pdf", "VERKEERDE_SOORT", lambda: b"\xff\xd8\xff\xe0 foto", "goede bestand"),
    ("tekst.pdf", "VERKEERDE_SOORT", lambda: b"gewone tekst", "goede bestand"),
    ("tekst.docx", "VERKEERDE_SOORT", lambda: b"{\\rtf1 tekst}", "goede bestand"),
    ("plaatje.csv", "VERKEERDE_SOORT", lambda: b"\x89PNG\r\n\x1a\n", "goede bestand"),
    ("half.docx", "BESCHADIGD", lambda: cut(docx(p("x" * 9_000))), "opnieuw"),
    ("half.xlsx", "BESCHADIGD", lambda: cut(xlsx(A=[["x"]])), "opnieuw"),
    ("half.pdf", "BESCHADIGD", lambda: b"%PDF-1.4 en verder niets", "opnieuw"),
    ("kapot.xlsx", "BESCHADIGD", lambda: zipped(**{"xl/workbook.xml": "<a>"}), "opnieuw"),
    ("kapot.docx", "BESCHADIGD", lambda: zipped(**{"word/document.xml": "<a>"}), "opnieuw"),
    ("scan.pdf", "SCAN", lambda: pdf([]), "OCR"),
    ("diep.docx", "TE_DIEP", deep_word, "txt"),
    ("diep.html", "TE_DIEP", lambda: b"<div>" * 60_000 + b"x", "txt"),
    ("diep.json", "JSON", lambda: b"[" * 100_000, "diep"),
    ("diep.yaml", "YAML", lambda: b"feiten: " + b"[" * 40 + b"]" * 40, "diep"),
    ("gemengd.txt", "TEKENS_GEMENGD", lambda: "één\n".encode() + "één".encode("cp1252"), "UTF-8"),
    ("bsn.txt", "BSN", lambda: b"BSN 123456782", "Haal het weg"),
    ("bsn.docx", "BSN", lambda: docx(p("Het nummer is 123456782.")), "Haal het weg"),
    ("bsn.html", "BSN", lambda: b"<p hidden>BSN: 123456782", "Haal het weg"),
    ("leeg.docx", "LEEG", lambda: docx("<w:p/>"), "goede bestand"),
    ("leeg.html", "LEEG", lambda: b"<html><script>x</script></html>", "goede bestand"),
    ("leeg.xlsx", "LEEG", lambda: xlsx(A=[]), "goede bestand"),
    ("brief.doc", "SOORT_ONBEKEND", lambda: OLD, "docx"),
    ("naam.exe", "SOORT_ONBEKEND", lambda: b"MZ", ".docx"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "code", "make", "remedy"), CASES, ids=[case[0] for case in CASES])
def test_it_is_refused_with_a_code_and_a_remedy(
    tmp_path: Path, sandbox: Sandbox, name: str, code: str, make: Callable[[], bytes], remedy: str
) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(Refusal) as caught:
        read(path, sandbox=sandbox)
    assert (caught.value.code, caught.value.bestand) == (code, name)
    told = str(caught.value)
    assert told.startswith(name)
    assert remedy in told
    assert not any(word in told for word in ("Traceback", "Error", "/etc", str(tmp_path), "123456782"))


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("txt", b"a" * 2_000_000),
        ("txt", b"Anna de Wit, " * 160_000),
        ("txt", ("Anna de Wit – wethouder, " * 240).encode()),
        ("md", b"# " * 1_000_000),
        ("md", b"![" * 1_000_000),
        ("md", b"|" * 2_000_000),
        ("md", b"<!--" * 500_000),
        ("md", b"a|b\n" * 400_000),
        ("html", b"<p>" + b"a " * 1_000_000),
        ("html", b"<style>" + b"a{" * 500_000 + b"</style>x"),
        ("html", b"<" * 2_000_000),
        ("html", b"<p class='" + b"menu " * 400_000 + b"'>x"),
        ("html", b"<p class=" + b"-" * 1_000_000 + b">x"),
        ("html", b"<table>" + b"<tr><td rowspan=9 colspan=9>x" * 20_000),
        ("txt", b"1 " * 1_000_000),
        ("txt", b"12345678 " * 200_000),
        ("txt", "а".encode() * 1_000_000),
        ("csv", b'"' * 2_000_001),
        ("csv", b"naam;soort\n" + b"a;b\n" * 200_000),
    ],
)
def test_large_and_odd_text_ends(patient: Sandbox, form: str, content: bytes) -> None:
    """Read or refused, but not given up on."""
    assert outcome(patient, content, form) not in ("", "TE_LANG", "GEHEUGEN")


def outcome(sandbox: Sandbox, content: bytes, form: str) -> str:
    try:
        return sandbox.read(content, form, f"a.{form}").tekst
    except Refusal as refusal:
        return refusal.code


@pytest.mark.parametrize(("look", "piece"), LOOKS, ids=lambda each: each if isinstance(each, str) else each.__name__)
def test_the_work_grows_with_the_length(look: Look, piece: str) -> None:
    """Four times the text: sixteen times the work when it grows with the square. At the last length that never ends."""
    look(piece * 500)
    small, large = (calls(lambda: look(piece * times)) for times in (500, 2_000))  # noqa: B023 (counted at once)
    assert large < 6 * small + 100
    with ends():
        look(piece * 50_000)


def test_of_500_documents_the_20_broken_ones_are_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    for number in range(480):
        (tmp_path / f"d{number:03}.txt").write_text(f"Verslag {number} van de raad.\n", encoding="utf-8")
    broken = [case for case in CASES if case[1] not in ("SOORT_ONBEKEND",)][:20]
    for name, _, make, _ in broken:
        (tmp_path / name).write_bytes(make())

    async def nothing(text: str, parameters: Any = None) -> list[list[Any]]:
        return [[[]]] if "RETURN collect(" in text else []

    intake = asyncio.run(take_in(nothing, MODEL, [tmp_path]))
    assert {r.bestand: r.code for r in intake.refusals} == {name: code for name, code, _, _ in broken}
    assert len(intake.proposal.documenten) == 480


def test_the_same_document_under_two_names_is_one_document(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(docx(p("Een verslag.")))
    a, b = (read(tmp_path / name) for name in ("a.docx", "b.docx"))
    assert (a.id, a.tekst) == (b.id, b.tekst)


def test_every_form_has_a_reader_that_exists() -> None:
    from importlib import import_module

    for reader in READERS.values():
        module, _, function = reader.partition(":")
        assert callable(getattr(import_module(f"loaders.documents.forms.{module}"), function))
