"""What a role sees, as conditions. `graph.cypher.render` adds them to every pattern that it writes, and nothing else
writes patterns for the API: so there is no place that can forget one.

    MATCH (n1:Oplossing)              WHERE n1.publicatieStatus = 'GEPUBLICEERD'
    (n1)<-[:VAN]-(n2)                 … and what n2 cannot do without is not hidden: its gemeente
    (n1)<-[:VAN]-(m2_0)<-[:PAST_TOE]-(n2)      what one passes on the way as well

The rule of each type is its `zicht`. A role that sees everything adds nothing: its texts are those without roles.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, pairwise

from graph.cypher.atoms import Among, Facts, Hop, Is, Named, Param, Prop, Same, Scan, Seek, Stands, Step, Tied
from graph.cypher.query import ALWAYS, All, Condition, Either, Found, Missing, Not, Ranked, Source, Test, When, Worded
from graph.cypher.text import At, Seen, Text, between, fact_of, first_id, join, way
from graph.domain.guards import DRAFTS, PUBLISHED, Achter, Genoteerd, NaarStatus, Over, Voor, limited
from graph.domain.marks import Shape
from graph.domain.provenance import MODEL
from graph.domain.reader import Model, NodeType, Relation
from graph.domain.vocabulary import PublicatieStatus, Rol
from graph.errors import ModelError

NEVER = Either(())
ENTITY = "Entiteit"
MARKED = re.compile(r"\b(is|all|told|whole|lacking)!\((\w+)\)")
FACT_KEYS = ("onderwerp", "voorwerp")
BOUND = {
    node.label: tuple(t for each in found for t in each.types)
    for node in MODEL.entities
    if (found := tuple(each for each in node.relations.values() if each.field.shape is Shape.REQUIRED))
}
"""Things that cannot do without others, and the relationships to those."""
_WORDS = [status.name for status in PublicatieStatus if status not in PUBLISHED]
_NOT_SEEN = f"UNWIND {_WORDS} AS st MATCH (h:Entiteit {{publicatieStatus: st}})"
_TIES, _LABELS = "|".join(sorted({*chain(*BOUND.values())})), " OR ".join(f"d:{label}" for label in BOUND)
LACKING = f"{_NOT_SEEN}-[:{_TIES}]-(d {{publicatieStatus: '{PUBLISHED[0].name}'}}) WHERE {_LABELS}"
"""What is published itself, and cannot do without something hidden; found from the few that are hidden."""
HOW_MANY = (
    f"COUNT {{ MATCH (e:Entiteit) }} - COUNT {{ {_NOT_SEEN} RETURN h }} - COUNT {{ {LACKING} RETURN DISTINCT d }}"
)
"""How many things everybody sees: all of them, which the engines know without looking, less the few that are hidden,
which an index knows, and what cannot do without those."""


@dataclass(frozen=True)
class Sight:
    """What a role sees of a model. Compares by both, so that what was rendered for one is never taken for another."""

    model: Model = field(compare=False)
    role: Rol
    gemeente: Param | None = None
    """Whose people look, by an id that is bound: they see what of hers is not published yet. The statements of all
    gemeenten are the same texts."""

    def of_gemeente(self, gemeente: Param | None) -> "Sight":
        """The same for who looks for a gemeente."""
        return self if gemeente is None or self.role is not Rol.GEMEENTE else replace(self, gemeente=gemeente)

    @cached_property
    def limited(self) -> bool:
        """Whether anything is hidden from the role."""
        return limited(self.role)

    def row(self, source: Source, where: Condition) -> Condition:
        """What must hold of a row from this source besides `where`."""
        if not self.limited:
            return ALWAYS
        match source:
            case Scan(label) | Seek(label) | Among(label) | Same(label):
                return self.of(_narrowed(self.labelled(label), where))
            case Named() | Tied():
                return ALWAYS  # asks itself what it wants to know
            case Hop(steps, label):
                return self.of(_narrowed(self.ends(steps[-1], label), where), (steps[-1],))
            case Facts():
                return ALWAYS  # the passage stands behind the fact, and that is asked of the fact
        return self.of(_narrowed(self.labelled(ENTITY), where))

    def on_the_way(self, before: Step, after: Step) -> Condition:
        """What must hold of a node that one passes, coming over the one step and leaving over the other."""
        return self.of(self.ends(before), (before, Step(after.types, not after.forward)))

    def each(self, step: Step) -> Condition:
        """What must hold of every node on a step that repeats."""
        return self.of(self.ends(step))

    def of(self, types: Iterable[NodeType], over: tuple[Step, ...] = ()) -> Condition:
        """What must hold of a node of one of these types, known to be tied to something seen by each of `over`."""
        types = tuple(types)
        if all(isinstance(node.zicht, NaarStatus) for node in types):
            return self.thing(types, over)
        [node] = types  # what is no thing of the domain has a label of its own
        return self.rule(node, over)

    def thing(self, types: tuple[NodeType, ...], over: tuple[Step, ...]) -> Condition:
        """What must hold of a thing of the domain: that everybody sees it, or that it is one's own."""
        stands, held = self.stands(types), self.held(types, over)
        own = tuple(each for node in types for each in self.own(node)) if self.gemeente is not None else ()
        if own:
            return When(stands, held, Either(own))
        return stands if held == ALWAYS else All((stands, held))

    def own(self, node: NodeType) -> Iterator[Condition]:
        """That it is not published yet, and of the gemeente that looks; what it cannot do without else is seen."""
        name = getattr(node.cls, "eigen", None)
        if name is None or self.gemeente is None:
            return
        mine = Found(Hop((Step((name,), False),), "Gemeente"), Test(Prop("id"), "=", self.gemeente))
        drafts = Stands("publicatieStatus", tuple(each.name for each in DRAFTS))
        others = sorted({t for each in needed(self.model, node) for t in each.types} - {name})
        held = [Not(Found(Tied(tuple(others)), Not(self.stands((node,)))))] if others else []
        yield All((Is((node.label,)), drafts, mine, *held))

    def held(self, types: tuple[NodeType, ...], over: tuple[Step, ...]) -> Condition:
        """That what it cannot do without is seen too."""
        ties: dict[str, set[str]] = {}
        for node in types:
            if own := {t for each in needed(self.model, node) if not _came(each, over) for t in each.types}:
                ties[node.label] = own
        if not ties:
            return ALWAYS
        held = Not(Found(Tied(tuple(sorted(set[str]().union(*ties.values())))), Not(self.stands(types))))
        every = len(ties) == len({node.label for node in types})
        return held if every else When(Is(tuple(ties)), held, ALWAYS)

    def stands(self, types: tuple[NodeType, ...]) -> Condition:
        """That its status is one that the role sees."""
        [zicht] = {id(node.zicht): node.zicht for node in types}.values()
        assert isinstance(zicht, NaarStatus)
        return Stands("publicatieStatus", tuple(status.name for status in zicht.seen(self.role) or ()))

    def rule(self, node: NodeType, over: tuple[Step, ...]) -> Condition:
        """What must hold of something beside the domain."""
        match node.zicht:
            case Achter(name, forward):
                came = any(name in step.types and step.forward is not forward for step in over)
                return ALWAYS if came else Found(Hop((Step((name,), forward),)), ALWAYS)
            case Genoteerd(name):
                return Not(Missing(Prop(name)))
            case Over(keys):
                return All(tuple(Not(Found(Named(key), self.hidden)) for key in keys))
            case Voor(roles):
                return ALWAYS if self.role in roles else NEVER
        raise AssertionError(node.zicht)

    @cached_property
    def hidden(self) -> Condition:
        """That a thing of the domain is not seen."""
        return Not(self.of(self.labelled(ENTITY)))

    def labelled(self, label: str) -> tuple[NodeType, ...]:
        """The types whose things carry a label."""
        return tuple(node for node in self.model.nodes.values() if label in node.labels)

    def ends(self, step: Step, label: str = "") -> tuple[NodeType, ...]:
        """The types that may stand at the end of a step."""
        names: dict[str, None] = {}
        for each in step.types:
            relationship = self.model.relationships[each]
            names |= dict.fromkeys(relationship.targets if step.forward else relationship.sources)
        found = (self.model.nodes[name] for name in names)
        return tuple(node for node in found if not label or label in node.labels)


