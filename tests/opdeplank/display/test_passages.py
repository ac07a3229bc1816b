from typing import Any

from opdeplank.display.passages import IN_OUR_WORDS, RECORD, Sources, passages


def said(passage: str | None = "Het werkt.", regel: str = "zin", claim: str = "bewijs", **bron: Any) -> dict[str, Any]:
    source = {"url": "https://voorbeeld.nl", "soort": "webpagina", "titel": "Bericht", "datum": None, **bron}
    return {"passage": passage, "regel": regel, "onderbouwt": claim, "bron": source}


def test_a_passage_stands_once_with_everything_it_proves() -> None:
    [one, other] = passages([said(), said("Het werkt.\n", claim="titel"), said("Iets anders.")])
    assert (one.nummer, one.tekst, one.onderbouwt) == (1, "Het werkt.", ["bewijs", "titel"])
    assert one.zegt == "Het bewijs en de titel"
    assert other.nummer == 2


def test_a_row_is_named_and_not_quoted() -> None:
    [row] = passages([said("a;b;c", RECORD)])
    assert (row.tekst, row.url) == (None, "https://voorbeeld.nl")
    assert passages([said("a;b;c", RECORD, url=None)]) == [], "there is nothing to show then"
    [ours] = passages([said("Samengevat.", RECORD, soort=IN_OUR_WORDS)])
    assert (ours.tekst, ours.eigen_woorden) == ("Samengevat.", True)


def test_an_address_that_is_none_is_not_shown() -> None:
    [one] = passages([said(url="javascript:alert(1)")])
    assert one.url is None


def test_a_page_numbers_on_and_may_name_the_fact_itself() -> None:
    sources = Sources()
    first = sources.add([said(), said()])
    assert [citaat.nummer for citaat in first] == [1]
    again = sources.add([said(), said("Nieuw.")], claim="status")
    assert [citaat.nummer for citaat in again] == [1, 2]
    assert again[0].onderbouwt == ["bewijs", "status"]
