"""Where rules write: asserted, asked or left, each with its passage."""

from dataclasses import replace

from graph.domain.provenance import MODEL
from loaders.documents.document import Zone
from loaders.facts.findings import Findings
from loaders.prose.text.notebook import ASKED, SURE, Notebook
from loaders.prose.text.page import Page
from tests.loaders.prose import reader

TEXT = "Anna Bos werkt.\nAnna Bos slaapt.\n\nFoto: Anna Bos\n"
WHO = {"id": "persoon:anna-bos", "naam": "Anna Bos"}
FIRST, SECOND, CAPTION = (0, 8), (16, 24), (40, 48)


def notebook(zones: tuple[Zone, ...] = ()) -> Notebook:
    document = replace(reader.made(TEXT), zones=zones)
    return Notebook(Page(document, reader.seed_names()), Findings(MODEL, {document.id: document}))


def test_a_fact_has_its_passage_rule_and_place() -> None:
    book = notebook()
    made = book.state("persoon", WHO, [SECOND], "een-regel", SURE)
    assert made is not None
    assert (made.regel, made.vraag, made.zekerheid) == ("een-regel", None, SURE)
    assert [(p.van, p.tot, p.citaat) for p in made.bewijs] == [(16, 24, "Anna Bos")]
    assert str(book.findings.places[made.id]) == "proef.txt:2:1"
    assert book.sure_of("Anna Bos")


def test_the_same_fact_twice_is_one_fact_with_two_passages() -> None:
    book = notebook()
    book.state("persoon", WHO, [FIRST], "een-regel")
    book.state("persoon", {**WHO, "vorm": "Anna Bos"}, [FIRST, SECOND], "twee-regel")
    [made] = book.facts.values()
    assert (made.regel, len(made.bewijs), made.velden["vorm"]) == ("een-regel", 2, "Anna Bos")


def test_what_one_passage_proves_another_does_not_ask() -> None:
    for asked_first in (True, False):
        book = notebook()
        if asked_first:
            book.ask("persoon", WHO, [FIRST], "vraag-regel", "Wie?")
        book.state("persoon", WHO, [SECOND], "zeker-regel")
        if not asked_first:
            book.ask("persoon", WHO, [FIRST], "vraag-regel", "Wie?")
        [made] = book.facts.values()
        assert (made.regel, made.vraag) == ("zeker-regel", None)


def test_nothing_is_written_of_what_is_not_believed() -> None:
    book = notebook()
    assert book.state("persoon", WHO, [CAPTION], "een-regel") is None
    assert not book.facts
    assert not book.has("persoon", WHO)


def test_letters_that_deceive_make_a_question_of_what_is_proven() -> None:
    made = notebook((Zone("verdacht", 0, 15),)).state("persoon", WHO, [FIRST], "een-regel")
    assert made is not None
    assert made.vraag is not None
    assert made.zekerheid == ASKED


def test_what_is_left_is_kept_with_the_reason_unless_it_is_blank() -> None:
    book = notebook()
    book.leave(0, 8, "daarom")
    book.leave(15, 16, "leeg")
    assert [(left.tekst, left.reden) for left in book.findings.leftovers] == [("Anna Bos", "daarom")]


def test_the_functions_of_a_person_are_kept_together() -> None:
    book = notebook()
    velden = {"persoon": book.person("Anna Bos"), "functie": "griffier", "organisatie": None}
    book.ask("rol", velden, [FIRST], "een-regel", "Waar?")
    assert [fact.velden["functie"] for fact in book.roles["Anna Bos"]] == ["griffier"]
