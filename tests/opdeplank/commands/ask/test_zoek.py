"""`opdeplank zoek` from outside, and the text it shows."""

import asyncio
import json
import re
from pathlib import Path

import pytest

from graph.contact.belpunt import Belpunt, BelRol
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.pasklaar.alternative import Alternatief, Verwant
from graph.pasklaar.candidates import Treffer
from graph.pasklaar.details import Citaat, Details, Shown
from graph.pasklaar.lookup import Answer
from graph.pasklaar.ranking import Reden
from graph.pasklaar.surroundings import HeeftAl
from graph.pasklaar.weights import NAMES, WEIGHTS, PasklaarRedenSoort
from opdeplank.terminal.shelf_text import told
from tests.graph.shelf import put_on_shelf
from tests.opdeplank.test_cli import one_line, opdeplank

S = PasklaarRedenSoort
EMMEN = Belpunt("gemeente Emmen", (BelRol.GEBRUIKT,), "Werkt ermee sinds 2019.", 1, telefoon="14 0591")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the small shelf on it."""
    folder = tmp_path_factory.mktemp("zoek") / "data"

    async def fill() -> None:
        with Embedded(folder) as engine:
            async with await Store.open_embedded(engine) as store:
                await put_on_shelf(store)

    asyncio.run(fill())
    return folder


def zoek(data: Path, *words: str) -> str:
    outcome = opdeplank("zoek", *words, folder=data.parent, OPDEPLANK_DATA=str(data))
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stderr == ""
    return outcome.stdout


def test_a_question_is_answered_with_why_whom_to_call_and_where_it_stands(data: Path) -> None:
    said = zoek(data, "jongere", "met", "schulden", "--gemeente", "GM0200")
    assert "oplossingen op de plank bij ‘jongere met schulden’" in said
    assert "1. Perspectieffonds" in said
    flat = " ".join(said.split())
    assert "- Gemeente Almere: 14 036, https://www.almere.nl. Vraag naar Ria Nu, Adviseur schulden" in flat
    assert "- Gemeente Den Haag: 14 070, https://www.denhaag.nl. Werkt ermee. Bedacht het." in flat
    assert "Gemeente Eindhoven:" not in said, "it has no number and no page"
    assert "Dit ontbreekt nog: materiaal om over te nemen" in said
    assert "‘Het fonds loopt sinds 2017.’" in said
    points = re.search(r"1\. Perspectieffonds – (\d+) punten(.*?)Wie kun je bellen", said, flags=re.DOTALL)
    assert points is not None
    assert int(points[1]) == sum(map(int, re.findall(r"^ +([+-]?\d+)  \w", points[2], flags=re.MULTILINE)))


@pytest.mark.parametrize("gemeente", ["gm0200", "0200", "Apeldoorn", "apeldoorn"])
def test_a_gemeente_goes_by_code_or_name(data: Path, gemeente: str) -> None:
    assert "op Apeldoorn." in zoek(data, "jongere met schulden", "--gemeente", gemeente)


def test_json_is_the_same_answer(data: Path) -> None:
    value = json.loads(zoek(data, "jongere met schulden", "--gemeente", "GM0200", "--json"))
    hit = value["treffers"][0]
    assert value["gemeente"] == "gemeente:gm0200"
    assert hit["oplossing"] == "oplossing:fonds"
    assert hit["score"] == sum(r["gewicht"] for r in hit["redenen"])
    assert value["alternatief"] is None
    nothing = json.loads(zoek(data, "de huisarts en de wijkagent delen niets", "--json"))
    assert nothing["treffers"] == []
    assert nothing["alternatief"]["route"] == "MAG_AL"


def test_a_useful_no_names_knelpunt_and_traject(data: Path) -> None:
    said = zoek(data, "de huisarts en de wijkagent delen niets")
    assert said.startswith("Hier ligt nog niets voor op de plank.")
    assert "- Professionals durven persoonsgegevens niet te delen (lijkt" in said
    assert "- Uitwisseling persoonsgegevens" in said


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((" ",), 2, "Vul in wat het knelpunt is."),
        (("de", "het"), 2, "Vul in wat het knelpunt is."),
        (("schulden", "--gemeente", "gm9999"), 1, "'gemeente:gm9999' is geen gemeente die we kennen."),
        (("schulden", "--gemeente", "Nergenshuizen"), 1, "'Nergenshuizen' is geen gemeente die we kennen."),
        (("schulden", "--gemeente"), 2, "Achter --gemeente hoort een waarde."),
        ((), 2, "Er ontbreekt iets: TEKST."),
    ],
)
def test_what_cannot_be_asked_is_explained(data: Path, words: tuple[str, ...], code: int, said: str) -> None:
    outcome = opdeplank("zoek", *words, folder=data.parent, OPDEPLANK_DATA=str(data))
    assert said in one_line(outcome, code)


def test_an_empty_graph_says_how_to_fill_it(tmp_path: Path) -> None:
    outcome = opdeplank("zoek", "schulden", folder=tmp_path, OPDEPLANK_DATA=str(tmp_path / "leeg"))
    assert "De graaf is leeg." in one_line(outcome, 1)


@pytest.mark.parametrize("text", ["x" * 10_000, "title:* AND (", "😀 schulden 😀", "schulden\nvan\tjongeren"])
def test_any_text_can_be_asked_on_the_command_line(data: Path, text: str) -> None:
    zoek(data, text)


def test_no_line_is_wider_than_the_screen_and_every_reason_has_its_line() -> None:
    redenen = tuple(Reden(soort, "Dit is een uitleg van een aantal woorden. " * 3, w) for soort, w in WEIGHTS.items())
    hit = Treffer("oplossing:x", "Een naam", 12, redenen, ("t:1", "t:2", "t:3", "t:4"), 4, ("iets",), (EMMEN,))
    shown = Shown(
        "Wat het is.", ("Almere", "Emmen"),
        (Citaat("Een  passage\nover twee regels", "Bron", "https://voorbeeld.nl/" + "pad/" * 40, None),),
    )  # fmt: skip
    said = told(Answer((hit,), ((),) * 5, (), None), Details({"oplossing:x": shown}, {}), "vraag", width=60)
    assert all(len(line) <= 60 or "https://" in line for line in said.splitlines())
    assert all(name in said for name in NAMES.values())
    assert "Gemeente Emmen: 14 0591. Werkt ermee sinds 2019." in " ".join(said.split())
    assert "en nog 3 gemeenten" in said
    assert "Hieronder staat de beste." in said
    assert "‘Een passage over twee regels’" in " ".join(said.split())


def test_who_cannot_be_reached_is_no_contact_and_what_one_has_comes_first() -> None:
    hit = Treffer("oplossing:x", "Een naam", 0, (), (), 0, ())
    own = HeeftAl("oplossing:y", "Een andere", "Jouw gemeente bedacht het.")
    answer = Answer((hit,), ((),), (), None, heeft_al=(own,))
    said = told(answer, Details({"oplossing:x": Shown(None, ("Emmen",), ())}, {}), "vraag")
    assert "- we kennen nog niemand met een nummer of adres" in said
    assert said.startswith("Dit heb je al\n- Een andere. Jouw gemeente bedacht het.\n")


def test_a_no_shows_law_and_departement() -> None:
    near = (Verwant("knelpunt:x", "Een knelpunt", 0.714, ("Het gaat ook over geld.",)),)
    nothing = Alternatief(near, (), "REGELS_WIJZIGEN", ("wet:x",), ("departement:y",), "Hier ligt nog niets.")
    said = told(
        Answer((), (), (), nothing), Details({}, {"wet:x": "De Wet", "departement:y": "Het Ministerie"}), "vraag"
    )
    assert "- Een knelpunt (lijkt 71 van 100). Het gaat ook over geld." in said
    assert "Welke wet\n- De Wet" in said
    assert "Welk departement\n- Het Ministerie" in said
