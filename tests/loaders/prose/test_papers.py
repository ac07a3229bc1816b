"""Whole documents in many styles, read with the names of the seeds and compared with what a careful reader finds."""

from pathlib import Path

import pytest

from tests.loaders.prose import reader
from tests.loaders.prose.reader import Outcome

PAPERS = reader.papers()


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    folder = tmp_path_factory.mktemp("papers")
    return {path.stem: reader.outcome(path, folder) for path in PAPERS}


@pytest.mark.parametrize("name", [path.stem for path in PAPERS])
def test_nothing_is_asserted_that_the_document_does_not_say(outcomes: dict[str, Outcome], name: str) -> None:
    assert outcomes[name].wrong == []


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_every_quote_stands_at_its_place_and_every_rule_has_a_name(path: Path, tmp_path: Path) -> None:
    findings = reader.read(reader.document_of(reader.gold_of(path), path, tmp_path), reader.seed_names())
    [document] = findings.documents.values()
    for fact in findings.facts.values():
        assert fact.regel
        assert fact.bewijs
        assert all(document.tekst[p.van : p.tot] == p.citaat for p in fact.bewijs)
    assert all(document.tekst[left.van : left.tot] == left.tekst and left.reden for left in findings.leftovers)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_reading_twice_gives_the_same_facts(path: Path, tmp_path: Path) -> None:
    document = reader.document_of(reader.gold_of(path), path, tmp_path)
    first, second = (reader.read(document, reader.seed_names()) for _ in range(2))
    assert first.facts == second.facts


def test_who_is_nobody_or_stands_in_a_menu_a_caption_or_a_comment_is_not_believed(
    outcomes: dict[str, Outcome], tmp_path: Path
) -> None:
    for path in PAPERS:
        gold = reader.gold_of(path)
        facts = reader.read(reader.document_of(gold, path, tmp_path), reader.seed_names()).facts.values()
        said = " | ".join(str(f.velden.get("naam")) for f in facts if f.soort == "persoon" and f.vraag is None)
        assert not [name for name in gold.get("niemand", []) if name in said]


def test_people_are_found_as_a_fact_a_question_or_in_the_residue(outcomes: dict[str, Outcome]) -> None:
    found, wanted = (sum(o.people[i] for o in outcomes.values()) for i in range(2))
    assert found / wanted >= 0.95


def test_functions_are_asserted_or_asked(outcomes: dict[str, Outcome]) -> None:
    found, wanted = (sum(o.roles[i] for o in outcomes.values()) for i in range(2))
    assert found / wanted >= 0.75


def test_gemeenten_are_found_and_nothing_else_is_taken_for_one(outcomes: dict[str, Outcome]) -> None:
    hits, found, wanted = (sum(o.gemeenten[i] for o in outcomes.values()) for i in range(3))
    assert 2 * hits / (found + wanted) >= 0.97
