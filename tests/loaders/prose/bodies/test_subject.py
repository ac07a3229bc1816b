"""What a page is about, by its first lines and by what it names most."""

from graph.domain.provenance import MODEL
from loaders.facts.findings import Findings
from loaders.prose.bodies import bodies, gemeenten, subject
from loaders.prose.text.notebook import Notebook
from tests.loaders.prose import reader


def about(text: str) -> list[tuple[str, str]]:
    page = reader.seen(text)
    book = Notebook(page, Findings(MODEL, {page.document.id: page.document}))
    gemeenten.read(page, book)
    bodies.read(page, book)
    return [(topic.id, topic.reden) for topic in subject.about(page, book)]


def test_the_title_weighs_more_than_a_few_mentions() -> None:
    text = "Zo doet Ede het\n\n" + "x\n" * 6 + "In Almere en in Zwolle niet. In Almere wacht men.\n"
    assert [key for key, _ in about(text)] == ["gemeente:gm0228", "gemeente:gm0034", "gemeente:gm0193"]
    assert about(text)[0][1] == subject.HEAD


def test_one_gemeente_on_the_whole_page_is_said_to_be_the_only_one() -> None:
    assert about("x\n" * 8 + "Iemand woont in Almere.\n") == [("gemeente:gm0034", subject.ONLY)]


def test_a_page_that_names_nothing_is_about_nothing() -> None:
    assert not about("Wij praten over zorg.\n")


def test_the_opening_of_a_list_is_a_heading_of_its_lines() -> None:
    text = "Leden uit Ede:\n- Anna Bos\n- Piet Vos\n"
    page = reader.seen(text)
    assert [line.tekst for line in subject.headings(page, text.index("Piet"))] == ["Leden uit Ede:"]


def test_a_gemeente_that_is_a_word_as_well_has_its_capital() -> None:
    text = "Het is echt heel fijn in Ede en in de Ronde Venen."
    page = reader.seen(text)
    assert [key for key, _ in subject.named(page, 0, len(text))] == ["gemeente:gm0228", "gemeente:gm0736"]
