"""A text with loose accents is read as the composed one, and its facts keep the places of the file."""

import unicodedata

from loaders.documents.document import Span, Table, Zone
from loaders.prose.text.composed import compose
from tests.loaders.prose import reader

TEXT = "Dé inleiding.\n\nWethouder René Çelik van Almere sprak."


def test_the_same_is_found_at_the_places_of_the_file() -> None:
    loose = unicodedata.normalize("NFD", TEXT)
    assert len(loose) > len(TEXT)
    composed, apart = reader.page(TEXT), reader.page(loose)
    assert {f.id for f in composed.facts.values() if f.soort != "datum"} == {f.id for f in apart.facts.values()}
    for fact in apart.facts.values():
        assert all(loose[proof.van : proof.tot] == proof.citaat for proof in fact.bewijs)
    assert all(loose[left.van : left.tot] == left.tekst for left in apart.leftovers)


def test_zones_and_cells_move_along() -> None:
    from dataclasses import replace

    loose = unicodedata.normalize("NFD", "é kop é")
    table = Table(0, len(loose), ((Span(0, 2), Span(3, 6)),))
    made = compose(replace(reader.made(loose), zones=(Zone("kop", 3, 6),), tabellen=(table,)))
    assert made.document.text(made.document.tabellen[0].rijen[0][1]) == "kop"
    assert made.document.tekst[made.document.zones[0].start : made.document.zones[0].end] == "kop"
    assert made.place(len(made.document.tekst)) == len(loose)


def test_a_text_without_loose_accents_is_itself() -> None:
    document = reader.made(TEXT)
    assert compose(document).document is document
