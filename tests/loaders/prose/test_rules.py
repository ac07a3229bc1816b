"""The rules of the reader: one signature, an order with reasons, a name for each with an explanation and a test."""

import importlib
import pkgutil
import random
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.domain.provenance import MODEL
from loaders import prose
from loaders.documents import reading
from loaders.documents.document import Document
from loaders.facts.findings import Findings
from loaders.prose import rules
from loaders.prose.rules import RULES, Rule, needs
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from tests.loaders.prose import reader

HERE = Path(__file__).parent
NAME = re.compile(r"^([a-z]+(?:-[a-z]+)+) {2,}\S", re.MULTILINE)
CHECKS = {"consistency", "new_bodies", "offers", "residue"}
"""They write no fact of their own."""


def explained() -> Iterator[str]:
    for module in pkgutil.walk_packages(prose.__path__, "loaders.prose."):
        found = importlib.import_module(module.name)
        yield from NAME.findall(found.__doc__ or "")


def too_early(table: Iterable[Rule]) -> list[str]:
    """The rules that come before one that they need."""
    seen: set[str] = set()
    found = []
    for rule in table:
        found += [f"{rule.noun} comes before {noun}: {why}" for noun, why in rule.after.items() if noun not in seen]
        seen.add(rule.noun)
    return found


@cache
def documents() -> tuple[Document, ...]:
    """Some of the test documents, and texts in which one rule leans on another."""
    papers = [reading.read(path) for path in sorted(reader.PAPERS.iterdir()) if path.suffix != ".yaml"][::3]
    return (*papers, *(reader.made(text) for text in LEANING.values()))


LEANING = {
    ("lists", "tables"): "Naam\tFunctie\nAnna Bos\twethouder van Almere\nPiet Vos\tgriffier\n",
    ("lists", "criteria"): "Voorwaarden voor een traject:\n- Anna Bos, thema wethouder van Almere\n",
    ("running_text", "lists"): "Voorzitter: Anna Bos, wethouder van Almere\n",
    ("cards", "running_text"): "wethouder van Almere\nAnna Bos\n\nDat zei Anna Bos, wethouder van Almere.\n",
    ("nearby", "running_text"): "Wethouder Anna Bos van Almere sprak. Zij is wethouder van Almere.\n",
    ("succession", "running_text"): "Wethouder Anna Bos van Almere sprak. Haar voorganger, de heer Jan Kok, zweeg.\n",
    ("gemeenten", "running_text"): "Dat zei wethouder Anna Bos (Best).\n",
    ("relations", "bodies"): "De VNG is betrokken bij het Programma Sociaal Domein.\n",
    ("relations", "gemeenten"): "De gemeente Almere is betrokken bij het Programma Sociaal Domein.\n",
    ("consistency", "running_text"): "Burgemeester Anna Bos van Almere sprak. Burgemeester Piet Vos van Almere ook.\n",
    ("residue", "running_text"): "Wethouder Anna Bos van Almere sprak.\n",
}
"""By a rule and one that it needs: a text that is read otherwise when the first comes first."""


def read(document: Document, table: Iterable[Rule]) -> Findings:
    findings = Findings(MODEL, {document.id: document})
    rules.read(document, reader.seed_names(), findings, table)
    return findings


def content(document: Document, table: Iterable[Rule]) -> list[Any]:
    """What was found, in no order."""
    found = read(document, table)
    facts = [(f.id, f.velden, f.regel, f.vraag, f.zekerheid, sorted(map(repr, f.bewijs))) for f in found.facts.values()]
    return [sorted(facts, key=lambda fact: fact[0]), sorted(map(repr, found.leftovers))]


@cache
def in_order() -> tuple[Any, ...]:
    return tuple(content(document, RULES) for document in documents())


# the order


def test_a_rule_comes_after_those_it_needs() -> None:
    assert not too_early(RULES)
    nouns = [rule.noun for rule in RULES]
    assert len(nouns) == len(set(nouns))
    assert all(noun in nouns and why for rule in RULES for noun, why in rule.after.items())


