"""What the pages are made of: words, shapes, evidence, whom to call. No service, no graph."""

from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import QueryParams
from starlette.requests import Request

from graph.domain.provenance import MODEL
from graph.domain.vocabulary import (
    Bewijsniveau,
    KnelpuntFase,
    OorzaakSoort,
    Rijpheid,
    ToepassingStatus,
    TrajectStatus,
)
from opdeplank.display import display, scales
from opdeplank.display.display import part_of_date, sentences
from opdeplank.display.passages import Sources, passages
from opdeplank.http import templates
from opdeplank.http.site import NOWHERE
from opdeplank.pages.reply import HTML, JSON_LD, TURTLE
from opdeplank.pages.shelf import bord, nothing
from opdeplank.pages.shelf.gemeente_choice import Gekozen
from opdeplank.pages.shelf.hits import points, whom_to_call
from opdeplank.pages.shelf.shelf_page import opens
from opdeplank.pages.shelf.visitor_question import LONGEST, read
from opdeplank.pages.thing.thing_page import wanted
from opdeplank.pages.thing.thing_parts import VIEWS


@pytest.mark.parametrize(
    "words",
    [Rijpheid, Bewijsniveau, ToepassingStatus, TrajectStatus, KnelpuntFase, OorzaakSoort],
    ids=lambda w: w.__name__,
)
def test_every_word_of_the_closed_lists_can_be_shown(words: Any) -> None:
    assert [display.word(each.name) for each in words]


def test_every_property_and_relation_has_words_for_its_evidence() -> None:
    told = [display.proves([name]) for name in MODEL.relationships]
    assert all(told)
    assert not any("_" in each for each in told)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2018-02-08", "8 februari 2018"),
        ("2018-01-01", "2018"),
        ("2018-12-31", "2018"),
        ("2020-03-10T09:00:00Z", "10 maart 2020"),
    ],
)
def test_a_day_reads_in_full_and_a_year_as_a_year(given: str, shown: str) -> None:
    assert display.day(given) == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2016-heden", "2016 tot heden"),
        ("2016-2018", "2016–2018"),
        ("sinds 2021", "sinds 2021"),
        ("2016 - heden", "2016 tot heden"),
    ],
)
def test_a_period_reads_as_a_period(given: str, shown: str) -> None:
    assert display.period(given) == shown


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("gemeente:gm0344", "/gemeente/GM0344"),
        ("oplossing:x-y", "/oplossing/x-y"),
        ("persoon:toke-tom", None),
        ("javascript:x", None),
    ],
)
def test_only_things_with_a_page_have_an_address(key: str, page: str | None) -> None:
    assert display.address(key) == page


def test_numbers_and_points_read_dutch() -> None:
    assert display.number(1_234_567) == "1.234.567"
    assert display.several(1, "gemeente", "gemeenten") == "1 gemeente"
    assert [points(30, True), points(-12, True), points(0, True), points(2.5, True)] == ["+30", "−12", "0", "+2,5"]
    assert points(80) == "80"


def test_what_is_not_reached_is_dashed_and_what_is_phased_out_is_struck() -> None:
    assert scales.rijpheid("NIET_BEOORDEELD").full == ""
    assert scales.rijpheid("PASKLAAR").empty == ""
    assert scales.rijpheid("PILOT").full.count("M") == 3
    assert scales.rijpheid("UITGEFASEERD").struck
    assert scales.rijpheid("UITGEFASEERD").full == ""
    assert [scales.bewijs(b.name).full.count("M") for b in Bewijsniveau] == [0, 1, 2, 3, 4, 5]


def test_a_block_is_higher_with_more_users_and_dashed_without() -> None:
    assert bord.height(1) < bord.height(2) < bord.height(20) <= bord.HIGH
    uses = [{"toepassingen": {"aantal": n}} for n in (25, 1, 0)]
    filled = {"id": "thema:a", "naam": "A", "oplossingen": {"aantal": 3, "nodes": uses}}
    empty = {"id": "thema:b", "naam": "B", "oplossingen": {"aantal": 0, "nodes": []}}
    [shelf] = bord.shelves([empty, filled])
    assert (shelf.vol.count("M"), shelf.leeg.count("M")) == (2, 1)


