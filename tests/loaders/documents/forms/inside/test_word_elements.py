"""The elements of a Word document."""

import pytest
from lxml import etree

from loaders.documents.forms.inside import word_elements as word
from tests.loaders.office import W


def element(text: str, namespace: str = W) -> etree._Element:
    return etree.fromstring(f"<w:p {namespace}>{text}</w:p>")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<w:t>Anna\tBos</w:t>", "Anna Bos"), ("<w:t/>", ""), ("<w:tab/>", "\t"), ("<w:softHyphen/>", ""),
        ('<w:sym w:char="F0B7"/>', "•"), ('<w:sym w:char="0041"/>', " "), ("<w:drawing/>", None),
    ],
)  # fmt: skip
def test_a_part_of_a_run_stands_for_text(text: str, written: str | None) -> None:
    assert word.written(element(text)[0]) == written


def test_children_are_found_inside_what_wraps_them() -> None:
    root = element("<w:tr/><w:ins><w:tr/></w:ins><w:sdt><w:sdtContent><w:tr/></w:sdtContent></w:sdt><w:p><w:tr/></w:p>")
    assert len(word.inside(root, "tr")) == 3


@pytest.mark.parametrize(
    ("mark", "on"),
    [("<w:strike/>", True), ('<w:strike w:val="0"/>', False), ('<w:strike w:val="off"/>', False), ("", False)],
)
def test_a_mark_is_on_unless_it_says_otherwise(mark: str, on: bool) -> None:
    assert word.is_on(word.child(element(mark), "strike")) is on


def test_the_names_of_the_strict_form_are_known_too() -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    assert word.child_value(element('<w:name w:val="Titel"/>', strict), "name") == "Titel"
    assert word.child_value(None, "name") is None