def test_a_rule_that_comes_too_early_is_named_with_the_reason() -> None:
    lists = next(rule for rule in RULES if rule.noun == "lists")
    wrong = [lists, *(rule for rule in RULES if rule is not lists)]
    assert [f"lists comes before {noun}: {rules.WHOLE}" for noun in ("tables", "careers", "criteria")] == too_early(
        wrong
    )


@pytest.mark.parametrize(("noun", "needed"), LEANING, ids=lambda noun: str(noun))
def test_a_need_is_real(noun: str, needed: str) -> None:
    rule = next(rule for rule in RULES if rule.noun == noun)
    assert needed in rule.after
    others = [other for other in RULES if other is not rule]
    at = next(i for i, other in enumerate(others) if other.noun == needed)
    document = reader.made(LEANING[noun, needed])
    assert content(document, RULES) != content(document, [*others[:at], rule, *others[at:]])


@pytest.mark.parametrize("seed", range(2))
def test_any_order_that_keeps_the_needs_reads_the_same(seed: int) -> None:
    order, left, draw = [], [*RULES], random.Random(seed)
    while left:
        waiting = {rule.noun for rule in left}
        rule = draw.choice([rule for rule in left if not waiting & rule.after.keys()])
        order.append(rule)
        left.remove(rule)
    assert order != [*RULES]
    for document, found in zip(documents(), in_order(), strict=True):
        assert content(document, order) == found


# the names


def test_every_rule_is_read_by_the_module_of_its_noun_and_tested_under_it() -> None:
    for rule in RULES:
        room = HERE / rule.read.__module__.split(".")[2]
        assert rule.read.__name__ == "read"
        assert (room / f"test_{rule.noun}.py").is_file(), f"{rule.noun} has no test in {room.name}"
        assert rule.names or rule.noun in CHECKS


def test_every_name_is_explained_where_it_is_read_and_in_the_guide() -> None:
    text = (reader.ROOT / "docs" / "handleiding" / "leesregels.md").read_text(encoding="utf-8")
    names = {name for rule in RULES for name in rule.names.split()}
    assert names == set(explained()), "the docstring of a module and its row name other rules"
    listed = re.findall(r"^\| `([a-z-]+)`", text, re.MULTILINE)
    lacking = [f"| `{name}` | wat die vindt | beweren of vragen |" for name in sorted(names - set(listed))]
    assert not lacking, "give the guide a line for each"
    assert sorted(listed) == sorted(names)


def test_a_fact_names_the_rule_that_wrote_it() -> None:
    for document in documents():
        findings = Findings(MODEL, {document.id: document})
        page = Page(document, reader.seed_names())
        book = Notebook(page, findings)
        for rule in RULES:
            before = {key: fact.regel for key, fact in findings.facts.items()}
            own = {*rule.names.split()} if rule.names else {*before.values()}
            rule.read(page, book)
            assert {findings.facts[key].regel for key in findings.facts.keys() - before.keys()} <= own


def test_a_new_rule_is_a_function_and_a_row() -> None:
    def greetings(page: Page, book: Notebook) -> None:
        for found in re.finditer(r"\bDag (\w+)", page.tekst):
            book.ask("thema", {"id": None, "naam": found[1]}, [found.span()], "groet-thema", "Is dit een thema?")

    document = reader.made("Dag Almere, zei wethouder Anna Bos van Almere.")
    new = Rule(greetings, "groet-thema", needs("to greet who is there", "gemeenten"))
    [asked] = [f for f in read(document, [*RULES, new]).facts.values() if f.regel == "groet-thema"]
    assert (asked.velden["naam"], asked.vraag) == ("Almere", "Is dit een thema?")
    assert [p.citaat for p in asked.bewijs] == ["Dag Almere"]
    assert too_early([new, *RULES]) == ["test_rules comes before gemeenten: to greet who is there"]
