"""Every kind of question has an answer, and the answer is the same in the workbook and in voorstel.json."""

import io
from collections.abc import Mapping
from typing import Any

import openpyxl
import orjson
import pytest

from graph.contents.existing import Known
from graph.domain.provenance import MODEL
from loaders.answers.answer_columns import FIELDS
from loaders.facts.fact import Evidence, Fact, fact
from loaders.names.naming import Names
from loaders.proposal import json_answers, workbook, workbook_answers
from loaders.proposal.decided import settle
from loaders.proposal.proposal import BadProposal, Proposal
from tests.loaders.proposal import desk
from tests.loaders.proposal.desk import NAME, Sheet, role

SENTENCE = (
    "De aanpak waarmee jongeren op tijd een plek vinden en niemand meer hoeft te wachten op een besluit van een ander"
)
KNOWN = (
    ("Oplossing", "oplossing:jpf", "Jongeren Perspectief Fonds"), ("Wet", "wet:wmo-2015", "Wmo 2015"),
    ("Persoon", "persoon:jan-bakker", "Jan Bakker"), ("Persoon", "persoon:jan-bakker-2", "Jan Bakker"),
    ("Criterium", "criterium:rijk-en-gemeenten", "Rijk en gemeenten"), ("Thema", "thema:schulden", "Schulden"),
)  # fmt: skip


def names() -> Names:
    made = desk.names()
    for kind, key, name in KNOWN:
        made.add(kind, Known(key, name, (), False))
    return made


def asked(soort: str, velden: dict[str, Any], **rest: Any) -> Fact:
    proof = [Evidence("bron:1", 10, 30, "een passage")]
    made = fact(MODEL, soort, velden, bewijs=proof, vraag="Klopt dit?", besluit="later", regel="zin", **rest)
    made.gelezen = dict(velden)
    return made


BRAM = role("Bram Oud", "directeur", None, "Stichting Nieuw", "Welke organisatie is 'Stichting Nieuw'?")
BRAM.gelezen = dict(BRAM.velden)
CAPTIONED = asked("oplossing", {"id": "oplossing:de-aanpak-waarmee", "titel": SENTENCE})
USED = asked("toepassing", {"id": None, "naam": "Zin", "gemeente": "gemeente:gm9001", "oplossing": None})
FORMER = role("Anna de Wit", "wethouder", "gemeente:gm9001", "Waterdam", "Was Anna wethouder?")
FORMER.velden["toestand"] = "voormalig"
FORMER.gelezen = dict(FORMER.velden)


def by_workbook(answers: Mapping[str, Mapping[str, str]], *facts: Fact) -> Proposal:
    made = openpyxl.load_workbook(io.BytesIO(workbook.write(desk.proposal(*facts), names().name)))
    sheet = Sheet(made)
    for key, said in answers.items():
        sheet.set(key, **said)
    out = io.BytesIO()
    made.save(out)
    return workbook_answers.read(out.getvalue(), NAME, MODEL, names())


def by_json(answers: Mapping[str, Mapping[str, str]], *facts: Fact) -> Proposal:
    said = orjson.loads(desk.proposal(*facts).to_json())
    for each in said["feiten"]:
        fields = FIELDS.get(each["soort"], {})
        for column, text in answers.get(each["id"], {}).items():
            if column == "besluit":
                each["besluit"] = text
            else:
                each["velden"][fields.get(column, column)] = text
    return json_answers.read(orjson.dumps(said), "voorstel.json", MODEL, names())


ANSWERED = (by_workbook, by_json)


def taken(how: Any, answers: Mapping[str, Mapping[str, str]], *facts: Fact) -> dict[str, Fact]:
    made = how(answers, *facts)
    settle(MODEL, made)
    return {each.id: each for each in made.feiten}


