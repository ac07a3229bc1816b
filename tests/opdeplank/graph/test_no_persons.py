"""Nothing about a person is kept with a question: taken out, or the whole question dropped."""

import pytest

from graph.dutch.spelling import Vocabulary
from opdeplank.graph.no_persons import LONGEST, without_persons

VOCABULARY = Vocabulary()
for each in ("jongeren met schulden en een uitkering", "mantelzorg en dementie", "De gemeente Utrecht helpt", "roos"):
    VOCABULARY.add(each)


def kept(text: str) -> str | None:
    return without_persons(text, VOCABULARY.knows)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("schulden, bellen 06-12345678", "schulden, bellen …"),
        ("schulden bsn 123456782 uitkering", None),  # `bsn` is a word that nobody can place
        ("schulden 123456782 uitkering", "schulden … uitkering"),
        ("uitkering jan.jansen@voorbeeld.nl", "uitkering …"),
        ("uitkering op NL91ABNA0417164300", "uitkering op …"),
        ("schulden in de dorpsstraat 12b", "schulden in de …"),
        ("wonen op 1234 AB 7", "wonen op …"),
        ("jongeren van 12 maart 1999", "jongeren van …"),
        ("dementie sinds 12-03-1940", "dementie sinds …"),
        ("jongeren van 17 met schulden", "jongeren van 17 met schulden"),
        ("mijn moeder heeft dementie", "mijn moeder heeft dementie"),
        ("begeleiding bij laaggeletterdheid", "begeleiding bij laaggeletterdheid"),
        ("Jongeren met schulden. Mantelzorg?", "Jongeren met schulden. Mantelzorg?"),
    ],
)
def test_what_has_the_shape_of_personal_data_is_taken_out(text: str, left: str | None) -> None:
    assert kept(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Fatima heeft schulden", "fatima heeft schulden", "schulden van Piet de Vries", "schulden van de heer Janssens",
        "mijn zoon heet Dwayne", "mevrouw Oeverdingen heeft dementie", "schulden van J. Bakker", "dhr bakker dementie",
        "uitkering voor Roos", "schulden bij xanthippe", "jongeren van familie el idrissi",
        "Sjoerdtje krijgt uitkering",
        "@jansen heeft schulden bij kwaaitaal", "schulden " + "en schulden " * LONGEST,
    ],
)  # fmt: skip
def test_a_question_that_may_name_someone_is_dropped(text: str) -> None:
    assert kept(text) is None


@pytest.mark.parametrize("text", ["", "…", "12345678", "\0", "🙂", "\ud800"])
def test_a_question_without_words_is_dropped(text: str) -> None:
    assert kept(text) is None
