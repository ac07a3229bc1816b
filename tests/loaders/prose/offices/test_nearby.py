"""A function near somebody is asked, never asserted; and the nearest person gets the question."""

import pytest

from loaders.facts.fact import Fact
from tests.loaders.prose import reader

ALMERE = "gemeente:gm0034"


def asked(text: str) -> set[tuple[str, str]]:
    found = [f for f in reader.facts(text, "rol") if f.regel.startswith("buurt")]
    assert all(f.vraag for f in found)
    return {(f.velden["persoon"], f.velden["functie"]) for f in found}


def role(text: str) -> Fact:
    [found] = [f for f in reader.facts(text, "rol") if f.regel.startswith("buurt")]
    return found


@pytest.mark.parametrize(
    ("text", "person", "function"),
    [
        ("Aanw.: Anna Bos (vz; verslag), Piet Vos.", "Anna Bos", "voorzitter"),
        ("Anna Bos is alweer honderd dagen kinderombudsvrouw.", "Anna Bos", "kinderombudsvrouw"),
        ("Toen sprak haar voorzitter, mw. A.B. Bos-Vos, ons toe.", "A.B. Bos-Vos", "voorzitter"),
        ("Contactpersoon in de regio is Anna Bos.", "Anna Bos", "Contactpersoon"),
        ("Ook majoor Anna Bos kwam.", "Anna Bos", "majoor"),
        ("Port.houder: wethouder Anna Bos", "Anna Bos", "portefeuillehouder"),
        ("Zo zei Anna Bos, die voor hem zorgt en penningmeester van de raad is.", "Anna Bos", "penningmeester"),
        ("De oud-griffier en huidig raadslid Anna Bos sprak.", "Anna Bos", "griffier"),
        ("De burgemeester van Almere, tevens voorzitter van de regio, Anna Bos, sprak.", "Anna Bos", "burgemeester"),
        ("Dat zei Anna Bos, in het dagelijks leven notaris te Weert.", "Anna Bos", "notaris"),
        ("Na twintig jaar als huisarts begon Anna Bos opnieuw.", "Anna Bos", "huisarts"),
        ("Anna Bos bekleedt nu de functie van gemeentesecretaris.", "Anna Bos", "gemeentesecretaris"),
        ("Kent u majoor Anna Bos?", "Anna Bos", "majoor"),
        ("Aan het woord: de heer B. Kroon, 40 jaar vrijwilliger bij de club.", "B. Kroon", "vrijwilliger"),
        ("Column door Anna Bos, bakker in ruste", "Anna Bos", "bakker"),
        ("Anna Bos = projectleider, Piet Vos = notulist", "Piet Vos", "notulist"),
        ("Dat was Anna Bos, toen nog jongerenwerker.", "Anna Bos", "jongerenwerker"),
    ],
)
def test_a_function_in_the_same_sentence_is_asked(text: str, person: str, function: str) -> None:
    assert (person, function) in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bos belde met de wethouder.", "Anna Bos wil graag wethouder worden.", "Stel dat Anna Bos wethouder was.",
        "Anna Bos is dochter van een burgemeester.", "Anna Bos is geen wethouder.",
        "Anna Bos en de wethouders spraken.", "Anna Bos is later begonnen.",
        "Is Anna Bos echt gezant?", "Anna Bos zoekt een penningmeester.",
    ],
)  # fmt: skip
def test_a_function_that_is_nobodys_here_is_not_asked(text: str) -> None:
    assert not asked(text)


@pytest.mark.parametrize(
    ("text", "person", "function"),
    [
        ("Anna Bos opende de dag. Zij was eerder griffier bij een gemeente.", "Anna Bos", "griffier"),
        ("Anna Bos opende de dag. Nu is ze nog afdelingshoofd Zorg in Borne.", "Anna Bos", "afdelingshoofd Zorg"),
        ("De kapster knipt aan huis. Ze heet Anna Bos.", "Anna Bos", "kapster"),
        ("Vandaag schuift Anna Bos aan. De wethouder van Almere is moe.", "Anna Bos", "wethouder"),
        ("Anna Bos kwam ook. Als teammanager stuurt ze twaalf mensen aan.", "Anna Bos", "teammanager"),
        ("Anna Bos spreekt met Piet Vos.\n\nPiet: Toen ik nog griffier was, wist ik dat niet.", "Piet Vos", "griffier"),
        ("De raad heeft een nieuwe voorzitter. Anna Bos werd met 34 stemmen gekozen.", "Anna Bos", "voorzitter"),
        ("ANNA BOS\nWas van 2012 tot 2016 fractiemedewerker. Werkt nu als trainee.", "ANNA BOS", "trainee"),
        ("Anna Bos kwam ook. Voor wie haar niet kent: Bos is lector aan de hogeschool.", "Anna Bos", "lector"),
    ],
)
def test_a_pronoun_or_a_surname_stands_for_the_one_before(text: str, person: str, function: str) -> None:
    assert (person, function) in asked(text)


