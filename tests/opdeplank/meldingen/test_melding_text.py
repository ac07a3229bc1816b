"""What may stand in a melding, and what is refused with a sentence."""

import pytest

from opdeplank.meldingen.melding_text import MOST, fault_in_address, faults_in_text, tidied


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Schrijf op wat je wilt melden."),
        ("a" * 100_000, "Je tekst heeft 100.000 tekens. Er passen er 2.000. Haal er 98.000 tekens af."),
        ("Het bsn is 123456782", "burgerservicenummer"),
        ("123456782", "burgerservicenummer"),
        ("bel 06-12345678", "een mobiel nummer: ‘06-12345678’"),
        ("bel +31 6 1234 5678", "een mobiel nummer"),
        ("Hij woont in 1234 AB 12", "een postcode met huisnummer"),
        ("Dorpsstraat 12a, 1234AB Ons Dorp", "een postcode met huisnummer"),
        ("rekening NL91 ABNA 0417 1643 00", "een rekeningnummer"),
        ("geboren op 12 maart 1980", "een geboortedatum"),
        ("geboortedatum: 12-03-1980", "een geboortedatum"),
        ("Mevrouw belt. De zoon van mevrouw de Vries krijgt geen hulp", "de naam van een persoon: ‘mevrouw de Vries’"),
        ("mail jan.bos@almere.nl", "een mailadres: ‘jan.bos@almere.nl’"),
        ("ziet\u202eer anders uit", "een teken dat niemand ziet"),
    ],
    ids=range(14),
)
def test_what_may_not_be_kept_is_refused_and_said(text: str, told: str) -> None:
    assert told in " ".join(faults_in_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "a" * MOST,
        "Het telefoonnummer van de gemeente is nu 14 036, en info@almere.nl werkt niet meer.",
        "Zie https://www.almere.nl/zorg/2024/rapport-123456. Wij doen dit sinds 12 maart 2019.",
        "Het budget is 123.456.782 euro voor 1.500 inwoners in 2024 en 2025.",
        "De wethouder zegt: <script>alert(1)</script>\nEn dan?",
        "Een mevrouw belde erover. De meneer van het loket weet het.",
        "Regisseur Piet Jansen werkt nu bij de gemeente Emmen.",
    ],
    ids=range(7),
)
def test_what_somebody_may_say_is_kept(text: str) -> None:
    assert list(faults_in_text(text)) == []


def test_an_address_need_not_be_given_and_has_to_be_one() -> None:
    assert fault_in_address("") is None
    assert fault_in_address("jan.bos@almere.nl") is None
    for wrong in ("jan", "jan@", "a@b.nl, c@d.nl", "x" * 300 + "@almere.nl", "jan@almere.nl\nBcc: x@y.nl"):
        assert fault_in_address(wrong)


def test_lines_end_in_one_way() -> None:
    assert tidied("  een\r\ntwee\rdrie \n") == "een\ntwee\ndrie"
