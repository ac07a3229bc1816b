"""Quotations with who said it; titles and single words quote nobody."""

import pytest

from tests.loaders.prose import reader

SAID = "Wij willen dat iedereen mee kan doen."


def found(text: str) -> list[tuple[bool, str, str | None]]:
    return [(f.vraag is None, f.velden["tekst"], f.velden.get("spreker_vorm")) for f in reader.facts(text, "citaat")]


@pytest.mark.parametrize(
    "text",
    [
        f"Wethouder Anna Bos: “{SAID}”", f"“{SAID}” zegt Anna Bos.", f'"{SAID}", aldus wethouder Anna Bos (Almere).',
        f"Zoals Anna Bos (burgemeester van Almere) zegt: “{SAID}”", f"„{SAID}” vertelt Anna Bos.",
        f"Anna Bos: “{SAID}", f"‘{SAID}’, zegt Anna Bos.",
    ],
)  # fmt: skip
def test_the_speaker_is_named_right_before_or_behind(text: str) -> None:
    assert found(text) == [(True, SAID, "Anna Bos")]


def test_the_wrong_closing_mark_closes_when_somebody_says_it() -> None:
    [(sure, said, who)] = found("“Het is aan ons allen om ’t te doen’, schrijft Anna Bos in een brief.")
    assert (sure, said, who) == (True, "Het is aan ons allen om ’t te doen", "Anna Bos")


def test_a_second_quotation_in_the_paragraph_is_the_same_speakers() -> None:
    text = "“Het is van ons allemaal”, zegt Anna Bos. “Ook van jou en van mij.”"
    assert [who for _, _, who in found(text)] == ["Anna Bos", "Anna Bos"]


def test_a_surname_or_first_name_is_the_one_on_the_page() -> None:
    text = f"Wethouder Anna Bos kwam langs.\n\n“{SAID}”, zegt Bos.\n\n“Dat is echt mijn droom voor hier”, zegt Anna."
    assert [who for _, _, who in found(text)] == ["Anna Bos", "Anna Bos"]


@pytest.mark.parametrize("text", [f"“{SAID}”", f"Een bezoeker: “{SAID}”", "‘Er is nog geen plek voor hen,’ zei hij."])
def test_a_quotation_of_somebody_unnamed_is_kept_and_not_asked(text: str) -> None:
    read = reader.page(text)
    assert not [fact for fact in read.facts.values() if fact.soort == "citaat"]
    assert "een citaat zonder spreker" in [left.reden for left in read.leftovers]


@pytest.mark.parametrize(
    "text",
    ["Wij noemen het ‘lerende praktijk’.", "Het boek “Ruimte” is uit.", "’s Avonds en ’s ochtends is het druk."],
)
def test_a_title_or_a_word_quotes_nobody(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("text", [f"‘{SAID}.’", f"Anna Bos knikt. ‘{SAID}.’"])
def test_whole_sentences_between_single_marks_are_a_quotation_too(text: str) -> None:
    assert "een citaat zonder spreker" in [left.reden for left in reader.page(text).leftovers]


def test_few_words_count_behind_a_colon() -> None:
    assert found("Burgemeester Anna Bos reageerde kort: “Daar klopt niets van.”")


def test_two_commas_open_a_quotation() -> None:
    [fact] = reader.facts(
        ",,Wij beginnen volgende week met de eerste tien gezinnen”, zegt wethouder Anna Bos.", "citaat"
    )
    assert (fact.velden["tekst"], fact.vraag) == ("Wij beginnen volgende week met de eerste tien gezinnen", None)


def test_who_works_with_the_speaker_is_not_the_speaker() -> None:
    text = "“Er lag en ligt veel werk op ons bord”, aldus de wethouder die samenwerkt met zijn collega Anna Bos."
    assert not reader.facts(text, "citaat")


def test_half_a_sentence_is_asked() -> None:
    [fact] = reader.facts("Anna Bos, manager: “over gaten die vallen in de zorg voor ouderen”", "citaat")
    assert fact.vraag
