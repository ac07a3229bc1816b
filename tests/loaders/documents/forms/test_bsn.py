"""Citizen service numbers are found, and numbers that only look like one are let through."""

import pytest

from loaders.documents.document import Refusal
from loaders.documents.forms import read
from loaders.documents.forms.bsn import lines_with_bsn, passes
from tests.loaders.office import xlsx

# Made up, and passing the test: 9·1+8·2+7·3+6·4+5·5+4·6+3·7+2·8−2 = 154 = 14·11.
BSN = "123456782"


def test_the_eleven_test() -> None:
    assert passes(BSN)
    assert not passes("123456789")
    assert not passes("000000000")
    assert passes("10000008") == passes("010000008")


@pytest.mark.parametrize(
    "text",
    [
        f"BSN {BSN}", f"bsn: {BSN}", f"bsn={BSN}", f"burgerservicenummer {BSN}.", "sofinummer 1234.56.782",
        f"Zijn nummer is {BSN}.", f"({BSN})", "1234 56 782", "1234.56.782", f"a;{BSN};b", f"naam,{BSN}", f"\t{BSN}\t",
        "Het BSN van deze inwoner is 123-45-6782", "BSN 12 34 56 782", f"{BSN}\n", f"“{BSN}”",
    ],
)  # fmt: skip
def test_a_number_that_is_one_is_found(text: str) -> None:
    assert lines_with_bsn(f"regel een\n{text}") == [2]


@pytest.mark.parametrize(
    "text",
    [
        "123456789", "06 12345678", "0612345678", "+31 612345678", "+31612345678", "NL91 ABNA 0417 1643 00",
        f"NL{BSN}B01", f"RSIN {BSN}", f"btw-nummer NL{BSN}B01", f"KvK {BSN}", f"kenmerk {BSN}", f"zaaknummer: {BSN}",
        f"https://voorbeeld.test/nieuws/{BSN}", f"www.voorbeeld.test/?id={BSN}", f"{BSN}@voorbeeld.test", f"€ {BSN}",
        f"{BSN} euro", f"{BSN} inwoners", f"1{BSN}", f"{BSN}0", f"doc-{BSN}", f"{BSN}abc", "123.456.782", "12345678",
        f"telefoonnummer {BSN}", "123 456 782", "20180124", f"ISBN {BSN}", f"v1.{BSN}",
    ],
)  # fmt: skip
def test_another_number_is_not(text: str) -> None:
    assert lines_with_bsn(text) == []


def test_eight_digits_count_in_a_column_for_them() -> None:
    short = next(str(n) for n in range(10_000_000, 10_000_100) if passes(str(n)))
    assert lines_with_bsn(f"naam;BSN\nAnna;{short}\n") == [2]
    assert lines_with_bsn(f"naam;kvk\nAnna;{short}\n") == []


def test_a_document_with_one_is_refused_and_the_number_is_not_repeated() -> None:
    with pytest.raises(Refusal) as caught:
        read(f"Beste,\nmijn BSN is {BSN}.".encode(), "txt", "brief.txt")
    assert caught.value.code == "BSN"
    assert str(caught.value).startswith("brief.txt:2:1: ")
    assert BSN not in str(caught.value)


def test_a_sheet_of_numbers_is_looked_at_as_well() -> None:
    with pytest.raises(Refusal, match="burgerservicenummer"):
        read(xlsx(Lijst=[["naam", "nummer"], ["Anna", int(BSN)]]), "xlsx", "a.xlsx")
