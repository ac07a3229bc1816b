"""Everything in the seeds that has a name is opened by it, as people write it: with an article, in a sentence, in lower
case, and with one slip."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.domain.marks import Bijnaam
from graph.dutch.collation import fold
from graph.dutch.spelling import Vocabulary
from graph.map.mentioned import mentioned
from graph.meaning.called import KINDS, Called
from tests.seeds.documents import CURRENT, GEMEENTEN, MODEL, Record, of

Thing = tuple[str, str, str, list[str]]
"""Id, kind, name and other names."""
SENTENCES = (
    "{}", "{}?", "Wat is {}?", "alles over {}", "Wat hebben jullie over {}", "Ik zoek informatie over {}.",
    "vertel eens iets over de {}",
)  # fmt: skip
KIND_WORDS = {
    "Gemeente": ("gemeente {}", "gem. {}", "in de gemeente {}"), "Wet": ("de {}", "wet {}"),
    "Thema": ("thema {}", "het thema {}"), "Oplossing": ("oplossing {}", "de aanpak {}"), "Traject": ("traject {}",),
    "Organisatie": ("organisatie {}", "wie is {}"), "Departement": ("ministerie {}",), "Knelpunt": ("knelpunt {}",),
}  # fmt: skip
QUESTIONS = Path(__file__).parents[2] / "bench" / "gegevens" / "vragen"
LEAST_SLIP = 7
"""Letters of a name in which one slip leaves enough to go by."""


def others(kind: str, record: Record) -> list[str]:
    found: list[str] = []
    for prop in MODEL.nodes[kind].marked(Bijnaam):
        value: Any = record.get(prop.name) or []
        found += [value] if isinstance(value, str) else value
    return found


def things() -> Iterator[Thing]:
    for row in GEMEENTEN:
        key = f"gemeente:{row['code'].lower()}"
        if key in CURRENT:
            yield key, "Gemeente", row["naam"], [n for n in (row.get("ookBekendAls") or "").split("|") if n]
    for kind in KINDS[1:]:
        for record in of(kind.lower()):
            yield record["id"], kind, record.get("naam") or record["titel"], others(kind, record)


THINGS = list(things())


@pytest.fixture(scope="module")
def called() -> Called:
    found = Called()
    for thing in THINGS:
        found.add(*thing)
    for record in of("oplossing"):
        found.also(record["id"], "Oplossing", record.get("synoniemen", ()))
    for kind in ("Onderwerp", "Thema"):
        for record in of(kind.lower()):
            said = [*record.get("synoniemen", ()), *record.get("zegswijzen", ())]
            found.subject(record["id"], record.get("naam") or record["titel"], said, mapped=kind == "Onderwerp")
    return found


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    found = Vocabulary()
    for kind in ("Knelpunt", "Oplossing", "Onderwerp", "Thema"):
        for record in of(kind.lower()):
            for value in record.values():
                for text in value if isinstance(value, list) else [value]:
                    if isinstance(text, str) and ":" not in text:
                        found.add(text)
    return found


def meant(called: Called, thing: Thing) -> set[str]:
    """The thing itself, or what comes before it under the very same name."""
    return {key for key, _ in called.things(thing[2], Vocabulary())} | {thing[0]}


def test_every_thing_is_opened_by_each_of_its_names_in_whatever_sentence(called: Called, words: Vocabulary) -> None:
    missed = []
    for thing in THINGS:
        _, kind, name, more = thing
        for called_so in (name, name.lower(), *more):
            for sentence in (*SENTENCES, *KIND_WORDS[kind]):
                found = [key for key, _ in called.things(sentence.format(called_so), words)]
                if thing[0] not in found and not set(found) & meant(called, thing):
                    missed.append((thing[0], sentence.format(called_so), found))
    assert not missed, (len(missed), missed[:20])


def test_every_question_that_is_a_name_opens_its_thing(called: Called, words: Vocabulary) -> None:
    keys = {(kind.lower(), fold(name)): key for key, kind, name, _ in THINGS}
    asked = json.loads((QUESTIONS / "namen.json").read_text("utf-8"))
    found = {q["vraag"]: opened(called, words, q["vraag"]) for q in asked}
    wanted = {q["vraag"]: {keys[q["ding"]["soort"], fold(q["ding"]["naam"])]} for q in asked}
    assert found == wanted
    assert len(found) >= 150


def slips(name: str) -> Iterator[str]:
    """A letter left out, two changed places, one twice: in the middle of the name."""
    middle = len(name) // 2
    yield name[:middle] + name[middle + 1 :]
    yield name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
    yield name[:middle] + name[middle] + name[middle:]


def test_nearly_every_thing_is_opened_by_its_name_with_one_slip(called: Called, words: Vocabulary) -> None:
    asked = [(thing, slip) for thing in THINGS if len(thing[2]) >= LEAST_SLIP for slip in slips(thing[2])]
    missed = [
        (thing[0], slip) for thing, slip in asked
        if not {key for key, _ in called.things(slip, words)} & meant(called, thing)
    ]  # fmt: skip
    assert len(missed) <= 0.05 * len(asked), (len(missed) / len(asked), missed[:40])


IN_SENTENCES: dict[str, list[str]] = json.loads((QUESTIONS / "naamzinnen.json").read_text("utf-8"))
"""Sentences and letters around a name, by its kind: who asks tells who it is, and why."""
EACH = 9
"""One in so many things stands in every sentence."""


def opened(called: Called, words: Vocabulary, text: str) -> set[str]:
    return {key for key, _ in called.things(text, words) or mentioned(text, called, words)}


@pytest.mark.parametrize("kind", IN_SENTENCES)
def test_most_sentences_with_a_name_open_its_thing(called: Called, words: Vocabulary, kind: str) -> None:
    some = [thing for thing in THINGS if thing[1] == kind][::EACH]
    asked = [(thing, sentence) for thing in some for sentence in IN_SENTENCES[kind]]
    missed = [
        (thing[2], sentence) for thing, sentence in asked
        if not opened(called, words, sentence.format(thing[2].partition(":")[0])) & meant(called, thing)
    ]  # fmt: skip
    assert len(missed) <= 0.12 * len(asked), (len(missed) / len(asked), missed[::20])


def test_a_question_about_something_in_a_gemeente_does_not_open_the_gemeente(called: Called, words: Vocabulary) -> None:
    asked = [
        f"{question['vraag'].rstrip('.?! ')} in Staphorst?"
        for name in ("maken", "oefenen") for question in json.loads((QUESTIONS / f"{name}.json").read_text("utf-8"))
        if question.get("soort") in ("aanbod", "domein", "buiten")
    ]  # fmt: skip
    wrong = [text for text in asked if any(key.startswith("gemeente:") for key in opened(called, words, text))]
    assert len(wrong) <= 0.01 * len(asked), wrong
