"""Answers, as a person wrote them, to what a proposal asks -> facts with ids. The same for a workbook and for json.

A name is as good as an id. A new title gives a thing that is not there yet an id of its own, and what pointed at the
old one follows; the name of something known is that thing, which keeps its own words. Nobody is guessed: what fits
several things, or nothing, is said, with what it may have been.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.contents.existing import Known
from graph.domain.reader import Model, NodeType
from loaders.answers import typed
from loaders.answers.answer_columns import DATES, NEW, PARTIES, WHICH, fields_of, where
from loaders.answers.answer_names import AnswerNames, Say
from loaders.facts.fact import ENDED, ROLES, Fact, identify, person_id
from loaders.names.naming import PARTIJ, Names

Said = Mapping[str, str]
"""Column -> what somebody wrote there."""
NOT_NAMED = "niet genoemd)"
LONGEST_TITLE = 100
"""Letters: a sentence is no title."""
LONGEST_ALIAS = 80
STILL_LATER = "je vulde iets in bij {}, maar het besluit is later. Kies ja, of nee"
TAKEN = "er staat ook iets bij {}; laat er een van leeg"
NO_ANSWER = "bij een {} hoort hier niets; maak de cel leeg of zet terug wat er stond{}"


class Answers:
    """What the answers to one proposal mean."""

    def __init__(self, model: Model, names: Names, facts: Iterable[Fact]) -> None:
        self.model, self.names = model, names
        self.meant = AnswerNames(model, names, facts)
        self._became: dict[str, tuple[str, str]] = {}
        """Old id -> new id and name."""

    def take(self, asked: Fact, said: Said, besluit: str, say: Say) -> Fact:
        """The fact with its answers; `said` holds what was changed, and what is wrong with it goes to `say`."""
        fields = self._fields(asked)
        there = f"; schrijf je antwoord bij {where(asked)}" if fields else ""
        for column in said:
            if column not in fields:
                say(column, NO_ANSWER.format(asked.soort, there))
        said = {column: text for column, text in said.items() if column in fields}
        if said and besluit == "later":
            say("besluit", STILL_LATER.format(next(iter(said))))
        made = replace(asked, velden=dict(asked.velden), besluit=besluit)
        for column in (*DATES, "persoon", "oplossing"):
            if column in said and (asked.soort != "persoon"):
                made.velden[fields[column]] = self._value(made, column, said[column], say)
        self._particular(made, said, fields, say)
        if {*DATES} & said.keys():
            _in_order(made.velden, fields, say)
        return made

    def _value(self, made: Fact, column: str, text: str, say: Say) -> str | None:
        if column in DATES:
            return self.meant.day(text, column, say)
        if not text:
            say(column, "hier hoort een naam; vul hem in of kies nee")
            return None
        if column == "oplossing":
            return self.meant.known(text, ("Oplossing",), column, say)
        return self.meant.person(text, made.soort in ROLES, say)

    def _particular(self, made: Fact, said: Said, fields: Mapping[str, str], say: Say) -> None:
        if made.soort in ROLES:
            self._role(made, said, say)
        elif made.soort == "toepassing" and "id" in made.velden:
            self._use(made, said, say)
        elif made.soort == "relatie":
            for column in ("organisatie", WHICH):
                if column in said:
                    made.velden[fields[column]] = self.meant.known(said[column], self._types(made, column), column, say)
        elif made.soort != "citaat" and "eigenschap" not in made.velden:
            self._thing(made, said, fields, say)

    # a function, or a membership

    def _role(self, made: Fact, said: Said, say: Say) -> None:
        velden = made.velden
        if "functie" in said:
            velden["functie"] = said["functie"] or None
        new, place = said.get(NEW), said.get("organisatie")
        if new and place:
            say(NEW, TAKEN.format("organisatie"))
        elif new:
            if made.besluit == "ja":
                velden["organisatie"] = self.meant.new(new, [made], say)
        elif place is not None:
            types = self.meant.places(made.soort)
            velden["organisatie"] = self.meant.known(place, types, "organisatie", say) if place else None
        if made.besluit == "ja" and made.stand != "vervalt":
            self._complete(made, said, say)

    def _complete(self, made: Fact, said: Said, say: Say) -> None:
        """A yes to a question names the organisation. What nobody asked may do without: it is kept as it was said."""
        velden = made.velden
        changed = bool(said.get(NEW) or said.get("organisatie"))
        if (made.vraag is not None or "organisatie" in said) and not velden.get("organisatie") and not changed:
            form = "" if "organisatie" in said else str(velden.get("organisatie_vorm") or "")
            if not form or NOT_NAMED in form:
                say("organisatie", "vul in welke organisatie het is, of kies later")
            else:
                velden["organisatie"] = self.meant.known(form, self.meant.places(made.soort), "organisatie", say)
        if made.vraag is not None and velden.get("toestand") == ENDED and not velden.get("tot"):
            say("tot", "dit is geweest; vul in tot wanneer, of kies later")

    # a use of an oplossing

    def _use(self, made: Fact, said: Said, say: Say) -> None:
        velden = made.velden
        if "organisatie" in said:
            velden["gemeente"] = self.meant.known(said["organisatie"], ("Gemeente",), "organisatie", say)
        if made.besluit != "ja":
            return
        for column, field in (("organisatie", "gemeente"), ("oplossing", "oplossing")):
            if not velden.get(field) and column not in said:
                say(column, f"vul in welke {field} het is, of kies later")
        ends = {field: str(velden[field]) for field in ("gemeente", "oplossing") if velden.get(field)}
        if len(ends) == 2 and (made.vraag is not None or said):
            velden["id"] = identify(self.model.nodes["Toepassing"], {}, ends)

    # a thing

    def _thing(self, made: Fact, said: Said, fields: Mapping[str, str], say: Say) -> None:
        node = self.model.by_prefix(made.soort)
        if node is None or not node.is_entity:
            return
        if "organisatie" in fields and fields["organisatie"] == "gemeente" and "organisatie" in said:
            made.velden["gemeente"] = self.meant.known(said["organisatie"], ("Gemeente",), "organisatie", say)
        if WHICH in said:
            self._is(made, node, said[WHICH], say)
        elif node.naming is not None:
            column = next((c for c, field in fields.items() if field == node.naming.name), WHICH)
            self._is_called(made, node, column, self._title(made, node, said, column, say), say)
        elif made.besluit == "ja" and made.velden.get("id") is None:
            say(WHICH, f"vul in welk {made.soort} het is, of kies later")

    def _title(self, made: Fact, node: NodeType, said: Said, column: str, say: Say) -> str | None:
        """What somebody wrote for the name; None when nobody did. A year goes behind the name of a law."""
        name = said.get(column)
        if "jaar" not in said:
            return name
        assert node.naming is not None
        own = name or str(made.velden.get(node.naming.name) or "")
        try:
            return f"{typed.YEAR.sub('', own).strip()} {typed.year(said['jaar'])}"
        except ValueError:
            say("jaar", f'"{said["jaar"]}" is geen jaar; schrijf bijvoorbeeld 2015')
            return None

    def _is(self, made: Fact, node: NodeType, text: str, say: Say) -> None:
        """It is something known: that keeps its own words, and what was read is another name of it."""
        types = PARTIJ if node.name in PARTIES else (node.name,)
        key = self.meant.known(text, types, WHICH, say)
        old = made.velden
        other = self.model.by_prefix(key) if key else None
        if key is None or other is None or other.naming is None:
            if key is not None:
                made.velden = {**_loose(old, node), "id": key}
            return
        form = str(old.get("vorm") or old.get(node.naming.name if node.naming else "") or "")
        made.soort = other.prefix
        made.velden = {**_loose(old, node), "id": key, other.naming.name: self.names.name(key)}
        if form and len(form) <= LONGEST_ALIAS:
            made.velden["vorm"] = form
        self._follow(old.get("id"), key, self.names.name(key))

    def _is_called(self, made: Fact, node: NodeType, column: str, name: str | None, say: Say) -> None:
        assert node.naming is not None
        velden, field = made.velden, node.naming.name
        if name == "":
            say(column, "hier hoort een naam; vul hem in of kies nee")
            return
        old, key = str(velden.get(field) or ""), velden.get("id")
        said = name or old
        if made.besluit == "ja" and made.vraag is not None and column != WHICH:
            self._check(said, column, say)
        if name is None and (key is not None or made.besluit != "ja" or made.vraag is None):
            return
        velden[field] = said
        if made.besluit != "ja" or key in self.meant.there:
            return
        found = [each for each in self.names.resolve(said, (node.name,)) if each != key or said == old]
        if len(found) > 1:
            say(column, f'"{said}" kan {self.meant.either(found)} zijn; schrijf bij {WHICH} welke')
            return
        new = found[0] if found else self._proposed(node, said)
        if found and new in self.meant.there:
            velden[field] = self.names.name(new)
        velden["id"] = new
        self._follow(key, new, velden[field])

    def _proposed(self, node: NodeType, name: str) -> str:
        key = person_id(name) if node.name == "Persoon" else self.names.proposed(node.prefix, name)
        self.names.add(node.name, Known(key, name, (), False))
        return key

    def _check(self, name: str, column: str, say: Say) -> None:
        if NOT_NAMED in name:
            say(column, "schrijf de naam met de gemeente erbij, of kies nee")
        elif column == "titel" and (len(name) > LONGEST_TITLE or name.endswith("…")):
            say(column, f"geef een korte titel van hoogstens {LONGEST_TITLE} letters, of kies nee")

    # what follows

    def _follow(self, old: Any, new: str, name: str) -> None:
        if isinstance(old, str) and old != new and old not in self.meant.there:
            self._became[old] = new, name

    def followed(self, facts: Sequence[Fact]) -> list[Fact]:
        """The facts, with what pointed at something under its old id pointing at the new one; and what was typed in."""
        known = {each.id for each in facts}
        moved = [self._moved(each) for each in facts] if self._became else [*facts]
        return [*moved, *(each for each in self.meant.made.values() if each.id not in known)]

    def _moved(self, each: Fact) -> Fact:
        velden = {name: self._now(value) for name, value in each.velden.items()}
        person = velden.get("persoon")
        if each.soort in ROLES and isinstance(person, str) and person_id(person) in self._became:
            key, name = self._became[person_id(person)]
            velden["persoon"] = name if person_id(name) == key else key
        return each if velden == each.velden else replace(each, velden=velden)

    def _now(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._now(each) for each in value]
        return self._became[value][0] if isinstance(value, str) and value in self._became else value

    def _types(self, made: Fact, column: str) -> tuple[str, ...]:
        """What may stand at the end of a relationship that this column fills."""
        edge = self.model.relationships[str(made.velden["relatie"])]
        return edge.sources if fields_of(made)[column] == "van" else edge.targets

    def _fields(self, asked: Fact) -> Mapping[str, str]:
        """The columns with their fields; a relationship without a period has none to fill in."""
        fields = fields_of(asked)
        edge = self.model.relationships.get(str(asked.velden.get("relatie"))) if asked.soort == "relatie" else None
        if edge is None:
            return fields
        return {c: f for c, f in fields.items() if c not in DATES or ("van" if c == "vanaf" else c) in edge.properties}


def _loose(velden: Mapping[str, Any], node: NodeType) -> dict[str, Any]:
    """The fields without those that something known has of its own."""
    return {name: value for name, value in velden.items() if name not in node.properties and name != "vorm"}


def _in_order(velden: Mapping[str, Any], fields: Mapping[str, str], say: Say) -> None:
    van, tot = (velden.get(fields.get(column, "")) for column in DATES)
    if isinstance(van, str) and isinstance(tot, str) and tot < van:
        say("tot", f"{tot} ligt voor {van}; draai ze om of maak er een leeg")
