"""herleid: a name -> the ids it can mean. Exact names and aliases resolve; likeness only suggests.

At a score of 0.8, likeness takes five ministries for one; so it never decides.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from graph.contents import existing, old_ids, reading_hints
from graph.contents.existing import Known
from graph.domain.reader import Model
from graph.dutch.collation import fold, slug, surname_first
from graph.engine.store import Run
from loaders.names.lexicon import Entry, Lexicon
from loaders.names.tokens import form as plain

PARTIJ = ("Gemeente", "Departement", "Organisatie")
ARTICLE = re.compile(r"^(de|het|een) ")
PLACES = ("Onderwerp",)
"""What is named like ordinary words (afval, parkeren): a text that holds those says nothing about a thing we know."""
KIND_WORDS = (
    (re.compile(r"^(gemeente|gem\.?) "), "Gemeente"),
    (re.compile(r"^(ministerie|departement)( van)? "), "Departement"),
)
YEAR = re.compile(r" (?:19|20)\d\d$")
BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
SHORT_NAME = re.compile(r"\(([A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]?)\)$")
NEAR = 70.0
SAME = 88.0
"""A name of a person this much like another is asked about."""
MOST_REMEMBERED = 100_000
"""Answers kept in memory; then it starts again."""
INITIAL_SCORE = 0.85
ALONE = frozenset(
    (
        "burgemeester",
        "minister",
        "staatssecretaris",
        "gemeentesecretaris",
        "commissaris van de koning",
        "minister president",
    )
)
"""Functions that one person holds at a time, folded."""


class Suggestion(NamedTuple):
    id: str
    name: str
    score: float


def perhaps(near: Sequence[Suggestion]) -> str:
    """What follows a question: ` Misschien gemeente:gm0344 (Utrecht, 0.90).`, or nothing."""
    return f" Misschien {' of '.join(f'{s.id} ({s.name}, {s.score:.2f})' for s in near)}." if near else ""


class Alike(NamedTuple):
    """Somebody who may be the same person, and why."""

    id: str
    name: str
    score: float
    reason: str


class Names:
    """Everything by the names it goes by, per type; and who holds which function, for asking."""

    def __init__(self) -> None:
        self._forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._shown: dict[str, dict[str, str]] = defaultdict(dict)
        self._ended: set[str] = set()
        self._called: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._lexicon: Lexicon | None = None
        self._resolved: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        self._bares: dict[str, dict[str, str]] = {}
        self._provinces: dict[str, str] = {}
        self._held: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._people: dict[str, str] = {}
        self._surnames: dict[str, list[str]] = defaultdict(list)
        self._holders: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(self, type_name: str, thing: Known) -> None:
        self._shown[type_name][thing.id] = thing.name
        if thing.ended:
            self._ended.add(thing.id)
        self._lexicon = None
        self._resolved.clear()
        self._bares.pop(type_name, None)
        if type_name == "Persoon":
            self._people[thing.id] = fold(thing.name)
            self._surnames[surname_first(thing.name).partition(" ")[0]].append(thing.id)
        for name in _names(type_name, thing):
            self._called[thing.id].append((type_name, name))
            for form in forms(name):
                self._forms[type_name][form].add(thing.id)

    @property
    def lexicon(self) -> Lexicon:
        """Every name, ready to be found in running text."""
        if self._lexicon is None:
            self._lexicon = Lexicon(self._entries())
        return self._lexicon

    def _entries(self) -> Iterator[tuple[Entry, str]]:
        for key, called in self._called.items():
            for type_name, name in called:
                if type_name in PLACES:
                    continue
                for form in dict.fromkeys((name, BRACKETS.sub("", name), *sorted(forms(name)))):
                    yield Entry(type_name, key, self.name(key)), form

    def place(self, key: str, province: str) -> None:
        """In which province a gemeente lies: `Hengelo (O)` says it behind the name."""
        self._provinces[key] = province

    def hold(self, person: str, function: str, organisation: str) -> None:
        """Somebody has this function now, as far as the graph knows."""
        self._held[person].append((function, organisation))
        if fold(function) in ALONE:
            self._holders[fold(function), organisation].add(person)

    def remember(self, type_name: str, key: str, form: str) -> None:
        """A person once said that this form means this thing: from then on it is an alias, unless it meant another."""
        if form and key in self._shown[type_name] and not self.resolve(form, (type_name,)):
            self.add(type_name, Known(key, self.name(key), (form,), key in self._ended))

    def province(self, key: str) -> str | None:
        return self._provinces.get(key)

    def held_by(self, person: str) -> list[tuple[str, str]]:
        """The functions somebody has now, with the name of the organisation."""
        return [(function, self.name(organisation)) for function, organisation in self._held.get(person, ())]

    def holders(self, function: str, organisation: str) -> set[str]:
        """Who has a function that one person holds at a time."""
        return set(self._holders.get((fold(function), organisation), ()))

    def is_known(self, key: str) -> bool:
        return any(key in names for names in self._shown.values())

    def called(self, key: str) -> tuple[str, ...]:
        """Every name a thing goes by."""
        return tuple(name for _, name in self._called.get(key, ()))

    @staticmethod
    def proposed(prefix: str, name: str) -> str:
        """An id for something new: the same name gives the same id each time, so that a decision is found again."""
        return f"{prefix}:{slug(name)}"

    def similar_people(self, name: str, most: int = 3) -> list[Alike]:
        """People whose name is nearly this, or the same surname with initials that fit; best first."""
        people = self._shown["Persoon"]
        near = process.extract(fold(name), self._people, scorer=fuzz.ratio, score_cutoff=SAME, limit=most)
        found = [Alike(key, people[key], round(score / 100, 2), "bijna dezelfde letters") for _, score, key in near]
        for key in self._surnames.get(surname_first(name).partition(" ")[0], ()):
            if _initials_fit(name, people[key]) and all(key != a.id for a in found):
                found.append(Alike(key, people[key], INITIAL_SCORE, "zelfde achternaam, en de voorletters passen"))
        return sorted(found, key=lambda a: (-a.score, a.id))[:most]

    def with_surname(self, text: str) -> list[Alike]:
        """People the graph knows with this surname: suggestions for a surname alone."""
        wanted = " " + fold(text)
        found = [(key, name) for key, name in self._shown["Persoon"].items() if fold(name).endswith(wanted)]
        return [Alike(key, name, INITIAL_SCORE, "zelfde achternaam") for key, name in sorted(found)[:3]]

    def holding(self, text: str, kind: str) -> list[tuple[str, str]]:
        """What has a longer name that holds these words: id and name."""
        wanted = f" {text} "
        return [
            (key, name)
            for key, name in self._shown[kind].items()
            if wanted in f" {plain(name)} " and plain(name) != text
        ]

    def ended(self, key: str) -> bool:
        """Whether this no longer exists."""
        return key in self._ended

    def resolve(self, text: str, types: Iterable[str]) -> tuple[str, ...]:
        """The ids of these types that go by exactly this name. What no longer exists only when nothing else does."""
        asked = (text, tuple(types))
        if asked not in self._resolved:
            if len(self._resolved) > MOST_REMEMBERED:
                self._resolved.clear()
            self._resolved[asked] = self._resolve(*asked)
        return self._resolved[asked]

    def _resolve(self, text: str, types: tuple[str, ...]) -> tuple[str, ...]:
        wanted = ARTICLE.sub("", fold(text))
        for pattern, kind in KIND_WORDS:
            if pattern.match(wanted) and kind in types:
                types, wanted = (kind,), pattern.sub("", wanted)
        found = {key for name in types for key in self._forms[name].get(wanted, ())}
        current = found - self._ended
        return tuple(sorted(current or found))

    def suggest(self, text: str, types: Iterable[str], most: int = 3) -> list[Suggestion]:
        """What a name that is not known may have meant, best first; words such as gemeente are left out of it."""
        choices = {key: bare for kind in types for key, bare in self._bare_names(kind).items()}
        near = process.extract(_bare(text), choices, scorer=fuzz.WRatio, limit=most, score_cutoff=NEAR)
        return [Suggestion(key, self.name(key), round(score / 100, 2)) for _, score, key in near]

    def _bare_names(self, kind: str) -> dict[str, str]:
        if kind not in self._bares:
            self._bares[kind] = {key: _bare(name) for key, name in self._shown[kind].items()}
        return self._bares[kind]

    def starting_with(self, text: str, kind: str) -> list[tuple[str, str]]:
        """What has a longer name that begins with these words: id and name."""
        start = ARTICLE.sub("", fold(text)) + " "
        return [(key, name) for key, name in self._shown[kind].items() if ARTICLE.sub("", fold(name)).startswith(start)]

    def name(self, key: str) -> str:
        return next((names[key] for names in self._shown.values() if key in names), key)

    def ids(self) -> Iterable[str]:
        return (key for names in self._shown.values() for key in names)


async def known(run: Run, model: Model) -> Names:
    """The names of everything in the graph, and what else helps to tell who or what is meant."""
    names = Names()
    for node in model.entities:
        for thing in await existing.known(run, node):
            names.add(node.name, thing)
    for key, province in await reading_hints.provinces(run):
        names.place(key, province)
    for person, function, organisation in await reading_hints.functions(run):
        names.hold(person, function, organisation)
    said = [(prefix, key, form) for prefix, form, key in await reading_hints.decided_forms(run)]
    said += [(alias.nu, alias.nu, alias.naam) for alias in await old_ids.every(run)]
    for prefix, key, form in said:
        node_type = model.by_prefix(prefix)
        if node_type is not None:
            names.remember(node_type.name, key, form)
    return names


def _names(type_name: str, thing: Known) -> list[str]:
    """The names of a thing. A law is also called by its name without the year: `Wmo 2015` is the Wmo; an organisation
    by the short form behind its name: `Nederlands Jeugdinstituut (NJi)`."""
    said = [thing.name, *thing.aliases]
    if type_name == "Organisatie":
        said += SHORT_NAME.findall(thing.name)
    return [*dict.fromkeys([*said, *(YEAR.sub("", name) for name in said if type_name == "Wet")])]


def forms(name: str) -> set[str]:
    """`Ministerie van Justitie en Veiligheid` -> with and without `ministerie van`; `Bergen (NH.)` -> also `bergen`."""
    found = {ARTICLE.sub("", fold(name)), ARTICLE.sub("", fold(BRACKETS.sub("", name)))}
    found |= {_bare(name)}
    return {form for form in found if form}


def _bare(name: str) -> str:
    text = ARTICLE.sub("", fold(name))
    for pattern, _ in KIND_WORDS:
        text = pattern.sub("", text)
    return text


def _initials_fit(name: str, other: str) -> bool:
    """`J. Bos` and `Jan Bos`; not `J. Bos` and `Karel Bos`, and not two full first names."""
    a, b = name.split()[0], other.split()[0]
    short = [each for each in (a, b) if "." in each or len(each) == 1]
    return bool(short) and a != b and a[:1].lower() == b[:1].lower()


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The word somebody probably meant."""
    found = process.extractOne(word.lower(), {c: c.lower() for c in choices}, scorer=fuzz.ratio, score_cutoff=60)
    return found[2] if found else None
