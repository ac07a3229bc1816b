"""A report as a text: every value stands where its cell says."""

from loaders.documents.markup import Cell
from loaders.report.letter import Entry, written

SAID = {"titel": "Te lang: wachten\nop geld", "themas": ["thema:a", "thema:b"], "leeg": None, "ernst": 3}


def test_each_value_has_its_place_in_the_text_and_in_the_arguments() -> None:
    entry = Entry("knelpunt", SAID, ("invoer",), {"themas": "onderwerpen"})
    letter = written([entry], "Melding", "gemeente:gm0344", "2026-11-30T08:00:00.000+00:00", 7)
    text, [record] = letter.document.tekst, letter.records
    assert text.startswith("Melding 7 · gemeente:gm0344 · 2026-11-30")
    assert [*record.fields] == ["soort", "titel", "themas", "ernst"]
    cell = record.fields["titel"]
    assert text[cell.start : cell.end] == SAID["titel"] == cell.value
    items = record.fields["themas"].value
    assert isinstance(items, list)
    assert [text[c.start : c.end] for c in items] == ["thema:a", "thema:b"]
    assert letter.places[items[1].line] == ("invoer", "onderwerpen", "1")
    assert text[record.start : record.end].startswith("soort: knelpunt\n")
    assert isinstance(record.fields["ernst"], Cell)
    assert record.fields["ernst"].value == "3"


def test_the_same_words_said_again_are_another_document() -> None:
    entry, when = Entry("thema", {"naam": "x"}), "2026-11-30T08:00:00.000+00:00"
    first, second = (written([entry], "t", "x", when, number) for number in (1, 2))
    assert first.document.id != second.document.id
