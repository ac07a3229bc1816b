"""In what words a text may name somebody."""

import pytest

from graph.erasure.name_forms import name_forms, surname, together, words


@pytest.mark.parametrize(
    ("name", "last"),
    [("Toke Tom", ("tom",)), ("Lisette de Bie", ("de", "bie")), ("Zo van Hoff", ("van", "hoff")), ("Ali", ("ali",))],
)  # fmt: skip
def test_a_surname_has_its_particles(name: str, last: tuple[str, ...]) -> None:
    assert surname(name) == last


def test_somebody_is_named_in_several_ways_and_never_by_a_surname_alone() -> None:
    found = {" ".join(form) for form in name_forms("Lisette de Bie", alone=True)}
    assert {"lisette de bie", "bie lisette", "de bie lisette", "l de bie", "mevrouw de bie"} <= found
    assert "bie" not in found
    assert "de bie" not in found


def test_who_shares_a_surname_is_not_named_by_initials_or_a_title() -> None:
    found = {" ".join(form) for form in name_forms("Toke Tom", alone=False)}
    assert found == {"toke tom", "tom toke"}


def test_a_quotation_mark_ends_a_name() -> None:
    for text, one in (("Toke  Tom", True), ("Tom, Toke", True), ("T. Tom", True), ('Toke","Tom', False)):
        left, right = words(text)
        assert together(text, left, right) is one, text