@pytest.mark.parametrize("how", ANSWERED)
@pytest.mark.parametrize(
    ("about", "said", "velden"),
    [
        ({"soort": "oplossing", "id": "oplossing:zin", "titel": SENTENCE}, {"titel": "Op tijd een plek"},
         {"id": "oplossing:op-tijd-een-plek", "titel": "Op tijd een plek"}),
        ({"soort": "oplossing", "id": "oplossing:zin", "titel": SENTENCE}, {"titel": "het jongeren perspectief fonds"},
         {"id": "oplossing:jpf", "titel": "Jongeren Perspectief Fonds"}),
        ({"soort": "oplossing", "id": "oplossing:zin", "titel": SENTENCE}, {"welke": "oplossing:jpf"},
         {"id": "oplossing:jpf", "titel": "Jongeren Perspectief Fonds"}),
        ({"soort": "knelpunt", "id": "knelpunt:zin", "titel": SENTENCE}, {"titel": "Wachten"},
         {"id": "knelpunt:wachten", "titel": "Wachten"}),
        ({"soort": "wet", "id": None, "naam": "Jeugdwet"}, {"jaar": "2014"},
         {"id": "wet:jeugdwet-2014", "naam": "Jeugdwet 2014"}),
        ({"soort": "wet", "id": None, "naam": "Wmo"}, {"jaar": "2015"}, {"id": "wet:wmo-2015", "naam": "Wmo 2015"}),
        ({"soort": "wet", "id": None, "naam": "Jeugdwet"}, {}, {"id": "wet:jeugdwet", "naam": "Jeugdwet"}),
        ({"soort": "persoon", "id": None, "naam": "Bakker"}, {"persoon": "Piet Bakker"},
         {"id": "persoon:piet-bakker", "naam": "Piet Bakker"}),
        ({"soort": "persoon", "id": None, "naam": "Bakker"}, {"welke": "persoon:jan-bakker-2"},
         {"id": "persoon:jan-bakker-2", "naam": "Jan Bakker", "vorm": "Bakker"}),
        ({"soort": "gemeente", "id": "gemeente:gm9002", "naam": "Bergen (NH.)", "vorm": "Bergen"},
         {"welke": "Bergen (L.)"},
         {"id": "gemeente:gm9003", "naam": "Bergen (L.)", "vorm": "Bergen"}),
        ({"soort": "organisatie", "id": None, "naam": "commissie Zorg (gemeente niet genoemd)",
          "vorm": "commissie Zorg"},
         {"organisatie": "commissie Zorg Waterdam"},
         {"id": "organisatie:commissie-zorg-waterdam", "naam": "commissie Zorg Waterdam", "vorm": "commissie Zorg"}),
        ({"soort": "criterium", "id": None, "naam": "samen", "omschrijving": "samen"}, {"welke": "rijk en gemeenten"},
         {"id": "criterium:rijk-en-gemeenten", "naam": "samen", "omschrijving": "Rijk en gemeenten", "vorm": "samen"}),
        ({"soort": "beleidskader", "id": "beleidskader:samen", "titel": "Samen", "vorm": "Samen"},
         {"organisatie": "Waterdam"},
         {"id": "beleidskader:samen", "titel": "Samen", "vorm": "Samen", "gemeente": "gemeente:gm9001"}),
        ({"soort": "toepassing", "id": None, "naam": "Zin", "gemeente": None, "oplossing": None},
         {"organisatie": "Waterdam", "oplossing": "Jongeren Perspectief Fonds", "vanaf": "1-2-2020"},
         {"id": "toepassing:gm9001-jpf", "naam": "Zin", "gemeente": "gemeente:gm9001", "oplossing": "oplossing:jpf",
          "sinds": "2020-02-01"}),
        ({"soort": "citaat", "id": None, "naam": "Ja", "tekst": "Ja.", "spreker": None}, {"persoon": "Anna de Wit"},
         {"id": None, "naam": "Ja", "tekst": "Ja.", "spreker": "persoon:anna-de-wit"}),
    ],
)  # fmt: skip
def test_a_question_has_an_answer(
    how: Any, about: dict[str, Any], said: dict[str, str], velden: dict[str, Any]
) -> None:
    read = {name: value for name, value in about.items() if name != "soort"}
    question = asked(about["soort"], read)
    found = taken(how, {question.id: {"besluit": "ja", **said}}, question)[question.id]
    assert (found.besluit, found.velden) == ("ja", velden)


@pytest.mark.parametrize("how", ANSWERED)
def test_a_new_organisation_is_typed_in_once_and_is_there_for_all(how: Any) -> None:
    other = role("Cees Groot", "adviseur", None, "Stichting Nieuw", "Welke organisatie is 'Stichting Nieuw'?")
    other.gelezen = dict(other.velden)
    said = {"besluit": "ja", "nieuwe organisatie": "Stichting Nieuw"}
    found = taken(how, {BRAM.id: said, other.id: said}, BRAM, other)
    assert {found[BRAM.id].velden["organisatie"], found[other.id].velden["organisatie"]} == {
        "organisatie:stichting-nieuw"
    }
    assert "nieuwe_organisatie" not in found[BRAM.id].velden
    [new] = [each for each in found.values() if each.soort == "organisatie"]
    assert (new.velden["naam"], new.besluit, len(new.bewijs)) == ("Stichting Nieuw", "ja", 2)


