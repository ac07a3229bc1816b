"""What the page of a proposal shows: a row for each question and fact, with what was decided, and how many stand how.

The rows, their numbers and what may be answered are those of the workbook (`loaders.proposal.shown`): one can go on in
the one where one stopped in the other.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.domain.provenance import MODEL
from graph.dutch.phrasing import series
from loaders.answers.answer_columns import EDITABLE, NEW, fields_of
from loaders.answers.given import Given
from loaders.facts.fact import ROLES, Fact
from loaders.proposal.shown import TOGETHER, Called, decisions, named, offered
from loaders.proposal.workbook import TOGETHER_IN
from opdeplank.bureau.cases import Case
from opdeplank.bureau.marked_text import Passage
from opdeplank.display.display import day

LETTERS = "abcdfhilmnopq"
"""Those that do nothing else on the page."""
NOWHERE = "een organisatie die er niet staat"
IDS = re.compile(r"\(([a-z]+:[a-z0-9][a-z0-9-]*)(?:; )?")
HEADING = re.compile(r"^[#\s*-]+")
"""What marks a heading or an item in a document, and is no part of its words."""
LOOSE_ID = re.compile(r"\b[a-z]+:[a-z0-9][a-z0-9-]* \(([^()]+?)(?:, 0\.\d\d)?\)")


@dataclass(frozen=True)
class Choice:
    """A candidate, with the letter that chooses it and why it is one."""

    letter: str
    kolom: str
    waarde: str
    naam: str
    reden: str = ""


@dataclass
class Row:
    """`besluit` is what counts now; `besloten` whether somebody said so of this row, and `klaar` whether nobody has to.
    `gelijk`: the numbers of the rows that ask the same. `bij`: the number of the question that answers this one with
    others, and `volgt` the same when it did; `leden`: whom such a question answers."""

    nr: int
    id: str
    soort: str
    zin: str
    vraag: str
    document: str
    plaats: str
    citaten: list[tuple[str, Passage]]
    besluit: str
    keuzes: list[Choice]
    kolommen: list[str]
    stond: Mapping[str, str]
    opmerking: str = ""
    besloten: bool = False
    klaar: bool = False
    volgt: int = 0
    gezien: int = 0
    antwoord: Mapping[str, str] = field(default_factory=dict)
    door: str = ""
    gelijk: list[int] = field(default_factory=list)
    bij: int = 0
    leden: list[int] = field(default_factory=list)

    @property
    def is_question(self) -> bool:
        return bool(self.vraag)

    @property
    def gekozen(self) -> str:
        """The letter of the candidate that was chosen."""
        if not self.besloten or self.besluit != "ja":
            return ""
        chosen = (c.letter for c in self.keuzes if self.antwoord.get(c.kolom, self.stond[c.kolom]) == c.waarde)
        return next(chosen, "")

    def told(self, called: Called) -> str:
        """How it stands, in words; `called` gives the name of who decided."""
        if self.volgt:
            return f"volgt vraag {self.volgt}: {self.besluit}"
        if self.besloten:
            return f"{called(self.door)} zei {self.besluit}" + "".join(f", {each}" for each in self.antwoord.values())
        return "wacht op een besluit" if self.vraag and not self.klaar else f"staat op {self.besluit}"


@dataclass(frozen=True)
class Count:
    """How many of one kind stand how; `open` are questions that nobody answered."""

    soort: str
    open: int
    ja: int
    nee: int
    later: int


@dataclass
class Table:
    """The rows of a proposal by number, without what was decided: that changes, and this does not."""

    rows: list[Row]
    by_id: dict[str, Row]

    def row(self, number: int) -> Row | None:
        return self.rows[number - 1] if 0 < number <= len(self.rows) else None


def table(case: Case) -> Table:
    """Every row of the proposal, the questions first."""
    facts = {fact.id: fact for fact in case.proposal.feiten}
    files = {source.id: source.bestand or source.titel for source in case.proposal.documenten}
    found = decisions(case.proposal, case.called, case.plaatsen)
    rows = [_row(said, facts.get(said["id"]), case, files) for said in found]
    made = Table(rows, {row.id: row for row in rows})
    for matter in case.proposal.samen:
        together = made.by_id[matter.id]
        together.leden = [made.by_id[key].nr for key in matter.feiten if key in made.by_id]
        for number in together.leden:
            member = rows[number - 1]
            member.bij = together.nr
            together.citaten += [(of, replace(each, nummer=together.nr)) for of, each in member.citaten]
    _alike(rows, facts)
    return made


def stand(made: Table, case: Case) -> list[Row]:
    """The same rows with what was decided."""
    given = case.ledger.given()
    for row in made.rows:
        _stand(row, given.get(row.id), case)
    for row in made.rows:
        if row.bij:
            _follow(row, made.rows[row.bij - 1])
        row.klaar = row.besloten or row.volgt > 0
    for row in made.rows:
        row.klaar = row.klaar or bool(row.leden) and all(made.rows[each - 1].besloten for each in row.leden)
    return made.rows


def stand_of(made: Table, case: Case, keys: Sequence[str]) -> list[Row]:
    """The rows of these facts as they stand, with those that one answer settles together."""
    stand(made, case)
    return related(made, keys)


def related(made: Table, keys: Sequence[str]) -> list[Row]:
    """The rows of these facts with those that one answer settles together."""
    found: dict[int, Row] = {}
    for row in (made.by_id[key] for key in keys if key in made.by_id):
        found |= {each.nr: each for each in (row, *(made.rows[n - 1] for n in (*row.leden, *filter(None, (row.bij,)))))}
    return [*found.values()]


def _stand(row: Row, given: Given | None, case: Case) -> None:
    step = case.ledger.last(row.id)
    row.besloten, row.gezien, row.volgt = given is not None, step.nr if step else 0, 0
    row.besluit = given.besluit if given else row.stond["besluit"]
    row.antwoord = given.antwoord if given else {}
    row.door = step.door if given and step else ""


def _follow(row: Row, together: Row) -> None:
    """A row at later has the answer of the question that was asked for several at once
    (`loaders.proposal.matters.answered`)."""
    if together.besloten and together.besluit != "later" and row.besluit == "later":
        row.besluit, row.volgt = together.besluit, together.nr


def counts(rows: Sequence[Row]) -> list[Count]:
    """By kind, those with open questions first."""
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        kinds[row.soort].append(row)
    found = [_count(soort, some) for soort, some in kinds.items()]
    return sorted(found, key=lambda each: (-each.open, each.soort))


def total(rows: Sequence[Row]) -> Count:
    return _count("", [row for row in rows if row.soort != TOGETHER or not row.klaar])


def _count(soort: str, rows: Sequence[Row]) -> Count:
    def are(besluit: str) -> int:
        return sum(row.besluit == besluit and not is_open(row) for row in rows)

    return Count(soort, sum(map(is_open, rows)), are("ja"), are("nee"), are("later"))


def is_open(row: Row) -> bool:
    """Whether a person has still to answer this: what was filled in beforehand never counts as decided."""
    return row.is_question and not row.klaar


def _row(said: Mapping[str, Any], fact: Fact | None, case: Case, files: Mapping[str, str]) -> Row:
    number = int(said["nr"])
    columns = [*fields_of(fact)] if fact else [*TOGETHER_IN]
    proofs = fact.bewijs if fact else []
    quotes = [(proof.document, Passage(number, proof.van, proof.tot, proof.citaat)) for proof in proofs]
    return Row(
        number, said["id"], said["soort"], sentence(said, fact, case.called), readable(said["vraag"]),
        said["document"], said["plaats"], quotes, said["besluit"],
        _choices(said, fact, case) if said["vraag"] else [], columns,
        {name: said[name] for name in (*EDITABLE, "besluit")}, said["opmerking"],
    )  # fmt: skip


def _choices(said: Mapping[str, Any], fact: Fact | None, case: Case) -> list[Choice]:
    """Every thing that the question names, in the column where it is the answer."""
    columns = {*fields_of(fact)} if fact else {*TOGETHER_IN} if said["organisatie"] else set()
    matter = next((each for each in case.proposal.samen if each.id == said["id"]), None)
    candidates = fact.kandidaten if fact else matter.kandidaten if matter else []
    why = {each.id: each.reden for each in candidates}
    asked = dict(said) | {"vraag": " ".join([said["vraag"], *(each.id for each in candidates)])}
    found = [(column, key) for column, keys in offered(asked, columns - {NEW}).items() for key in keys]
    known = [(column, key) for column, key in found if key in case.namen]
    return [
        Choice(letter, column, named(key, case.called), case.called(key), why.get(key, ""))
        for (column, key), letter in zip(known, LETTERS, strict=False)
    ]


def readable(question: str) -> str:
    """A question without the ids of things: `Utrecht (gemeente:gm0344; staat erboven)` -> `Utrecht (staat erboven)`."""
    return LOOSE_ID.sub(r"\1", IDS.sub("(", question)).replace(" ()", "")


def sentence(said: Mapping[str, Any], fact: Fact | None, called: Any) -> str:
    """What would stand in the graph, as somebody says it."""
    if fact is None:
        return str(said["wat"])
    velden = fact.velden
    if "eigenschap" in velden:
        return f"{called(velden['id'])}: {velden['eigenschap']} wordt {_shown(velden.get('waarde'), called)}"
    if fact.soort in ROLES:
        return _office(velden, fact.soort, called)
    if fact.soort == "toepassing" and velden.get("oplossing"):
        return f"{called(velden.get('gemeente') or '')} past {called(velden['oplossing'])} toe"
    if fact.soort == "relatie":
        return f"{called(velden['van'])} → {called(velden['naar'])} ({_relation(velden)})"
    if fact.soort == "datum":
        return f"{day(velden['datum'])}: {HEADING.sub('', str(velden.get('wat') or said['citaat']))}"
    title = velden.get("naam") or velden.get("titel")
    rest = ("; ".join(part for part in str(said["wat"]).split("; ") if not part.startswith("vorm: "))) or title
    return str(rest or "") or series([said[name] for name in EDITABLE if said[name]], 3) or str(said["citaat"])


def _office(velden: Mapping[str, Any], soort: str, called: Any) -> str:
    who = called(str(velden.get("persoon") or ""))
    where = called(str(velden.get("organisatie") or velden.get("organisatie_vorm") or NOWHERE))
    office = velden.get("functie")
    if soort == "lid":
        return f"{who} is lid van {where}" + (f" ({office})" if office else "")
    return f"{who} is {office or 'werkzaam'} bij {where}"


def _relation(velden: Mapping[str, Any]) -> str:
    edge = MODEL.relationships.get(str(velden.get("relatie")))
    return edge.name.lower().replace("_", " ") if edge else ""


def _shown(value: Any, called: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_shown(each, called) for each in value)
    return str(called(value)) if isinstance(value, str) else str(value)


def _alike(rows: Sequence[Row], facts: Mapping[str, Fact]) -> None:
    """Rows whose question is the same but for whom it is about."""
    asked: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if row.is_question and (fact := facts.get(row.id)) is not None:
            asked[_matter(row, fact)].append(row)
    for some in asked.values():
        for row in some:
            row.gelijk = [each.nr for each in some if each is not row]


def _matter(row: Row, fact: Fact) -> tuple[object, ...]:
    """What an answer decides: for a function the organisation as it is written, for a use the oplossing, for anything
    else its name."""
    velden = fact.velden
    said: list[Any]
    if fact.soort in ROLES:
        said = [each.waarde for each in row.keuzes] or [velden.get("organisatie_vorm"), velden.get("functie")]
    elif fact.soort == "toepassing":
        said = [velden.get("oplossing"), velden.get("oplossing_vorm"), velden.get("status")]
    else:
        said = [velden.get("naam") or velden.get("titel") or velden.get("id"), velden.get("vorm")]
    return (fact.soort, fact.regel, *map(str, said))
