"""YAML and JSON as cells with their place."""

import pytest

from loaders.documents.document import Refusal
from loaders.documents.markup import Cell, compose, flat, scalar, unflat

TEXT = "feiten:\n  - naam: Één\n    getal: 012\n    leeg:\nbron: {url: x}\n"


def cells(cell: Cell) -> dict[str, Cell]:
    assert isinstance(cell.value, dict)
    return cell.value


def test_a_value_is_the_text_that_was_written_with_its_place() -> None:
    top = cells(compose(TEXT, "a.yaml"))
    [record] = top["feiten"].value or ()
    fields = cells(record)  # type: ignore[arg-type]
    assert [(name, cell.value) for name, cell in fields.items()] == [("naam", "Één"), ("getal", "012"), ("leeg", None)]
    assert (TEXT[fields["naam"].start : fields["naam"].end], fields["naam"].line, fields["naam"].column) == (
        "Één",
        2,
        11,
    )
    assert TEXT[fields["naam"].first : fields["naam"].end] == "naam: Één"
    assert scalar(fields["getal"]) == "012"
    assert scalar(top["bron"]) is None


def test_cells_pass_from_one_process_to_another_whole() -> None:
    made = compose(TEXT, "a.yaml")
    assert unflat(flat(made)) == made


def test_json_is_read_by_the_same_means() -> None:
    assert cells(compose('{"naam": "\\u00c9"}', "a.json", "json"))["naam"].value == "É"


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("a: &x 1\nb: *x", "YAML", "verwijzingen"),
        ("a: 1\na: 2", "YAML", "twee keer"),
        ("- " * 20 + "a", "YAML", "te diep"),
        ("a: b: c", "YAML", "dubbele punt"),
        ("", "LEEG", "er staat niets in"),
        ("? [a]\n: b", "YAML", "een woord met een dubbele punt"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, code: str, said: str) -> None:
    with pytest.raises(Refusal) as caught:
        compose(text, "a.yaml")
    assert caught.value.code == code
    assert said in str(caught.value)
