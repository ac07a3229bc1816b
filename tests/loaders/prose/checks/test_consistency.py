"""What facts say against each other."""

from graph.domain.provenance import MODEL
from loaders.facts.findings import Findings
from loaders.prose.checks import consistency
from loaders.prose.text.notebook import Notebook
from tests.loaders.prose import reader


def test_two_burgemeesters_of_one_gemeente_are_both_asked() -> None:
    text = "Burgemeester Anna Bos van Almere sprak.\n\nEn Piet Vos, burgemeester van Almere, ook."
    found = reader.facts(text, "rol")
    assert [f.vraag is None for f in found] == [False, False]
    assert str(found[0].vraag).startswith("De documenten noemen Anna Bos en Piet Vos als burgemeester van Almere.")


def test_two_burgemeesters_in_two_documents_are_both_asked() -> None:
    first = reader.page("Burgemeester Anna Bos van Almere sprak.")
    assert [f.vraag for f in first.facts.values() if f.soort == "rol"] == [None]
    second = reader.page("Burgemeester Piet Vos van Almere sprak.", into=first)
    assert [f.vraag is None for f in second.facts.values() if f.soort == "rol"] == [False, False]


def test_two_wethouders_are_no_contradiction() -> None:
    text = "Wethouder Anna Bos van Almere sprak.\n\nEn Piet Vos, wethouder van Almere, ook."
    assert [f.vraag for f in reader.facts(text, "rol")] == [None, None]


def test_no_relationship_is_asserted_with_somebody_who_is_asked() -> None:
    page = reader.seen("Xqala Zwart regisseert.")
    book = Notebook(page, Findings(MODEL, {page.document.id: page.document}))
    span = [(0, 11)]
    book.ask("persoon", {"id": "persoon:xqala-zwart", "naam": "Xqala Zwart"}, span, "een-regel", "Wie?")
    role = {"persoon": "Xqala Zwart", "functie": "wethouder", "organisatie": "gemeente:gm0034"}
    book.state("rol", role, span, "een-regel")
    tie = {"relatie": "REGISSEERT", "van": "persoon:xqala-zwart", "naar": "traject:x"}
    book.state("relatie", tie, span, "een-regel")
    consistency.read(page, book)
    assert [fact.vraag for fact in book.facts.values()] == [
        "Wie?", "Eerst weten: wie is 'Xqala Zwart'?", "Eerst weten: wie is 'persoon:xqala-zwart'?",
    ]  # fmt: skip


def test_no_list_or_sentence_leaves_a_relationship_without_its_person() -> None:
    for text in ("Xqala Zwart, wethouder van Almere, sprak.", "Xqala Zwart – wethouder, gemeente Almere"):
        facts = reader.page(text).facts.values()
        sure = {f.velden["id"] for f in facts if f.soort == "persoon" and not f.vraag}
        bound = [f for f in facts if f.soort in ("rol", "lid") and not f.vraag and f.velden.get("organisatie")]
        assert all("persoon:" + f.velden["persoon"].lower().replace(" ", "-") in sure for f in bound)


def test_one_name_in_one_office_at_two_places_is_asked_on_one_page_and_on_two() -> None:
    ede, almere = "Wethouder Anna Bos van Ede sprak.\n", "Wethouder Anna Bos van Almere sprak.\n"
    assert all(f.vraag for f in reader.facts(f"{ede}\n{almere}", "rol"))
    into = reader.page(ede)
    assert [f.vraag for f in into.facts.values() if f.soort == "rol"] == [None]
    reader.page(almere, into=into)
    assert all(f.vraag for f in into.facts.values() if f.soort == "rol")


def test_one_adviser_may_work_for_two_gemeenten() -> None:
    text = "Anna Bos, beleidsadviseur van Ede, sprak.\n\nAnna Bos, beleidsadviseur van Almere, sprak.\n"
    assert not any(f.vraag for f in reader.facts(text, "rol"))
