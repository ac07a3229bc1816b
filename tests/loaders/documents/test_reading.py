"""Reading files: the untouched text, or a refusal that says what to do."""

from pathlib import Path

import pytest

from loaders.documents.document import Refusal, digest
from loaders.documents.reading import files, read
from tests.loaders.papers import write


def refused(path: Path, **options: int) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(path, **options)
    return caught.value


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Één regel\r\nen nog één\r\n".encode(), "Één regel\r\nen nog één\r\n"),
        (b"\xef\xbb\xbfmet merk", "met merk"),
        ("breed".encode("utf-16"), "breed"),
        ("caf\u00e9 \u20ac".encode("cp1252"), "café €"),
        ("emoji 👍 telt als één".encode(), "emoji 👍 telt als één"),
    ],
)
def test_the_text_is_what_the_file_says(tmp_path: Path, content: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    document = read(path)
    assert document.tekst == text
    assert document.sha256 == digest(content)
    assert document.id == f"bron:{digest(content)[:20]}"


def test_a_guess_at_the_encoding_is_said(tmp_path: Path) -> None:
    path = tmp_path / "oud.txt"
    path.write_bytes("café".encode("cp1252"))
    assert "Windows-1252" in read(path).meldingen[0]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("leeg.txt", b" \n\t\n", "LEEG"),
        ("plaatje.txt", b"iets\0\0", "GEEN_TEKST"),
        ("kapot.txt", b"\xff\xfea", "TEKENSET"),
        ("vreemd.txt", b"\x81\x8d niets", "TEKENSET"),
        ("brief.docx", b"PK", "BESCHADIGD"),
        ("foto.png", b"\x89PNG", "SOORT_ONBEKEND"),
        ("zonder", b"tekst", "SOORT_ONBEKEND"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refusal = refused(path)
    assert (refusal.code, refusal.bestand) == (code, name)
    assert str(refusal).startswith(f"{name}: ")
    assert str(refusal).endswith(".")


def test_a_file_that_is_too_big_or_not_there_is_refused(tmp_path: Path) -> None:
    [path] = write(tmp_path, groot_txt="x" * 100)
    assert refused(path, limit=50).code == "TE_GROOT"
    assert refused(tmp_path / "weg.txt").code == "NIET_GEVONDEN"


def test_a_sidecar_says_where_a_document_comes_from(tmp_path: Path) -> None:
    [path] = write(tmp_path, lijst_txt="Anna de Wit")
    write(tmp_path, **{"lijst.txt.bron_yaml": "url: https://voorbeeld.test\ndatum: 2020-01-02\ntitel: De lijst\n"})
    document = read(path)
    assert (document.url, document.datum, document.titel) == ("https://voorbeeld.test", "2020-01-02", "De lijst")


def test_a_mistake_in_a_sidecar_is_named_by_its_place(tmp_path: Path) -> None:
    [path] = write(tmp_path, lijst_txt="Anna de Wit")
    write(tmp_path, **{"lijst.txt.bron_yaml": "url: https://voorbeeld.test\nuitgeverij: VNG\n"})
    assert str(refused(path)).startswith("lijst.txt.bron.yaml:2:")


def test_an_address_of_a_source_is_one_on_the_web(tmp_path: Path) -> None:
    [path] = write(tmp_path, lijst_txt="Anna de Wit")
    for url in ("javascript:alert(1)", "www.voorbeeld.test", "file:///etc/passwd"):
        write(tmp_path, **{"lijst.txt.bron_yaml": f"titel: De lijst\nurl: '{url}'\n"})
        assert str(refused(path)).startswith(f"lijst.txt.bron.yaml:2:6: '{url}' is geen webadres; begin met https://")


def test_a_folder_gives_its_documents_in_order_without_sidecars_and_hidden_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        b_txt="b",
        a_txt="a",
        **{"a.txt.bron_yaml": "titel: A", "diep/c_txt": "c", ".git/x_txt": "x", "~$a_txt": "x"},
    )
    assert [name for _, name in files([tmp_path])] == ["a.txt", "b.txt", "diep/c.txt"]


def test_two_files_of_one_name_keep_apart(tmp_path: Path) -> None:
    write(tmp_path, **{"een/a_txt": "1", "twee/a_txt": "2"})
    names = [name for _, name in files([tmp_path / "een", tmp_path / "twee", tmp_path / "een" / "a.txt"])]
    assert len(names) == len(set(names)) == 2
