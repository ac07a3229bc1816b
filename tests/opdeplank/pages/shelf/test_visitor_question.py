from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.datastructures import QueryParams

from opdeplank.pages.shelf.visitor_question import LONGEST, read, tidy


def test_without_a_question_nothing_is_asked() -> None:
    asked = read(QueryParams(""))
    assert (asked.gesteld, asked.tekst, asked.verfijnd) == (False, "", False)
    assert read(QueryParams("vraag=")).gesteld
    assert asked.variables("") == {"vraag": "", "zonderEigen": True}


def test_what_is_asked_goes_to_the_operation_as_it_takes_it() -> None:
    asked = read(QueryParams("vraag=schulden&rijpheid=PASKLAAR&bewijs=ONZIN&eigen=ja&na=c"))
    assert asked.verfijnd
    assert asked.variables("GM0034") == {
        "vraag": "schulden", "gemeente": {"code": "GM0034"}, "rijpheid": "PASKLAAR", "zonderEigen": False, "after": "c"
    }  # fmt: skip


def test_a_long_question_is_cut_at_a_word() -> None:
    asked = read(QueryParams({"vraag": "schulden " * 100}))
    assert asked.ingekort
    assert len(asked.tekst) <= LONGEST
    assert asked.tekst.endswith("schulden")
    assert len(read(QueryParams({"vraag": "x" * 900})).tekst) == LONGEST


@pytest.mark.parametrize(("given", "tidied"), [("a\0b", "a b"), (" a\n b\u2028c ", "a b c"), ("\ud800x", "x")])
def test_what_comes_in_is_one_harmless_line(given: str, tidied: str) -> None:
    assert tidy(given) == tidied


def test_an_address_changes_one_part_and_leaves_out_what_is_empty() -> None:
    asked = read(QueryParams("vraag=schuld & zo&gemeente=GM0034&na=c"))
    parts = parse_qs(urlsplit(asked.address(na="", rijpheid="PILOT")).query)
    assert parts["rijpheid"] == ["PILOT"]
    assert "na" not in parts
    assert read(QueryParams(urlsplit(asked.address()).query)) == asked
