from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.datastructures import QueryParams

from opdeplank.pages.shelf.visitor_question import LONGEST, read, tidied_lines, tidy


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


def test_nothing_is_cut_from_a_question_that_is_too_long() -> None:
    whole = "x" * 100_000
    asked = read({"vraag": whole})
    assert (asked.tekst, asked.te_lang) == (whole, True)
    assert not read({"vraag": "x" * LONGEST}).te_lang


def test_a_letter_keeps_its_lines() -> None:
    assert (
        read({"vraag": "Beste collega,\r\n\r\n\r\n een  vraag\r\nGroet\n"}).tekst
        == "Beste collega,\n\neen vraag\nGroet"
    )
    assert tidied_lines(" \n\n ") == ""


def test_what_was_sealed_is_opened_and_stays_sealed_in_every_address() -> None:
    asked = read(QueryParams("v=abc&gemeente=GM0034&bladzijde=3"), {"abc": "schulden"}.get)
    assert (asked.gesteld, asked.tekst, asked.bladzijde) == (True, "schulden", 3)
    assert asked.address() == "/?v=abc&gemeente=GM0034&bladzijde=3"
    assert asked.address(v="", vraag=asked.tekst, bladzijde="") == "/?gemeente=GM0034&vraag=schulden"
    strange = read(QueryParams("v=xyz"), {"abc": "schulden"}.get)
    assert (strange.gesteld, strange.tekst, strange.onleesbaar) == (True, "", True)


@pytest.mark.parametrize(
    ("given", "page"), [("2", 2), ("999", 20), ("-1", 1), ("0", 1), ("x", 1), ("²", 1), ("1" * 50, 1)]
)
def test_a_page_is_a_small_number(given: str, page: int) -> None:
    assert read({"vraag": "x", "bladzijde": given}).bladzijde == page


@pytest.mark.parametrize(("given", "tidied"), [("a\0b", "a b"), (" a\n b\u2028c ", "a b c"), ("\ud800x", "x")])
def test_what_comes_in_is_one_harmless_line(given: str, tidied: str) -> None:
    assert tidy(given) == tidied


def test_an_address_changes_one_part_and_leaves_out_what_is_empty() -> None:
    asked = read(QueryParams("vraag=schuld & zo&gemeente=GM0034&na=c"))
    parts = parse_qs(urlsplit(asked.address(na="", rijpheid="PILOT")).query)
    assert parts["rijpheid"] == ["PILOT"]
    assert "na" not in parts
    assert read(QueryParams(urlsplit(asked.address()).query)) == asked
