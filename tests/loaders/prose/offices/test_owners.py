"""Whose function it is, by where it stands."""

import pytest

from loaders.prose.offices import owners
from loaders.prose.people.mentions import Mentions
from loaders.prose.people.people import Name
from loaders.prose.people.phrases import Phrase, phrases
from loaders.prose.text.page import Page
from tests.loaders.prose import reader


def last_function(text: str) -> tuple[Page, Mentions, int, Phrase]:
    """The last word for a function in the last sentence that has one."""
    page = reader.seen(text)
    mentions = Mentions(page)
    for number in reversed(range(len(page.sentences))):
        sentence, row = page.sentences[number], mentions.rows[number]
        stops = [mention.start - sentence.start for mention in row]
        found = [*phrases(page.names, sentence.tekst, sentence.start, stops)]
        if found:
            return page, mentions, number, found[-1]
    raise AssertionError(text)


def named(name: Name | None) -> str | None:
    return name.tekst if name else None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ook majoor Anna Bos kwam.", "Anna Bos"),
        ("Contactpersoon in de regio is Anna Bos.", "Anna Bos"),
        ("Aanwezig waren Piet Vos; notulist van de raad, Anna Bos.", "Anna Bos"),
        ("Ook Anna Bos (moderator) kwam.", "Anna Bos"),
        ("Dat zei Anna Bos, bakker in ruste.", "Anna Bos"),
        ("Anna Bos is nog steeds majoor.", "Anna Bos"),
        ("Zo zei Anna Bos, die penningmeester van de raad is.", "Anna Bos"),
        ("Als huisarts begon Anna Bos opnieuw.", "Anna Bos"),
        ("Anna Bos belde met de wethouder.", None),
        ("Anna Bos en wethouder Vosmaer spraken.", None),
        ("Anna Bos, woont in een straat met een bakker", None),
    ],
)
def test_a_mark_or_a_verb_ties_a_function_to_the_nearest(text: str, owner: str | None) -> None:
    page, mentions, number, phrase = last_function(text)
    assert named(owners.beside(page, page.sentences[number], mentions.rows[number], phrase)) == owner


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Anna Bos kwam. Zij was eerder griffier.", "Anna Bos"),
        ("Anna Bos kwam. Als griffier.", "Anna Bos"),
        ("Anna Bos kwam. De wethouder van Almere is moe.", "Anna Bos"),
        ("De kapster knipt aan huis. Ze heet Anna Bos.", "Anna Bos"),
        ("Er is een nieuwe voorzitter. Anna Bos werd gekozen.", "Anna Bos"),
        ("ANNA BOS\nWas van 2012 tot 2016 fractiemedewerker.", "ANNA BOS"),
        ("Piet Vos: Toen ik nog griffier was, wist ik dat niet.", "Piet Vos"),
        ("Toen kwam Anna Bos ook nog even langs.\n\nDe wethouder van Almere is moe.", None),
        ("Anna Bos kwam. Wij zochten een griffier.", None),
    ],
)
def test_a_sentence_refers_to_somebody(text: str, owner: str | None) -> None:
    page, mentions, number, phrase = last_function(text)
    assert named(owners.referred(page, mentions, number, phrase)) == owner


def test_two_functions_of_one_person() -> None:
    page, mentions, number, phrase = last_function("De wethouder en griffier Anna Bos sprak.")
    anna = mentions.rows[number][0].name
    sentence = page.sentences[number]
    assert owners.joined(sentence, phrase, anna, []) == anna
    assert owners.joined(sentence, phrase, None, []) is None