def may_be_seen(
    sight: Sight | None, source: Source, where: Condition, to: At, write: Callable[[Condition, At], Text]
) -> Seen:
    """What may be seen of all that a pattern names. The caller did not ask it: it is no subquery of his."""
    if sight is None:
        return Seen()
    match source:
        case Ranked(found) | (Worded() as found):
            where = found.such
    row = sight.row(source, where)
    far, passed, rules = "", list[str](), list[tuple[Condition, str]]()
    match source:
        case Scan():
            far, row = _in_braces(row)
        case Hop(steps):
            far, row = _in_braces(row)
            for i, (before, after) in enumerate(pairwise(steps)):
                word, rest = _in_braces(sight.on_the_way(before, after))
                passed.append(word)
                rules.append((rest, between(to, i)))
        case Facts():
            rules.append((sight.of(sight.labelled("Feit")), fact_of(to)))
    texts = [write(rule, to._replace(node=name)) for rule, name in ((row, to.node), *rules) if rule != ALWAYS]
    for step in source.steps if isinstance(source, Hop) else ():
        if step.repeat:
            each = write(sight.each(step), to._replace(node="x"))
            texts.append(join([each], "", f"all(x IN nodes({way(to)}) WHERE ", ")"))
    return Seen(far, tuple(passed), tuple(text._replace(subqueries=0) for text in texts), True)


