"""Every oplossing in the seeds: whom to call, what it rests on, and why it stands where it stands on both ladders."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.seeds.documents import CONTACT, MODEL, SEEDS, Record, of, pages

COUNT = 60
OPLOSSINGEN = of("oplossing")
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DATED = re.compile(rf"\b\d{{1,2}} ({MONTHS}) 20\d\d\b")
LONGEST_FILE = 700
MESSAGES = {"stand", "resultaat", "aantal", "doorlooptijd", "elders"}
LEVELS = {"Goed beschreven": "GOED_BESCHREVEN", "Goed onderbouwd": "GOED_ONDERBOUWD"}
"""How an erkenning writes the level it gave."""
OWN = ("door de gemeente zelf", "door de bedenker", "van de bedenker", "door de uitvoerder zelf")
NO_LEVEL = (*OWN, "loopt", "literatuur", "databank")
"""Kinds of assessment that give no level: by who made it, not ready, or without a level of its own."""


def ids(record: Record) -> str:
    return str(record["externeSleutel"])


each = pytest.mark.parametrize("record", OPLOSSINGEN, ids=ids)


def test_all_of_them_are_there() -> None:
    assert sorted(map(ids, OPLOSSINGEN)) == [f"opl-{n:03}" for n in range(1, COUNT + 1)]


@each
def test_it_stands_on_pages_and_takes_away_a_knelpunt(record: Record) -> None:
    assert pages(record)
    assert record["knelpunten"]
    assert record["themas"]
    assert record["samenvatting"].count(". ") <= 3
    addresses = [page["url"] for page in pages(record)]
    assert len(addresses) == len(set(addresses)), "a page twice says the same thing in two places"


@each
def test_somebody_can_be_called(record: Record) -> None:
    """A functional contact point, or a gemeente that made it or uses it and that has a number."""
    gemeenten = [*record.get("ontwikkeldDoor", ()), *(t["gemeente"] for t in record.get("toepassingen", ()))]
    assert record.get("contactpunten") or any(g in CONTACT for g in gemeenten)


@each
def test_where_it_stands_on_both_ladders_has_a_dated_reason(record: Record) -> None:
    assert DATED.search(record["rijpheidReden"])
    assert DATED.search(record["bewijsReden"])
    for scale in ("rijpheid", "bewijs"):
        if scale in record:
            assert any(scale in page.get("over", ()) for page in pages(record)), f"no page says {scale}"


@each
def test_pasklaar_without_material_is_impossible(record: Record) -> None:
    assert record.get("rijpheid") != "PASKLAAR" or record.get("materialen")


@each
def test_bewijs_follows_from_an_assessment_of_this_oplossing_by_somebody_else(record: Record) -> None:
    own = [a for a in record.get("beoordelingen", ()) if a["over"] == "zelf"]
    if "bewijs" in record:
        assert any("door" in a and not any(kind in a["soort"] for kind in NO_LEVEL) for a in own)
    for named in (LEVELS[level] for a in own if a["soort"] == "erkenning" for level in LEVELS if level in a["oordeel"]):
        assert record["bewijs"] == named


@each
def test_every_assessment_and_message_is_a_whole(record: Record) -> None:
    node = MODEL.nodes["Oplossing"]
    for name in ("beoordelingen", "berichten", "materialen", "contactpunten"):
        kind = node.properties[name].records
        assert kind is not None
        for one in record.get(name, ()):
            assert set(one) <= set(kind.__annotations__), one
            assert all(isinstance(value, str) and value.strip() for value in one.values()), one
    assert {a["over"] for a in record.get("beoordelingen", ())} <= {"zelf", "breder", "verwant"}
    assert {b["soort"] for b in record.get("berichten", ())} <= MESSAGES


@each
def test_contact_points_are_no_persons(record: Record) -> None:
    """An address such as info@ or nnz@, never first.last@."""
    for point in record.get("contactpunten", ()):
        assert point["soort"] in ("webpagina", "telefoon", "e-mail", "postadres")
        if point["soort"] == "e-mail":
            assert re.fullmatch(r"[a-z-]+@[a-z.-]+", point["waarde"])


@each
def test_the_number_of_users_is_at_least_what_is_listed_as_working_with_it(record: Record) -> None:
    if "gebruikersMinstens" in record:
        assert record["gebruikersMinstens"] > 0
        assert any("gebruikersMinstens" in page.get("over", ()) for page in pages(record))


@each
def test_who_stopped_says_why(record: Record) -> None:
    for use in record.get("toepassingen", ()):
        assert use.get("status") != "GESTOPT" or use.get("redenGestopt"), use


def test_two_out_of_five_come_with_material() -> None:
    assert sum("materialen" in r for r in OPLOSSINGEN) / len(OPLOSSINGEN) >= 0.4


@pytest.mark.parametrize("record", of("knelpunt"), ids=lambda record: str(record["id"]))
def test_a_knelpunt_has_a_public_source_or_says_that_it_has_none(record: Record) -> None:
    assert bool(pages(record)) != bool(record.get("bronOntbreekt"))
    assert pages(record) or DATED.search(record["bronOntbreekt"])


@pytest.mark.parametrize("record", [*of("knelpunt"), *OPLOSSINGEN], ids=lambda record: str(record["id"]))
def test_it_can_be_found_by_other_words(record: Record) -> None:
    words = [str(w).lower() for w in record["synoniemen"]]
    assert len(words) >= 5
    assert len(words) == len(set(words))


@pytest.mark.parametrize("path", sorted(SEEDS.rglob("*.yaml")), ids=lambda path: str(path.name))
def test_a_seed_document_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_nothing_is_said_twice_in_one_record() -> None:
    """The same sentence under two fields of one oplossing is a slip of the pen."""
    fields = ("valkuilen", "benodigd", "kanttekeningen", "juridischeGrondslag")
    for record in OPLOSSINGEN:
        said: list[Any] = [line for name in fields for line in record.get(name, ())]
        assert len(said) == len(set(said)), record["id"]
