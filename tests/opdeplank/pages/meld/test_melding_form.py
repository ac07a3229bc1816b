"""What is filled in, before anything is asked of the graph."""

from opdeplank.meldingen.melding import MeldingSoort
from opdeplank.pages.meld.melding_form import Ingevuld, faults_in, filled_in


def test_what_is_offered_depends_on_what_it_is_about() -> None:
    assert MeldingSoort.GEBRUIKEN_WIJ in Ingevuld(over="oplossing:a").offered
    assert Ingevuld(over="oplossing:a").needs_gemeente
    assert MeldingSoort.GEBRUIKEN_WIJ not in Ingevuld(over="knelpunt:a").offered
    assert Ingevuld().offered[0] is MeldingSoort.KNELPUNT_MIST


def test_only_an_id_is_what_it_is_about_and_each_form_has_its_own_number() -> None:
    assert filled_in({"over": " oplossing:a "}).over == "oplossing:a"
    for strange in ("javascript:alert(1)", "oplossing", "x" * 5_000, "oplossing:a'--"):
        assert filled_in({"over": strange}).over == ""
    assert filled_in({"formulier": "x"}).formulier != filled_in({"formulier": "x"}).formulier
    own = Ingevuld().formulier
    assert filled_in({"formulier": own}).formulier == own


def test_every_fault_is_said_at_its_field() -> None:
    wrong = Ingevuld(soort="GEBRUIKEN_WIJ", tekst="", adres="x", website="y", gemeente="Nergens")
    assert list(faults_in(wrong, None)) == ["soort", "gemeente", "tekst", "adres", "website"]
    assert faults_in(Ingevuld(soort="WEET_MEER", tekst="Zie de site."), None) == {}