def vermelding(text: str | None, about: str, regel: str = "zin", **bron: Any) -> dict[str, Any]:
    source = {"titel": "Een bron", "soort": "document", "url": None, "datum": None, **bron}
    return {"passage": text, "onderbouwt": about, "regel": regel, "bron": source}


def test_a_passage_stands_once_with_everything_it_proves() -> None:
    [found] = passages([vermelding("Het  werkt.", "rijpheid"), vermelding("Het werkt.", "samenvatting")])
    assert (found.tekst, found.zegt) == ("Het werkt.", "De rijpheid en de samenvatting")


def test_a_row_for_machines_is_not_quoted_and_without_an_address_not_named() -> None:
    row = "{gemeente: gemeente:gm0034}"
    assert passages([vermelding(row, "bestaan", "record")]) == []
    [named] = passages([vermelding(row, "bestaan", "record", url="https://bron.example")])
    assert named.tekst is None
    [told] = passages([vermelding("In onze woorden.", "bestaan", "record", soort="webpagina, samengevat")])
    assert told.tekst == "In onze woorden."


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", ""])
def test_only_an_address_of_the_web_becomes_a_link(url: str) -> None:
    [found] = passages([vermelding("Tekst.", "bestaan", url=url)])
    assert found.url is None


def test_numbers_of_sources_follow_the_page() -> None:
    sources = Sources()
    first = sources.add([vermelding("Een.", "bestaan"), vermelding("Twee.", "bestaan")])
    again = sources.add([vermelding("Twee.", "status")])
    assert [c.nummer for c in first] == [1, 2]
    assert [c.nummer for c in again] == [2]


def number(**given: Any) -> dict[str, Any]:
    ways = {"telefoon": None, "email": None, "website": None, "postadres": None}
    return {"wie": "gemeente Almere", "rol": "GEBRUIKT", "uitleg": "Werkt ermee.", "vraagNaar": None, "partij": None,
            **ways, **given}  # fmt: skip


def test_whom_to_call_has_links_that_a_browser_and_a_telephone_open() -> None:
    almere, loket = whom_to_call([
        number(telefoon="14 036", website="https://www.almere.nl", partij={"id": "gemeente:gm0034"}),
        number(wie="Loket", rol="CONTACTPUNT", uitleg="", telefoon="0599 63 16 31", email="info@loket.example"),
    ])  # fmt: skip
    assert (almere.wie, almere.adres, almere.hulp) == ("Gemeente Almere", "/gemeente/GM0034", "Werkt ermee.")
    assert [(w.adres, w.tekst) for w in almere.wegen] == [
        ("tel:14036", "14 036"), ("https://www.almere.nl", "almere.nl"),
    ]  # fmt: skip
    assert [w.adres for w in loket.wegen] == ["tel:+31599631631", "mailto:info@loket.example"]
    assert loket.hulp == "Contactpunt voor deze oplossing."


@pytest.mark.parametrize("bad", ["javascript:alert(1)", "bel ons", "06'onclick=x", "", "a@b", "x@y.nl?cc=z@z.nl"])
def test_what_is_no_number_and_no_address_becomes_no_link(bad: str) -> None:
    assert whom_to_call([number(telefoon=bad, email=bad, website=bad)])[0].wegen == []


def test_sentences_leave_no_lone_full_stop() -> None:
    assert sentences(["Ook in Drenthe", "Even groot."]) == "Ook in Drenthe. Even groot."
    assert sentences([]) == sentences(["", "."]) == ""
    templates = Path(__file__).parents[3] / "web" / "templates"
    assert [each.name for each in templates.glob("*.html") if "join('. ')" in each.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("value", "said"),
    [("2023", "2023"), ("2023-06", "juni 2023"), ("2023-06-09", "9 juni 2023"), ("2023-13", "2023-13"), ("?", "?")],
)
def test_a_date_is_told_as_precisely_as_the_source_gives_it(value: str, said: str) -> None:
    assert part_of_date(value) == said


