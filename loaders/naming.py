"""herleid: a name -> the ids it can mean. Exact names and aliases resolve; likeness only suggests.

At a score of 0.8, likeness takes five ministries for one; so it never decides.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz, process

from graph import standing
from graph.collation import fold
from graph.model import Model
from graph.standing import Known
from graph.store import Run

ARTICLE = re.compile(r"^(de|het|een) ")
KIND_WORDS = (
    (re.compile(r"^gemeente "), "Gemeente"),
    (re.compile(r"^(ministerie|departement)( van)? "), "Departement"),
)
BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
NEAR = 70.0


class Suggestion(NamedTuple):
    id: str
    name: str
    score: float


class Names:
    """Everything by the names it goes by, per type."""

    def __init__(self) -> None:
        self._forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._shown: dict[str, dict[str, str]] = defaultdict(dict)
        self._ended: set[str] = set()

    def add(self, type_name: str, thing: Known) -> None:
        self._shown[type_name][thing.id] = thing.name
        if thing.ended:
            self._ended.add(thing.id)
        for name in (thing.name, *thing.aliases):
            for form in forms(name):
                self._forms[type_name][form].add(thing.id)

    def resolve(self, text: str, types: Iterable[str]) -> tuple[str, ...]:
        """The ids of these types that go by exactly this name; what no longer exists gives way to what does."""
        wanted = ARTICLE.sub("", fold(text))
        types = [*types]
        for pattern, kind in KIND_WORDS:
            if pattern.match(wanted) and kind in types:
                types, wanted = [kind], pattern.sub("", wanted)
        found = {key for name in types for key in self._forms[name].get(wanted, ())}
        current = found - self._ended
        return tuple(sorted(current or found))

    def suggest(self, text: str, types: Iterable[str], most: int = 3) -> list[Suggestion]:
        """What it might have meant, best first, compared without words such as gemeente."""
        choices = {key: _bare(name) for kind in types for key, name in self._shown[kind].items()}
        near = process.extract(_bare(text), choices, scorer=fuzz.WRatio, limit=most, score_cutoff=NEAR)
        return [Suggestion(key, self.name(key), round(score / 100, 2)) for _, score, key in near]

    def starting_with(self, text: str, kind: str) -> list[tuple[str, str]]:
        """What has a longer name that begins with these words: id and name."""
        start = ARTICLE.sub("", fold(text)) + " "
        return [(key, name) for key, name in self._shown[kind].items() if ARTICLE.sub("", fold(name)).startswith(start)]

    def name(self, key: str) -> str:
        return next((names[key] for names in self._shown.values() if key in names), key)

    def ids(self) -> Iterable[str]:
        return (key for names in self._shown.values() for key in names)


async def known(run: Run, model: Model) -> Names:
    """The names of everything in the graph."""
    names = Names()
    for node in model.entities:
        for thing in await standing.known(run, node):
            names.add(node.name, thing)
    return names


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


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The word somebody probably meant."""
    found = process.extractOne(word.lower(), {c: c.lower() for c in choices}, scorer=fuzz.ratio, score_cutoff=60)
    return found[2] if found else None
