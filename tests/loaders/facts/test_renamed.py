"""Facts about something that was merged are about what it became."""

from graph.domain.provenance import MODEL
from loaders.facts.fact import fact
from loaders.facts.renamed import rename

NOW = {"persoon:a-bos": "persoon:anna-bos", "thema:zorg": "thema:zorgen"}
NAMES = {"persoon:anna-bos": "Anna Bos", "thema:zorgen": "Zorgen"}


def test_ids_become_the_present_ones_and_a_person_the_present_name() -> None:
    role = fact(MODEL, "rol", {"persoon": "A. Bos", "functie": "griffier", "organisatie": "gemeente:a"})
    assert rename(role, NOW, NAMES, {})
    assert role.velden["persoon"] == "Anna Bos"
    tie = fact(MODEL, "relatie", {"relatie": "GAAT_OVER", "van": "knelpunt:a", "naar": "thema:zorg"})
    assert rename(tie, NOW, NAMES, {})
    assert tie.velden["naar"] == "thema:zorgen"


def test_what_the_survivor_says_of_itself_stays() -> None:
    thing = fact(MODEL, "thema", {"id": "thema:zorg", "naam": "Zorg", "omschrijving": "oud", "toplijst": "x"})
    assert rename(thing, NOW, NAMES, {"thema:zorgen": {"naam": "Zorgen", "omschrijving": ""}})
    assert thing.velden == {"id": "thema:zorgen", "naam": "Zorgen", "omschrijving": "oud", "toplijst": "x"}


def test_a_fact_about_something_else_is_left_alone() -> None:
    thing = fact(MODEL, "thema", {"id": "thema:wonen", "naam": "Wonen"})
    assert not rename(thing, NOW, NAMES, {})
