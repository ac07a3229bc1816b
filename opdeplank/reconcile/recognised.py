"""What a name in a table can mean, best first.

    exact   it is the name, another name, a code or the id of one thing     match: true, when of one thing alone
    alike   it only looks like it                                           a score, and a person decides

At any score likeness takes one ministry for another; so it never decides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from graph.dutch.collation import fold
from loaders.names.naming import forms
from opdeplank.reconcile.kinds import NAMES

Thing = Mapping[str, Any]
CODES = ("id", "code", "externeSleutel", "bwbId")
CALLED = ("weergavenaam", "afkorting", "kort", "voluit")
ALSO_CALLED = ("ookBekendAls", "synoniemen")
TOLD = ("samenvatting", "omschrijving", "soortOrganisatie")
SURE, MOST_ALIKE = 100.0, 99.0
CONTRADICTED = 20.0
"""What a property that says otherwise takes off."""
GONE = 0.5
"""What is taken off for a thing that no longer exists: its successor goes first."""


@dataclass(frozen=True)
class Candidate:
    id: str
    name: str
    kind: str
    description: str
    score: float
    exact: bool
    fits: bool
    """Whether the properties that were given say nothing else."""


def candidates(text: str, things: Iterable[Thing], given: Mapping[str, Sequence[str]]) -> list[Candidate]:
    """The things that this may mean. `given` are values of properties that the row has beside the name."""
    found = [_candidate(text, thing, given) for thing in things]
    return sorted(found, key=lambda each: (-each.score, each.name, each.id))


def match(found: Sequence[Candidate]) -> Candidate | None:
    """The one that it certainly is."""
    sure = [each for each in found if each.exact and each.fits]
    alive = [each for each in sure if each.score == SURE] or sure
    return alive[0] if len(alive) == 1 else None


def _candidate(text: str, thing: Thing, given: Mapping[str, Sequence[str]]) -> Candidate:
    exact = _is_code(text, thing) or bool(_forms([text]) & _forms(names(thing)))
    score = SURE if exact else min(MOST_ALIKE, max((_alike(text, name) for name in names(thing)), default=0.0))
    wrong = [name for name, values in given.items() if name in thing and not _says(thing[name], values)]
    score -= CONTRADICTED * len(wrong) + (GONE if thing.get("einddatum") else 0)
    return Candidate(
        thing["id"], thing["weergavenaam"], thing["__typename"], described(thing), round(max(score, 0.0), 1), exact,
        not wrong,
    )  # fmt: skip


def names(thing: Thing) -> list[str]:
    """All that a thing is called."""
    single = [thing[name] for name in CALLED if thing.get(name)]
    return [*single, *(each for name in ALSO_CALLED for each in thing.get(name) or ())]


def described(thing: Thing) -> str:
    """One line to tell it from others of the same name."""
    told = next((thing[name] for name in TOLD if thing.get(name)), "")
    where = [
        NAMES[thing["__typename"]],
        thing.get("provincie"),
        f"tot {thing['einddatum'][:4]}" if thing.get("einddatum") else "",
    ]
    return ". ".join(filter(None, [", ".join(filter(None, where)), str(told)]))[:300]


def _is_code(text: str, thing: Thing) -> bool:
    asked = text.strip().casefold()
    return any(str(thing[name]).casefold() == asked for name in CODES if thing.get(name))


def _forms(said: Iterable[str]) -> set[str]:
    return {form for name in said for form in forms(name)}


def _alike(text: str, name: str) -> float:
    return float(fuzz.token_sort_ratio(fold(text), fold(name)))


def _says(value: Any, wanted: Sequence[str]) -> bool:
    said = {fold(str(each)) for each in (value if isinstance(value, list) else [value])}
    return bool(said & {fold(each) for each in wanted})