def test_the_organisation_behind_the_function_is_filled_in() -> None:
    assert role("Ook Anna Bos (weth. Almere) kwam.").velden["organisatie"] == ALMERE


@pytest.mark.parametrize("said", ["was eerder", "is niet langer", "is geen"])
def test_what_is_over_is_asked_as_over(said: str) -> None:
    found = role(f"Anna Bos {said} majoor meer." if said == "is geen" else f"Anna Bos {said} majoor.")
    assert found.velden["toestand"] == "voormalig"
    assert str(found.vraag).startswith("Was Anna Bos majoor")


def test_somebody_of_an_organisation_without_a_function_is_asked_for_each() -> None:
    text = "In zaal 4: Anna Bos en Piet Vos, gemeente Almere"
    found = [f for f in reader.facts(text, "rol") if f.velden["organisatie"] == ALMERE]
    assert {f.velden["persoon"] for f in found} == {"Anna Bos", "Piet Vos"}
    assert all(f.vraag for f in found)


def test_one_person_and_function_is_asked_once() -> None:
    text = "Anna Bos is al lang majoor. Zij is ook nu nog majoor. Bos was altijd majoor."
    assert len([f for f in reader.facts(text, "rol") if f.regel.startswith("buurt")]) == 1


@pytest.mark.parametrize(
    ("text", "person", "function"),
    [
        ("Wethouder Anna Bos sprak. Haar voorganger, de heer Jan Kok, zweeg.", "Jan Kok", "Wethouder"),
        ("Wethouder Anna Bos sprak. Zij volgt Jan Kok op.", "Jan Kok", "Wethouder"),
        ("Wethouder Anna Bos sprak. Zij nam het stokje over van Jan Kok.", "Jan Kok", "Wethouder"),
        ("Wethouder Anna Bos stopt. Zij wordt opgevolgd door Jan Kok.", "Jan Kok", "Wethouder"),
    ],
)
def test_who_came_before_or_after_is_asked_with_the_same_function(text: str, person: str, function: str) -> None:
    assert (person, function) in asked(text)


def test_a_function_at_several_gemeenten_is_asked_for_each() -> None:
    text = "Anna Bos is burgemeester van Almere. Zij was eerder burgemeester van Ede, Zwolle en Raalte.\n"
    asked = {f.velden["organisatie"] for f in reader.facts(text, "rol") if f.vraag}
    assert {"gemeente:gm0228", "gemeente:gm0193", "gemeente:gm0177"} <= asked


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Namens de VNG sloot Piet Vos aan.\n", {"Piet Vos"}),
        ("Met Anna Bos van Divosa spraken wij.\n", {"Anna Bos"}),
        ("De groep werd geholpen door Anna Bos, Els Smit en Piet Vos (allen Divosa).\n",
         {"Anna Bos", "Els Smit", "Piet Vos"}),
        ("Sprekers waren Anna Bos en Piet Vos (Stichting Xqalasteun).\n", {"Anna Bos", "Piet Vos"}),
        ("Gasten:\n- Piet Vos, Xqalahulp Nederland\n- Anna Bos, wethouder Ede\n", {"Piet Vos"}),
        ("Deze versie is van Anna Bos (AB).\n", set()),
    ],
)  # fmt: skip
def test_who_is_named_with_an_organisation_is_asked_what_the_person_does(text: str, people: set[str]) -> None:
    asked = [f for f in reader.facts(text, "rol") if f.vraag and not f.velden.get("functie")]
    assert {str(f.velden["persoon"]) for f in asked} == people


def test_a_second_function_at_another_body_is_asked_too() -> None:
    text = (
        "Anna Bos was tot 2020 voorzitter van de raad van bestuur van Xqalazorg. "
        "Nu is zij voorzitter van de raad van toezicht van Hogeschool Xqala.\n"
    )
    where = {str(f.velden["organisatie_vorm"]) for f in reader.facts(text, "rol") if f.vraag}
    assert {"Xqalazorg", "Hogeschool Xqala"} <= where
