"""A document as the rules see it."""

from loaders.documents.document import Document, Zone
from loaders.prose.text.page import LONGEST, Page
from tests.loaders.prose import reader

TEXT = "De gemeente Almere belt.\n\nFoto: Zwolle\n\nIn Zwolle ook. En later in 2019.\n"


def test_what_is_not_believed_has_no_lines_sentences_or_names() -> None:
    page = reader.seen(TEXT)
    assert [line.tekst for line in page.lines] == ["De gemeente Almere belt.", "In Zwolle ook. En later in 2019."]
    assert [sentence.alinea for sentence in page.sentences] == [0, 1, 1]
    assert [TEXT[hit.start : hit.end] for hit in page.hits] == ["Almere", "Zwolle"]
    assert page.aside(26, 30) == "bijschrift"
    assert page.aside(0, 5) is None


def test_a_zone_of_the_document_is_not_believed_either() -> None:
    zone = (Zone("nav", 0, 24),)
    page = Page(Document("bron:x", "x", TEXT, "x", "document", "html", zones=zone), reader.seed_names())
    assert page.aside(3, 5) == "nav"
    assert page.lines[0].tekst.startswith("In Zwolle")


def test_a_paragraph_that_is_too_long_is_set_aside() -> None:
    page = reader.seen("Kort.\n\n" + "x" * (LONGEST + 1))
    assert ([line.tekst for line in page.lines], len(page.too_long)) == (["Kort."], 1)


def test_words_and_names_are_found_by_their_place() -> None:
    page = reader.seen(TEXT)
    at = TEXT.index("In Zwolle")
    assert [word.tekst for word in page.words_in(at, at + 14)] == ["In", "Zwolle", "ook"]
    assert [TEXT[hit.start : hit.end] for hit in page.hits_in(at, len(TEXT))] == ["Zwolle"]
    assert page.before(at + 3) == "In "
    assert page.after(at + 3) == "Zwolle ook. En later in 2019."
    sentence = page.sentence_at(at + 20)
    assert sentence is not None
    assert sentence.tekst == "En later in 2019."
    assert page.before_in_sentence(at + 27) == "En later in "
    assert page.sentence_at(len(TEXT) + 5) is None


def test_what_a_page_says_of_itself() -> None:
    page = reader.seen(TEXT)
    assert page.gemeenten == ("gemeente:gm0034", "gemeente:gm0193")
    assert page.latest_year == 2019
    assert {"gemeente", "belt"} <= page.lower
    assert "Almere" not in page.lower


def test_what_rules_share_is_worked_out_once_for_a_page() -> None:
    asked: list[Page] = []

    def length(page: Page) -> int:
        asked.append(page)
        return len(page.tekst)

    first, second = reader.seen(TEXT), reader.seen("Kort.")
    assert [first.once(length), first.once(length), second.once(length)] == [len(TEXT), len(TEXT), 5]
    assert asked == [first, second]


def test_the_words_of_an_address_are_no_ordinary_words() -> None:
    seen = reader.seen("Mail Radjesh Koordman via r.koordman@voorbeeld.nl of www.koordman.nl over wachten.")
    assert "wachten" in seen.lower
    assert "koordman" not in seen.lower