def _in_braces(rule: Condition) -> tuple[str, Condition]:
    """A status that must stand there, for the braces of a pattern, and the rest of the rule. The embedded engine looks
    at braces while it reads; a condition of its own costs it as much as the reading."""
    parts = _parts(rule)
    words = [part for part in parts if isinstance(part, Stands) and len(part.words) == 1]
    if not words:
        return "", rule
    rest = tuple(part for part in parts if part is not words[0])
    braces = f" {{{words[0].name}: '{words[0].words[0]}'}}"
    return braces, rest[0] if len(rest) == 1 else All(rest)


def needed(model: Model, node: NodeType) -> tuple[Relation, ...]:
    """What a thing cannot do without: the relations that it must have, to things that can do without any."""
    found = tuple(r for r in node.relations.values() if r.field.shape is Shape.REQUIRED)
    if any(needed(model, model.nodes[target]) for relation in found for target in relation.targets):
        raise ModelError(f"{node.name}: kan niet zonder iets dat zelf ook niet zonder iets anders kan")
    return found


def _came(relation: Relation, over: tuple[Step, ...]) -> bool:
    """Whether one came from there: then that it is seen is known already."""
    return any(step.types == relation.types and step.forward is not relation.forward for step in over)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, All) else (condition,)


def _narrowed(types: tuple[NodeType, ...], where: Condition) -> tuple[NodeType, ...]:
    """Those of the types that the condition leaves, where it says which."""
    for part in _parts(where):
        if isinstance(part, Is):
            types = tuple(node for node in types if set(part.labels) & set(node.labels)) or types
    return types


def published(statement: str, everything: bool = False) -> str:
    """A statement that is written by hand, for who sees what is published; with `everything` for who sees all. A node
    that must be published is written with a mark at its end, `(g1:Gemeente!)` or `(!)`. `all!(w1)` says that every node
    of a path is, `is!(n)` that a node is, `whole!(n)` also what it cannot do without, whatever it is, and `told!(f)`
    that a fact names nothing that is hidden. `lacking!(ids)` begins a statement: with the ids of all that is published
    and cannot do without something hidden, for who looks at many nodes at once."""
    if everything:
        return MARKED.sub(
            lambda found: f"WITH [] AS {found[2]}" if found[1] == "lacking" else "true", statement.replace("!)", ")")
        )
    word = f"publicatieStatus = '{PUBLISHED[0].name}'"
    statement = statement.replace("!)", f" {{{word.replace(' =', ':')}}})")
    return MARKED.sub(lambda found: _said(found[1], found[2], word), statement)


def _said(mark: str, name: str, word: str) -> str:
    if mark == "is":
        return f"{name}.{word}"
    if mark == "whole":
        labels = " OR ".join(f"{name}:{label}" for label in BOUND)
        return f"{name}.{word} AND (NOT ({labels}) OR NOT {lacks(name)})"
    if mark == "all":
        return f"all(x IN nodes({name}) WHERE x.{word})"
    if mark == "lacking":
        return f"WITH COLLECT {{ {LACKING} RETURN DISTINCT d.id }} AS {name}"
    about = [f"MATCH (hid:Entiteit {{id: {first_id(f'{name}.{key}')}}})" for key in FACT_KEYS]
    bound = " OR ".join(f"hid:{label}" for label in BOUND)
    hidden = f"NOT coalesce(hid.{word}, false) OR (({bound}) AND {lacks('hid')})"
    return " AND ".join(f"NOT EXISTS {{ {match} WHERE {hidden} }}" for match in about)


def lacks(name: str) -> str:
    """That something a node of one of `BOUND` cannot do without is hidden from everybody."""
    seen = f"coalesce(far.publicatieStatus = '{PUBLISHED[0].name}', false)"
    return f"EXISTS {{ MATCH ({name})-[:{_TIES}]-(far) WHERE NOT {seen} }}"
