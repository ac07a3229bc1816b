"""Whose site a page is of."""

from pathlib import Path

from tests.loaders.prose import reader

HEAD = "<html><head><title>College | Gemeente Ede</title></head>"
HTML = HEAD + "<body><p>{}</p><footer>Gemeente Ede</footer></body></html>"


def gemeenten(folder: Path, text: str) -> list[tuple[str, bool]]:
    path = folder / "college.html"
    path.write_text(HTML.format(text), encoding="utf-8")
    found = reader.read(path, reader.seed_names()).facts.values()
    return [(f.regel, bool(f.vraag)) for f in found if f.soort == "gemeente"]


def test_a_gemeente_that_only_the_title_and_the_foot_name_is_asked(tmp_path: Path) -> None:
    assert gemeenten(tmp_path, "Het college vergadert.") == [("gemeente-bladzijde", True)]


def test_a_gemeente_that_the_text_names_is_not_asked_again(tmp_path: Path) -> None:
    assert gemeenten(tmp_path, "De gemeente Ede vergadert.") == [("gemeente-genoemd", False)]