@pytest.mark.parametrize("how", ANSWERED)
def test_another_name_of_a_gemeente_is_no_organisation(how: Any) -> None:
    question = asked("organisatie", {"id": None, "naam": "Stad Waterdam", "vorm": "Stad Waterdam"})
    found = taken(how, {question.id: {"besluit": "ja", "welke": "Waterdam"}}, question)[question.id]
    assert (found.soort, found.velden) == (
        "gemeente", {"id": "gemeente:gm9001", "naam": "Waterdam", "vorm": "Stad Waterdam"}
    )  # fmt: skip


@pytest.mark.parametrize("how", ANSWERED)
def test_what_pointed_at_the_old_title_follows(how: Any) -> None:
    tie = fact(MODEL, "relatie", {"relatie": "LOST_OP", "van": "oplossing:de-aanpak-waarmee", "naar": "knelpunt:x"})
    found = taken(how, {CAPTIONED.id: {"besluit": "ja", "titel": "Op tijd"}}, CAPTIONED, tie)
    assert found[tie.id].velden["van"] == "oplossing:op-tijd"


@pytest.mark.parametrize("how", ANSWERED)
def test_a_role_goes_along_with_the_name_of_its_person(how: Any) -> None:
    who = asked("persoon", {"id": "persoon:anna-de-wit", "naam": "Anna de Wit"})
    found = taken(how, {who.id: {"besluit": "ja", "persoon": "Anna de Witt"}}, who, desk.ANNA)
    assert found[desk.ANNA.id].velden["persoon"] == "Anna de Witt"


@pytest.mark.parametrize("how", ANSWERED)
@pytest.mark.parametrize(
    ("question", "said", "column", "told"),
    [
        (CAPTIONED, {"besluit": "ja"}, "titel", "geef een korte titel van hoogstens 100 letters, of kies nee"),
        (CAPTIONED, {"besluit": "ja", "titel": ""}, "titel", "hier hoort een naam"),
        (CAPTIONED, {"besluit": "ja", "welke": "Iets"}, "welke", '"Iets" ken ik niet'),
        (USED, {"besluit": "ja"}, "oplossing", "vul in welke oplossing het is, of kies later"),
        (USED, {"besluit": "ja", "oplossing": "Jongeren Perspectief Fondz"}, "oplossing", "bedoel je Jongeren Persp"),
        (BRAM, {"besluit": "ja"}, "organisatie", "schrijf haar dan bij nieuwe organisatie"),
        (BRAM, {"besluit": "ja", "organisatie": "Koepel", "nieuwe organisatie": "Nog een"}, "nieuwe organisatie",
         "er staat ook iets bij organisatie"),
        (BRAM, {"organisatie": "Koepel"}, "besluit", "je vulde iets in bij organisatie, maar het besluit is later"),
        (BRAM, {"besluit": "ja", "organisatie": "Koepel", "persoon": "Jan Bakker"}, "persoon", "schrijf de id erbij"),
        (FORMER, {"besluit": "ja"}, "tot", "dit is geweest; vul in tot wanneer, of kies later"),
        (FORMER, {"besluit": "ja", "vanaf": "2-1-2020", "tot": "1-1-2020"}, "tot", "2020-01-01 ligt voor 2020-01-02"),
        (FORMER, {"besluit": "ja", "titel": "Wethouder"}, "titel", "bij een rol hoort hier niets"),
        (asked("wet", {"id": None, "naam": "Wmo"}), {"besluit": "ja", "jaar": "15"}, "jaar", '"15" is geen jaar'),
    ],
    ids=range(13),
)  # fmt: skip
def test_a_mistake_says_where_and_what_to_write(
    how: Any, question: Fact, said: dict[str, str], column: str, told: str
) -> None:
    with pytest.raises(BadProposal) as caught:
        how({question.id: said}, question)
    fields = {**FIELDS[question.soort], "besluit": "besluit"}
    where = f"rij 2, kolom {column}" if how is by_workbook else f"{fields.get(column, column)}"
    assert f"{where}: " in str(caught.value)
    assert told in str(caught.value)


def test_a_field_that_nobody_reads_is_not_lost_in_json() -> None:
    with pytest.raises(BadProposal, match=r"feiten\[0\]\.velden\.functei: dit veld ken ik niet; bedoel je functie\?"):
        by_json({BRAM.id: {"functei": "wethouder"}}, BRAM)


def test_an_untouched_json_is_the_proposal_itself() -> None:
    facts = (BRAM, CAPTIONED, USED, FORMER)
    assert by_json({}, *facts) == desk.proposal(*facts)