def role(kind: str, where: str, **given: Any) -> dict[str, Any]:
    return {
        "functie": "directeur",
        "van": "2019-01-01",
        "tot": None,
        **given,
        "node": {"__typename": kind, "weergavenaam": where},
    }


def test_a_duo_has_two_places_and_an_empty_one_stays() -> None:
    person = {
        "naam": "Hilde",
        "rollen": {"edges": [role("Gemeente", "Enschede", tot="2018-12-31"), role("Gemeente", "Amsterdam")]},
    }
    city, state = nothing.duo([person])
    assert (city.naam, city.functie) == ("Hilde", "directeur, gemeente Amsterdam")
    assert (state.plaats, state.naam) == ("Regisseur Rijk", None)
    assert [p.naam for p in nothing.duo([])] == [None, None]


def test_a_regisseur_without_a_known_side_is_not_lost() -> None:
    places = nothing.duo([{"naam": "Iemand", "rollen": {"edges": []}}])
    assert [p.naam for p in places] == [None, None, "Iemand"]


def test_a_question_is_made_harmless() -> None:
    asked = read(
        QueryParams(
            {"vraag": "  a\x00b\r\nc\ud800  ", "rijpheid": "ONZIN", "bewijs": "GOED_BESCHREVEN", "eigen": "nee"}
        )
    )
    assert (asked.tekst, asked.rijpheid, asked.bewijs, asked.ook_eigen) == ("a b\nc", "", "GOED_BESCHREVEN", False)
    long = read(QueryParams({"vraag": "x" * (LONGEST + 1)}))
    assert (len(long.tekst), long.te_lang) == (LONGEST + 1, True)
    assert not read(QueryParams({})).gesteld


def test_the_address_of_a_question_keeps_what_is_not_changed() -> None:
    asked = read(QueryParams({"vraag": "een & twee", "gemeente": "GM0344", "na": "abc"}))
    assert asked.address(na="") == "/?vraag=een+%26+twee&gemeente=GM0344"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/ld+json", JSON_LD), ("application/json", JSON_LD), ("text/html,application/ld+json;q=0.9", HTML),
        ("*/*", HTML), ("", HTML), ("application/ld+json, text/html;q=0.5", JSON_LD), ("text/turtle", TURTLE),
        ("image/png, text/turtle;q=0.9, */*;q=0.1", TURTLE),
    ],
)  # fmt: skip
def test_who_asks_for_data_first_gets_data(accept: str, kind: str) -> None:
    scope = {"type": "http", "query_string": b"", "headers": [(b"accept", accept.encode())]}
    assert wanted(Request(scope)) == kind


def test_every_kind_with_a_page_has_a_view() -> None:
    assert set(VIEWS) == set(display.PAGES)


@pytest.mark.parametrize("let_op", ["Vraag het straks nog eens.", None])
def test_what_one_should_know_about_the_answer_is_said(let_op: str | None) -> None:
    vraag = read(QueryParams("vraag=schulden"))
    told = templates.render("opgelet.html", NOWHERE, vraag=vraag, gekozen=Gekozen(""), let_op=let_op)
    assert ("Vraag het straks nog eens." in told) is (let_op is not None)


def test_who_asks_for_a_thing_by_its_name_gets_its_page_and_who_tells_more_the_answer() -> None:
    named = {"id": "gemeente:gm0363"}
    asked = {"vraag": "Wat heeft Amsterdam?"}
    page = opens(named, read(QueryParams(asked)))
    assert page is not None
    assert page.startswith("/gemeente/")
    letter = {"vraag": "Morgen ben ik daar op bezoek en ik wil me inlezen, wat hebben jullie van die gemeente?"}
    for told_more in (letter, asked | {"gemeente": "Zwolle"}, asked | {"na": "x"}, asked | {"rijpheid": "PILOT"}):
        assert opens(named, read(QueryParams(told_more))) is None
    assert opens(None, read(QueryParams(asked))) is None
