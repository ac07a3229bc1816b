"""What the rules write down about one page: facts with the name of the rule, questions, and what was left and why.

The same fact found twice is one fact with two passages. A passage that proves it takes the question away that another
passage left; a question never takes away what was proven.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from loaders.documents.document import Place
from loaders.facts.fact import Candidate, Evidence, Fact, fact, fact_id, person_id
from loaders.facts.findings import Findings, Leftover
from loaders.names.tokens import tidy
from loaders.prose.text.composed import Composed
from loaders.prose.text.page import Page
from loaders.prose.text.spans import Spans

SURE, PROSE, ASKED, SOFT = 0.95, 0.9, 0.5, 0.3
"""How certain a fact is: said by a line or a table, said by a sentence, asked, or a matter of judgement."""


class Notebook:
    def __init__(self, page: Page, findings: Findings, composed: Composed | None = None, written: str = "") -> None:
        """`composed`, `written`: how the page was made of the text of the file, when the two are not the same."""
        self.composed = composed
        self.written = written or page.tekst
        self.page = page
        self.findings = findings
        self.document = page.document
        self.facts: dict[str, Fact] = {}
        """The facts of this page, by id; `findings` holds those of every page."""
        self.spans: dict[str, dict[tuple[int, int], None]] = defaultdict(dict)
        """Where each of them stands on this page, in the order in which it was found."""
        self.roles: dict[str, list[Fact]] = defaultdict(list)
        """The functions and memberships of each person, as the person is written in the fact."""
        self.anywhere = False
        """Whether what is asked may stand in a part that is not believed, such as the foot of a page."""
        self.taken = Spans()
        """The lines that a rule for tables or lists read whole: the rules after it leave them alone."""
        self._written: dict[str, str] = {}
        self._breaks = [i for i, c in enumerate(page.tekst) if c == "\n"]

    def state(
        self, soort: str, velden: dict[str, Any], spans: list[tuple[int, int]], rule: str, certain: float = PROSE
    ) -> Fact | None:
        """A fact the text proves. Where letters may deceive, it becomes a question all the same."""
        doubt = next((d for d in (self.document.doubtful(*s) for s in spans) if d), None)
        if doubt:
            said = "In deze tekst staan letters die op andere lijken. Klopt dit?"
            return self.ask(soort, velden, spans, rule, said)
        return self._write(soort, velden, spans, rule, None, certain)

    def ask(
        self, soort: str, velden: dict[str, Any], spans: list[tuple[int, int]], rule: str, question: str,
        certain: float = ASKED,
    ) -> Fact | None:  # fmt: skip
        return self._write(soort, velden, spans, rule, question, certain)

    def leave(self, start: int, end: int, reason: str) -> None:
        start, end = self.as_written(start, end)
        text = self.written[start:end]
        if text.strip():
            self.findings.leftovers.append(Leftover(self.document.id, start, end, text, reason))

    def proof(self, start: int, end: int) -> Evidence:
        start, end = self.as_written(start, end)
        return Evidence(self.document.id, start, end, self.written[start:end])

    def as_written(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the page in the text of the file."""
        return (self.composed.place(start), self.composed.place(end)) if self.composed else (start, end)

    def place(self, start: int) -> Place:
        line = bisect_right(self._breaks, start - 1)
        first = self._breaks[line - 1] + 1 if line else 0
        return Place(self.document.bestand or self.document.id, line + 1, start - first + 1)

    def person(self, name: str) -> str:
        """How a person is written in a fact: by name where the name gives the id back, else by id."""
        if name not in self._written:
            key = self.person_key(name)
            self._written[name] = tidy(name) if person_id(tidy(name)) == key else key
        return self._written[name]

    def person_key(self, name: str) -> str:
        found = self.page.names.resolve(name, ("Persoon",))
        return found[0] if len(found) == 1 else person_id(tidy(name))

    def _write(
        self, soort: str, velden: dict[str, Any], spans: list[tuple[int, int]], rule: str, question: str | None,
        certain: float,
    ) -> Fact | None:  # fmt: skip
        if not self.anywhere and any(self.page.aside(*span) for span in spans):
            return None
        made = fact(self.findings.model, soort, velden, zekerheid=certain, regel=rule, vraag=question)
        here = self.findings.facts.setdefault(made.id, made)
        self.findings.places.setdefault(made.id, self.place(spans[0][0]))
        if here is not made:
            _combine(here, made)
        if soort in ("rol", "lid") and made.id not in self.facts:
            self.roles[str(here.velden["persoon"])].append(here)
        self.facts[made.id] = here
        for span in spans:
            if span not in self.spans[made.id]:
                self.spans[made.id][span] = None
                here.bewijs.append(self.proof(*span))
        return here

    def change(self, fact: Fact, velden: dict[str, Any], question: str, candidates: Sequence[Candidate] = ()) -> None:
        """Ask a question with other words and more filled in; what is said already under that id is not asked."""
        asked = replace(fact, velden=velden, vraag=question, kandidaten=[*candidates])
        asked.id = fact_id(self.findings.model, asked)
        self.drop(fact)
        here = self.findings.facts.get(asked.id)
        if here is None:
            self.findings.facts[asked.id] = self.facts[asked.id] = asked
            self.findings.places.setdefault(asked.id, self.place(asked.bewijs[0].van))
            if "persoon" in velden:
                self.roles[str(velden["persoon"])].append(asked)
            return
        here.bewijs += [proof for proof in asked.bewijs if proof not in here.bewijs]

    def drop(self, fact: Fact) -> None:
        """Take back a fact of this page; what an earlier page said of it too stays."""
        before = [proof for proof in fact.bewijs if proof.document != self.document.id]
        if before:
            fact.bewijs[:] = before
        else:
            self.findings.facts.pop(fact.id, None)
        self.facts.pop(fact.id, None)
        self.spans.pop(fact.id, None)
        if fact.soort in ("rol", "lid"):
            held = self.roles[str(fact.velden["persoon"])]
            held[:] = [each for each in held if each is not fact]

    def has(self, soort: str, velden: dict[str, Any]) -> bool:
        """Whether this fact was found before, asserted or asked."""
        return fact(self.findings.model, soort, velden).id in self.findings.facts

    def sure_of(self, name: str) -> bool:
        """Whether it is asserted that somebody of this name exists."""
        made = fact(self.findings.model, "persoon", {"id": self.person_key(name)})
        return made.id in self.facts and self.facts[made.id].vraag is None


def _combine(here: Fact, made: Fact) -> None:
    if here.vraag and not made.vraag:
        here.velden, here.regel, here.vraag = {**here.velden, **made.velden}, made.regel, None
        here.zekerheid = made.zekerheid
        return
    for name, value in made.velden.items():
        if here.velden.get(name) is None:
            here.velden[name] = value
    here.zekerheid = max(here.zekerheid, made.zekerheid) if bool(here.vraag) == bool(made.vraag) else here.zekerheid
