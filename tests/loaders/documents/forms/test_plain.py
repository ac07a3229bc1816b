"""Text and Markdown: the file's own characters, with the zones that Markdown marks."""

import pytest

from loaders.documents.document import Refusal, Text
from loaders.documents.forms import read
from loaders.documents.forms.plain import read_markdown
from tests.loaders.office import cells, zones

PAGE = """\
# De raad ##

Een inleiding.

Leden
=====
- Anna de Wit – wethouder
2. Bram Oud

> Dat is gezegd.

| Naam | Functie |
|------|:-------:|
| Anna | wethouder |
| Bram |  |

![Foto: Jan](foto.jpg) en <!-- niet waar --> verder

```
code = 1
```
"""


def markdown(text: str) -> Text:
    return read_markdown(text.encode(), "a.md")


def test_a_page_of_markdown_has_zones_and_keeps_every_character() -> None:
    text = markdown(PAGE)
    assert text.tekst == PAGE
    assert zones(text, "kop") == ["De raad", "Leden"]
    assert zones(text, "lijst") == ["Anna de Wit – wethouder", "Bram Oud"]
    assert zones(text, "citaat") == ["Dat is gezegd."]
    assert zones(text, "bijschrift") == ["![Foto: Jan](foto.jpg)"]
    assert zones(text, "verborgen") == ["<!-- niet waar -->"]
    assert zones(text, "code") == ["```\ncode = 1\n```"]


def test_a_table_of_markdown_has_cells() -> None:
    text = markdown(PAGE)
    assert cells(text) == [["Naam", "Functie"], ["Anna", "wethouder"], ["Bram", ""]]
    assert text.tabellen[0].koppen == 1
    assert zones(text, "tabel")[0].startswith("| Naam")


def test_dashes_under_a_line_with_bars_are_no_heading() -> None:
    assert zones(markdown("a | b\n--- | ---\n1 | 2\n"), "kop") == []


def test_the_same_signs_in_a_text_mean_nothing() -> None:
    assert read(PAGE.encode(), "txt", "a.txt").zones == ()


@pytest.mark.parametrize("text", ["<!-- open", "![open", "```\nopen", "|a|b|\n|-|-|", "a\n==="])
def test_what_is_not_closed_is_read_all_the_same(text: str) -> None:
    assert markdown(text).tekst == text


def test_yaml_and_json_come_with_their_cells() -> None:
    assert read(b"feiten: [{soort: thema}]", "yaml", "a.yaml").cellen[0]["feiten"]
    with pytest.raises(Refusal, match=r"a\.json:1:"):
        read(b'{"feiten": [}', "json", "a.json")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'{"a": "hulp \\ud83d nu"}', "a.json:1:13: \\ud83d"),
        (b'{"a":\n"\\udc4d"}', "a.json:2:2: \\udc4d"),
        (b'{"a": "\\u0000"}', "a.json:1:8: \\u0000"),
    ],
)
def test_an_escape_for_half_a_character_is_refused_at_its_place(content: bytes, place: str) -> None:
    with pytest.raises(Refusal, match="geen heel teken") as caught:
        read(content, "json", "a.json")
    assert str(caught.value).startswith(place)


def test_a_whole_pair_of_escapes_is_a_character() -> None:
    assert read(b'{"a": "\\ud83d\\udc4d en \\\\ud83d"}', "json", "a.json").tekst
