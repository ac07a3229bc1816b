"""Who was at a meeting, and who was not: asked, with what the label or the meeting says they are."""

import pytest

from tests.loaders.prose import reader

COUNCIL = "Notulen van de vergadering van de raad der gemeente Ede\n\n"
BODY = "Verslag Adviesraad Sociaal Domein\n\n"


def asked(text: str, regel: str = "lijst-aanwezig") -> list[tuple[str, str, str | None]]:
    found = [f for f in reader.facts(text, "rol") if f.regel == regel]
    assert all(f.vraag for f in found)
    return [(f.velden["persoon"], f.velden["functie"], f.velden["organisatie"]) for f in found]


@pytest.mark.parametrize(
    "line",
    [
        "Aanwezig zijn de leden: mevrouw Q.A. Tjabbes (VVD) en de heer B. van Woudhuizen (D66)",
        "Aanw.: mw. Q.A. Tjabbes, dhr. B. van Woudhuizen",
        "1 Opening. Afwezig met kennisgeving: mw. Q.A. Tjabbes,\ndhr. B. van Woudhuizen",
    ],
)
def test_who_is_named_behind_the_label_is_asked_as_what_the_meeting_says(line: str) -> None:
    assert asked(f"{COUNCIL}{line}\n\n2. Sluiting door mevrouw C. Tuinhof\n") == [
        ("Q.A. Tjabbes", "raadslid", "gemeente:gm0228"), ("B. van Woudhuizen", "raadslid", "gemeente:gm0228"),
    ]  # fmt: skip


def test_members_of_a_body_that_nobody_knows_keep_its_name() -> None:
    [fact] = [f for f in reader.facts(f"{BODY}Leden van de ASD: dhr. B. van Woudhuizen\n", "rol") if f.vraag]
    assert (fact.velden["functie"], fact.velden["organisatie_vorm"]) == ("lid", "Adviesraad Sociaal Domein")


def test_the_label_itself_may_say_what_they_are() -> None:
    text = f"{BODY}Afwezig, verhinderd raadsleden: mw. Q.A. Tjabbes\n\nDe gemeente Ede doet mee.\n"
    assert asked(text) == [("Q.A. Tjabbes", "raadslid", "gemeente:gm0228")]


def test_who_has_a_function_already_is_not_asked_again() -> None:
    text = f"{COUNCIL}Aanwezig: dhr. B. van Woudhuizen (griffier), mw. Q.A. Tjabbes\n"
    assert asked(text) == [("Q.A. Tjabbes", "raadslid", "gemeente:gm0228")]


def test_lines_of_names_and_parties_are_members_of_the_council() -> None:
    text = "De gemeenteraad van Ede besluit.\n\nQ.A. Tjabbes, PvdA\n\nB. van Woudhuizen, VVD\nC. Tuinhof, Fractie X\n"
    assert [who for who, *_ in asked(text, "lijst-fractie")] == ["Q.A. Tjabbes", "B. van Woudhuizen", "C. Tuinhof"]


@pytest.mark.parametrize(
    "text",
    [
        "Q.A. Tjabbes, PvdA\nB. van Woudhuizen, VVD\nC. Tuinhof, CDA\n",
        "De gemeenteraad van Ede besluit.\n\nQ.A. Tjabbes, PvdA\n\nB. van Woudhuizen, VVD\n",
    ],
)
def test_without_a_council_or_with_two_lines_nobody_is(text: str) -> None:
    assert not asked(text, "lijst-fractie")
