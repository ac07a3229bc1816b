"""Every oplossing in the seeds: whom to call, what it rests on, and why it stands where it stands on both ladders."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tests.seeds.documents import CONTACT, MODEL, SEEDS, Record, of, pages

COUNT = 165
OPLOSSINGEN = of("oplossing")
KNELPUNTEN = of("knelpunt")
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DATED = re.compile(rf"\b\d{{1,2}} ({MONTHS}) 20\d\d\b")
MAILBOX = re.compile(r"[a-z-]+@[a-z.-]+")
"""Such as info@ or nnz@, never first.last@."""
LONGEST_FILE = 1_000
MESSAGES = {"stand", "resultaat", "aantal", "doorlooptijd", "elders"}
LEVELS = {
    "goed beschreven": "GOED_BESCHREVEN", "goed onderbouwd": "GOED_ONDERBOUWD",
    "eerste aanwijzingen": "EERSTE_AANWIJZINGEN",
}  # fmt: skip
"""How an erkenning writes the level it gave."""
OWN = ("door de gemeente zelf", "door de bedenker", "van de bedenker", "door de uitvoerder zelf")
NO_LEVEL = (*OWN, "loopt", "literatuur", "databank")
"""Kinds of assessment that give no level: by who made it, not ready, or without a level of its own."""


def failing(holds: Callable[[Record], Any], records: Iterable[Record] = OPLOSSINGEN) -> list[str]:
    return [str(record["id"]) for record in records if not holds(record)]


def test_all_of_them_are_there() -> None:
    assert sorted(r["externeSleutel"] for r in OPLOSSINGEN) == [f"opl-{n:03}" for n in range(1, COUNT + 1)]


def test_each_stands_on_pages_and_takes_away_a_knelpunt() -> None:
    assert failing(lambda r: pages(r) and r["knelpunten"] and r["themas"]) == []
    assert failing(lambda r: r["samenvatting"].count(". ") <= 3) == []
    assert failing(lambda r: len({p["url"] for p in pages(r)}) == len(pages(r))) == []


def test_somebody_can_be_called_about_each() -> None:
    """A functional contact point, or a gemeente that made it or uses it and that has a number."""

    def reachable(record: Record) -> bool:
        gemeenten = [*record.get("ontwikkeldDoor", ()), *(t["gemeente"] for t in record.get("toepassingen", ()))]
        return bool(record.get("contactpunten")) or any(g in CONTACT for g in gemeenten)

    assert failing(reachable) == []


def test_where_each_stands_on_both_ladders_has_a_dated_reason() -> None:
    assert failing(lambda r: DATED.search(r["rijpheidReden"]) and DATED.search(r["bewijsReden"])) == []


def test_a_step_on_a_ladder_or_a_number_of_users_rests_on_a_page() -> None:
    for name in ("rijpheid", "bewijs", "gebruikersMinstens"):
        claiming = [r for r in OPLOSSINGEN if name in r]
        assert claiming
        assert failing(lambda r, name=name: any(name in p.get("over", ()) for p in pages(r)), claiming) == []


def test_two_in_five_have_material() -> None:
    assert sum(bool(r.get("materialen")) for r in OPLOSSINGEN) >= 0.4 * len(OPLOSSINGEN)


def test_what_was_overtaken_says_what_came_in_its_place() -> None:
    gone = [r for r in OPLOSSINGEN if r.get("rijpheid") == "UITGEFASEERD"]
    assert gone
    assert failing(lambda r: r.get("opvolger"), gone) == []


def test_pasklaar_without_material_is_impossible() -> None:
    ready = [r for r in OPLOSSINGEN if r.get("rijpheid") == "PASKLAAR"]
    assert ready
    assert failing(lambda r: r.get("materialen"), ready) == []


def counting(record: Record) -> Iterator[Record]:
    """The assessments that may give a level: of this oplossing itself, by somebody else, with an outcome."""
    for one in record.get("beoordelingen", ()):
        if one["over"] == "zelf" and "door" in one and not any(kind in one["soort"] for kind in NO_LEVEL):
            yield one


def test_bewijs_follows_from_an_assessment_of_this_oplossing_by_somebody_else() -> None:
    assert failing(lambda r: any(counting(r)), (r for r in OPLOSSINGEN if "bewijs" in r)) == []


def test_the_level_that_an_erkenning_gave_is_the_level() -> None:
    found = 0
    for record in OPLOSSINGEN:
        for one in (a for a in counting(record) if a["soort"] == "erkenning"):
            given = [level for words, level in LEVELS.items() if words in one["oordeel"].lower()]
            assert given == [record["bewijs"]], record["id"]
            found += 1
    assert found == 4


def test_an_assessment_a_message_a_material_and_a_contact_point_are_whole() -> None:
    node = MODEL.nodes["Oplossing"]
    for name in ("beoordelingen", "berichten", "materialen", "contactpunten"):
        kind = node.properties[name].records
        assert kind is not None
        wanted = set(kind.__annotations__)
        assert failing(lambda r, name=name, wanted=wanted: all(set(one) <= wanted for one in r.get(name, ()))) == []
    assert {a["over"] for r in OPLOSSINGEN for a in r.get("beoordelingen", ())} == {"zelf", "breder", "verwant"}
    assert {b["soort"] for r in OPLOSSINGEN for b in r.get("berichten", ())} == MESSAGES


def test_contact_points_are_no_persons() -> None:
    for point in (p for r in OPLOSSINGEN for p in r.get("contactpunten", ())):
        assert point["soort"] in ("webpagina", "telefoon", "e-mail", "postadres")
        assert point["soort"] != "e-mail" or MAILBOX.fullmatch(point["waarde"]), point


def test_who_stopped_says_why() -> None:
    stopped = [t for r in OPLOSSINGEN for t in r.get("toepassingen", ()) if t.get("status") == "GESTOPT"]
    assert stopped
    assert all(t.get("redenGestopt") for t in stopped)


def test_two_out_of_five_come_with_material() -> None:
    assert sum("materialen" in r for r in OPLOSSINGEN) / COUNT >= 0.4


def test_a_knelpunt_has_a_public_source_or_says_that_it_has_none() -> None:
    assert failing(lambda k: bool(pages(k)) != bool(k.get("bronOntbreekt")), KNELPUNTEN) == []
    assert failing(lambda k: pages(k) or DATED.search(k["bronOntbreekt"]), KNELPUNTEN) == []


def test_each_can_be_found_by_other_words() -> None:
    for record in [*KNELPUNTEN, *OPLOSSINGEN]:
        words = [str(w).lower() for w in record["synoniemen"]]
        assert len(words) >= 5, record["id"]
        assert len(words) == len(set(words)), record["id"]


def test_a_seed_document_can_be_read_in_one_sitting() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in SEEDS.rglob("*.yaml")}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_sentence_stands_twice_in_one_oplossing() -> None:
    fields = ("valkuilen", "benodigd", "kanttekeningen", "juridischeGrondslag")
    said = {r["id"]: [line for name in fields for line in r.get(name, ())] for r in OPLOSSINGEN}
    assert [key for key, lines in said.items() if len(lines) != len(set(lines))] == []
