"""What a name means that somebody wrote in an answer: the id of what we know, or of what this proposal makes.

Nobody is guessed: what fits several things, or nothing, is said, with what it may have been.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from graph.contents.existing import Known
from graph.domain.reader import Model
from loaders.answers import typed
from loaders.answers.answer_columns import NEW
from loaders.facts.fact import ROLES, Fact, fact, person_id
from loaders.names.naming import PARTIJ, Names

Say = Callable[[str, str], None]
"""Column, and what is wrong with what stands there."""
ID = re.compile(r"[a-z]+:[a-z0-9][a-z0-9-]*")
BRACKETED = re.compile(r"\(([a-z]+:[a-z0-9][a-z0-9-]*)\)\s*$")
RULE = "toegevoegd"


class AnswerNames:
    """`there`: the ids of the graph. `made`: the organisations that somebody typed in, by id."""

    def __init__(self, model: Model, names: Names, facts: Iterable[Fact]) -> None:
        self.model, self.names = model, names
        self.there = {*names.ids()}
        self.made: dict[str, Fact] = {}
        self._add_own(facts)

    def _add_own(self, facts: Iterable[Fact]) -> None:
        """The things that this proposal makes may be an answer too."""
        for each in facts:
            node = self.model.by_prefix(each.soort)
            if node is not None and node.naming is not None and isinstance(each.velden.get("id"), str):
                called = each.velden.get(node.naming.name)
                if isinstance(called, str) and each.velden["id"] not in self.there:
                    self.names.add(node.name, Known(each.velden["id"], called, (), False))

    def places(self, soort: str) -> tuple[str, ...]:
        """The types of thing at which one has a function, or of which one is a member."""
        return self.model.relationships[ROLES[soort]].targets

    def new(self, text: str, proving: Sequence[Fact], say: Say) -> str | None:
        """The id of an organisation that was typed in: made on the passages of these facts, unless we know it."""
        proof = [*dict.fromkeys(proof for each in proving for proof in each.bewijs)]
        found = self.names.resolve(text, PARTIJ)
        if len(found) > 1:
            say(NEW, f'"{text}" kan {self.either(found)} zijn; vul bij organisatie in welke')
            return None
        if found:
            if found[0] in self.made:
                self.made[found[0]].bewijs += [each for each in proof if each not in self.made[found[0]].bewijs]
            return found[0]
        key = self.names.proposed("organisatie", text)
        if not ID.fullmatch(key):
            say(NEW, f'"{text}" is geen naam')
            return None
        velden = {"id": key, "naam": text}
        self.made[key] = fact(self.model, "organisatie", velden, bewijs=proof, regel=RULE)
        self.made[key].gelezen = dict(velden)
        self.names.add("Organisatie", Known(key, text, (), False))
        return key

    def person(self, text: str, by_name: bool, say: Say) -> str | None:
        """A role names somebody by name, and by id where that is not the id that the name gives."""
        written = BRACKETED.search(text) or ID.fullmatch(text)
        if written:
            key = written[1] if written.re is BRACKETED else text
            if not key.startswith("persoon:"):
                say("persoon", f'"{key}" is geen persoon; schrijf een naam')
            return key
        found = self.names.resolve(text, ("Persoon",))
        if len(found) > 1:
            say("persoon", f'"{text}" kan {self.either(found)} zijn; schrijf de id erbij')
        key = found[0] if found else person_id(text)
        return text if by_name and person_id(text) == key else key

    def known(self, text: str, types: Sequence[str], column: str, say: Say) -> str | None:
        """A name or an id -> the id."""
        what = "organisatie" if column == "organisatie" else "naam"
        if not text:
            say(column, "hier hoort een naam; vul hem in, of kies nee of later")
            return None
        written = BRACKETED.search(text) or ID.fullmatch(text)
        if written:
            key = written[1] if written.re is BRACKETED else text
            node = self.model.by_prefix(key)
            if node is not None and node.name in types and (key in self.there or self.names.is_known(key)):
                return key
            say(column, f'"{key}" bestaat niet; kies een {what} die we kennen')
            return None
        found = self.names.resolve(text, types)
        if len(found) == 1:
            return found[0]
        say(column, self._unknown(text, types, found, column))
        return None

    def _unknown(self, text: str, types: Sequence[str], found: Sequence[str], column: str) -> str:
        near = [each.id for each in self.names.suggest(text, types)]
        new = f". Bestaat ze nog niet bij ons, schrijf haar dan bij {NEW}" if column == "organisatie" else ""
        new = new if "Organisatie" in types else ""
        if found:
            return f'"{text}" kan {self.either(found)} zijn; vul in welke'
        if near:
            return f'"{text}" ken ik niet; bedoel je {self.either(near)}?{new.removeprefix(".")}'
        what = "organisatie" if column == "organisatie" else "naam"
        return f'"{text}" ken ik niet; kies een {what} die we kennen, of kies later{new}'

    def either(self, keys: Sequence[str]) -> str:
        return " of ".join(f"{self.names.name(key)} ({key})" for key in keys)

    def day(self, text: str, column: str, say: Say) -> str | None:
        if not text:
            return None
        try:
            return typed.day(text)
        except ValueError:
            say(column, f'"{text}" is geen hele datum; schrijf bijvoorbeeld 24-01-2018')
            return None
