"""Reads the test documents with the names of the seeds, and compares with what a careful reader gets out of them.

A document stands beside a yaml of the same name: who is named (`mensen`), what they are (`rollen`: person, function,
organisation by id or by name, or null), what they were or will be (`vroeger`, `later`), which gemeenten, and who is
nobody here (`niemand`). A list with `_mogen` behind its name holds what may be found and need not be. Word, Excel and
PDF are made from the yaml itself, when nothing stands beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from graph.contents.existing import Known
from graph.domain.provenance import MODEL
from graph.dutch.collation import fold
from loaders.documents import reading
from loaders.documents.document import Document, digest, document_id
from loaders.facts.fact import Fact, person_id
from loaders.facts.findings import Findings
from loaders.names.naming import Names
from loaders.names.tokens import tidy
from loaders.prose import rules
from loaders.prose.text.page import Page
from loaders.records import record as records
from loaders.records import structured
from tests.loaders import office

ROOT = Path(__file__).parents[3]
PAPERS = ROOT / "tests" / "loaders" / "papers_prose"
PEOPLE, PARTIES = ("persoon",), ("gemeente", "departement", "organisatie")


@cache
def seed_names() -> Names:
    """What the graph knows after the seeds, without a graph."""
    names = Names()
    for path in sorted((ROOT / "seeds").rglob("*")):
        if path.suffix not in (".yaml", ".csv") or path.name.endswith(reading.SIDECAR):
            continue
        document = reading.read(path, path.relative_to(ROOT / "seeds").as_posix())
        for record in structured.records(document, records.kinds(MODEL)).records:
            _declare(names, record)
    return names


def _declare(names: Names, record: structured.Record) -> None:
    for node, key, said in records.declare(MODEL, [record]):
        aliases: list[str] = []
        for name in ("code", "ookBekendAls", "afkorting", "voluit", "synoniemen"):
            value = said.get(name)
            aliases += value if isinstance(value, list) else (value or "").split(structured.MANY)
        naming = node.naming.name if node.naming else "naam"
        names.add(node.name, Known(key, str(said[naming]), tuple(filter(None, aliases)), bool(said.get("einddatum"))))
        if said.get("provincie"):
            names.place(key, str(said["provincie"]))
    if record.soort in ("rol", "lid"):
        person = record.fields["persoon"].value
        if isinstance(person, str) and ":" not in person:
            names.add("Persoon", Known(person_id(person), person))


@dataclass
class Outcome:
    """How one document was read."""

    name: str
    people: tuple[int, int] = (0, 0)
    roles: tuple[int, int] = (0, 0)
    gemeenten: tuple[int, int, int] = (0, 0, 0)
    asserted_roles: int = 0
    quotes: tuple[int, int] = (0, 0)
    told: tuple[int, int] = (0, 0)
    """People as a fact or a question."""
    placed: tuple[int, int] = (0, 0)
    """Functions at the right organisation, asserted or as the first answer of a question; and how many have one."""
    offered: tuple[int, int] = (0, 0)
    """The same, among all answers that a question offers."""
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    asserted: int = 0
    asked: int = 0


def papers(folder: Path = PAPERS) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if isinstance(gold_of(path), dict))


def gold_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return found


def document_of(gold: dict[str, Any], path: Path, folder: Path) -> Path:
    """The document beside the yaml, or one made from it."""
    if gold.get("maak") == "docx":
        rows = [[office.tc(office.p(escape(cell))) for cell in row] for row in gold["tabel"]]
        body = office.p(gold["kop"]) + office.p(gold["tekst"]) + office.tbl(*rows, head=True)
        made = folder / f"{path.stem}.docx"
        made.write_bytes(office.docx(body))
        return made
    if gold.get("maak") == "pdf":
        placed = [
            (60.0 + 260 * column, 760.0 - 14 * number, 11.0, line)
            for column, text in enumerate(gold["kolommen"])
            for number, line in enumerate(text.split("\n"))
        ]
        made = folder / f"{path.stem}.pdf"
        made.write_bytes(office.pdf(placed))
        return made
    if gold.get("maak") == "xlsx":
        made = folder / f"{path.stem}.xlsx"
        made.write_bytes(office.sheet(gold["blad"], gold.get("samengevoegd", [])))
        return made
    return next(p for p in path.parent.glob(f"{path.stem}.*") if p.suffix != ".yaml")


def read(path: Path, names: Names) -> Findings:
    document = structured.with_tables(reading.read(path))
    findings = Findings(MODEL, {document.id: document})
    rules.read(document, names, findings)
    return findings


def made(text: str) -> Document:
    """A text as if it were a file."""
    sha256 = digest(text)
    return Document(document_id(sha256), sha256, text, "proef", "document", "txt", "proef.txt")


def seen(text: str, names: Names | None = None) -> Page:
    """A text as the rules see it."""
    return Page(made(text), names or seed_names())


def page(text: str, names: Names | None = None, into: Findings | None = None) -> Findings:
    """What all rules read in a text; `into` holds what was read before."""
    document = made(text)
    findings = into or Findings(MODEL)
    findings.documents[document.id] = document
    rules.read(document, names or seed_names(), findings)
    return findings


def facts(text: str, *soorten: str, names: Names | None = None) -> list[Fact]:
    return [f for f in page(text, names).facts.values() if f.soort in soorten]


def outcome(path: Path, folder: Path) -> Outcome:
    gold = gold_of(path)
    findings = read(document_of(gold, path, folder), seed_names())
    facts = [*findings.facts.values()]
    made = Outcome(path.stem, asserted=sum(not f.vraag for f in facts), asked=sum(bool(f.vraag) for f in facts))
    _people(made, gold, facts, [left.tekst for left in findings.leftovers])
    _roles(made, gold, facts)
    _gemeenten(made, gold, facts)
    _quotes(made, gold, facts)
    made.wrong = [*_wrong(gold, facts)]
    return made


def _people(made: Outcome, gold: dict[str, Any], facts: list[Fact], left: list[str]) -> None:
    said = {fold(str(f.velden.get(k))) for f in facts if f.soort == "persoon" for k in ("naam", "vorm")}
    said |= {fold(str(f.velden["persoon"])) for f in facts if f.soort in ("rol", "lid")}
    rest = " | ".join(fold(text) for text in left)
    wanted = [*gold["mensen"], *gold.get("achternamen", [])]
    made.told = (sum(fold(name) in said for name in wanted), len(wanted))
    missed = [name for name in wanted if fold(name) not in said and fold(name) not in rest]
    made.people = (len(wanted) - len(missed), len(wanted))
    made.missed += [f"persoon {name}" for name in missed]


def _roles(made: Outcome, gold: dict[str, Any], facts: list[Fact]) -> None:
    wanted = [*gold["rollen"], *gold.get("vroeger", []), *gold.get("later", [])]
    roles = [f for f in facts if f.soort in ("rol", "lid")]
    missed = [role for role in wanted if not any(_same_role(f, role, False) for f in roles)]
    made.roles = (len(wanted) - len(missed), len(wanted))
    made.asserted_roles = sum(any(not f.vraag and _same_role(f, r, True) for f in roles) for r in gold["rollen"])
    made.missed += [f"rol {role}" for role in missed]
    there = [role for role in wanted if role[2]]
    first = [role for role in there if any(_of(f, role) and _at(f, role[2]) for f in roles)]
    some = [role for role in there if role in first or any(_of(f, role) and _offers(f, role[2]) for f in roles)]
    made.placed, made.offered = (len(first), len(there)), (len(some), len(there))
    made.missed += [f"plek {role}" for role in there if role not in first and role not in missed]


def _of(fact: Fact, role: list[Any]) -> bool:
    """Whether it is about this person and function, wherever that is."""
    person, function, _ = role
    return _same_person(str(fact.velden["persoon"]), person) and (
        not function or _alike(str(fact.velden.get("functie") or ("lid" if fact.soort == "lid" else "")), function)
    )


def _at(fact: Fact, organisation: str) -> bool:
    """By id; an organisation that the graph does not know by the words of its name."""
    where = str(fact.velden.get("organisatie") or "")
    if ":" in organisation:
        return where == organisation
    if where:
        return _goes_by(where, organisation)
    return _alike(str(fact.velden.get("organisatie_vorm") or ""), organisation)


def _goes_by(key: str, name: str) -> bool:
    """Whether this is what the graph knows by that name."""
    return key in seed_names().resolve(name, ("Gemeente", "Departement", "Organisatie"))


def _offers(fact: Fact, organisation: str) -> bool:
    return fact.vraag is not None and fold(organisation) in fold(fact.vraag)


def _same_role(fact: Fact, role: list[Any], whole: bool) -> bool:
    person, function, organisation = role
    if not _same_person(str(fact.velden["persoon"]), person):
        return False
    if function and not _alike(str(fact.velden.get("functie") or ""), function):
        return False
    said = fact.velden.get("organisatie")
    if whole and said and organisation and ":" not in organisation:
        return _goes_by(str(said), organisation)
    organisation = organisation if ":" in str(organisation) else None
    return (
        said == organisation
        if whole
        else said == organisation or said is None or (organisation is None and fact.vraag is not None)
    )


def _same_person(said: str, person: str) -> bool:
    return fold(said.removeprefix("persoon:")).rstrip(".") == fold(person).rstrip(".")


def _alike(a: str, b: str) -> bool:
    left, right = set(fold(a).split()), set(fold(b).split())
    return bool(left and right) and len(left & right) / min(len(left), len(right)) >= 0.5


def _gemeenten(made: Outcome, gold: dict[str, Any], facts: list[Fact]) -> None:
    found = {f.velden["id"] for f in facts if f.soort == "gemeente" and f.velden.get("id")}
    wanted, free = set(gold["gemeenten"]), set(gold.get("gemeenten_mogen", []))
    made.gemeenten = (len(found & wanted), len(found - free), len(wanted))
    made.missed += [f"gemeente {key}" for key in sorted(wanted - found)]


def _quotes(made: Outcome, gold: dict[str, Any], facts: list[Fact]) -> None:
    said = [" ".join(tidy(str(f.velden["tekst"])).split()) for f in facts if f.soort == "citaat"]
    wanted = gold.get("citaten", [])
    missed = [start for start, _ in wanted if not any(start in text for text in said)]
    made.quotes = (len(wanted) - len(missed), len(wanted))
    made.missed += [f"citaat {start}" for start in missed]


def _wrong(gold: dict[str, Any], facts: list[Fact]) -> Iterator[str]:
    for fact in facts:
        if not fact.vraag and not _right(gold, fact):
            yield f"{fact.soort} {fact.regel} {fact.velden}"


def _right(gold: dict[str, Any], fact: Fact) -> bool:
    velden = fact.velden
    if fact.soort == "persoon":
        said = str(velden.get("vorm") or velden["naam"])
        return any(_same_person(said, name) for name in (*gold["mensen"], *gold.get("achternamen", [])))
    if fact.soort in ("rol", "lid"):
        return _right_role(gold, fact)
    if fact.soort == "citaat":
        return any(
            start in tidy(str(velden["tekst"])) and fold(who) == fold(str(velden["spreker_vorm"]))
            for start, who in [*gold.get("citaten", []), *gold.get("citaten_mogen", [])]
        )
    if fact.soort == "datum":
        days = [
            str(d)
            for d in (gold.get("datum"), gold.get("datum_mag"), *gold.get("datums", []), *gold.get("datums_mogen", []))
        ]
        return velden["datum"] in days or velden["precisie"] != "dag"
    if fact.soort == "relatie":
        return [velden["relatie"], velden["van"], velden["naar"]] in gold.get("relaties", [])
    if fact.soort == "beleidskader":
        return velden["titel"] in gold.get("kaders", [])
    lists = {
        "gemeente": "gemeenten",
        "departement": "departementen",
        "organisatie": "organisaties",
        "wet": "wetten",
        "thema": "themas",
        "traject": "trajecten",
    }
    named = lists.get(fact.soort)
    allowed = [*gold.get(named, []), *gold.get(f"{named}_mogen", [])] if named else []
    named_here = [*gold.get("genoemd", []), *gold.get("genoemd_mogen", [])]
    return velden.get("id") in allowed or any(
        velden.get("naam") == name or velden.get("id") and _goes_by(velden["id"], name) for name in named_here
    )


def _right_role(gold: dict[str, Any], fact: Fact) -> bool:
    if fact.soort == "lid":
        return any(
            _same_person(str(fact.velden["persoon"]), p) and fact.velden["organisatie"] == o
            for p, o in gold.get("leden", [])
        )
    members = [[person, "lid", body] for person, body in gold.get("leden", [])]
    if any(_same_role(fact, member, True) for member in members):
        return True
    if fact.velden.get("toestand") == "voormalig" or not fact.velden.get("organisatie"):
        named = ("rollen", "rollen_mogen", "vroeger", "vroeger_mogen", "later", "later_mogen")
        wanted = [role for key in named for role in gold.get(key, [])]
        return any(_same_role(fact, [person, function, None], True) for person, function, _ in wanted)
    return any(_same_role(fact, role, True) for role in [*gold["rollen"], *gold.get("rollen_mogen", [])])
