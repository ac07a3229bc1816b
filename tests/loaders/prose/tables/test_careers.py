"""A career in rows with years: what somebody was then is asked, of the one named above."""

from loaders.facts.fact import ENDED, Fact
from tests.loaders.prose import reader

ROWS = "1973-1979   gezinsverzorgster, Kruisvereniging Dal\n1996-2002   wethouder Welzijn (PvdA), gemeente Almere\n"


def asked(text: str) -> list[Fact]:
    found = [f for f in reader.facts(text, "rol") if f.regel == "loopbaan-jaren"]
    assert all(f.vraag for f in found)
    return found


def test_each_row_is_a_function_of_the_past() -> None:
    found = asked(f"Anna Bos\n\nLoopbaan\n{ROWS}")
    said = {(f.velden["persoon"], f.velden["functie"], f.velden["organisatie"]) for f in found}
    assert ("Anna Bos", "wethouder Welzijn", "gemeente:gm0034") in said
    assert all(f.velden["toestand"] == ENDED for f in found)
    assert any("van 1996 tot 2002" in str(f.vraag) for f in found)


def test_what_goes_on_is_not_of_the_past() -> None:
    found = asked(f"Anna Bos\n{ROWS}2002-heden directeur, gemeente Almere\n")
    assert [f.velden.get("toestand") for f in found if f.velden["functie"] == "directeur"] == [None]


def test_rows_without_anybody_above_and_years_without_functions_are_nobodys() -> None:
    assert not asked(ROWS)
    assert not asked("Anna Bos\n1973-1979 bouw van de wijk\n1996-2002 groei van de wijk\n")
