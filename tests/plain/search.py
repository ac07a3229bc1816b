"""`zoek` in plain Python: every thing weighed, then sorted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from typing import Any

from graph.domain.marks import Zoek
from graph.domain.reader import upper_snake
from graph.domain.vocabulary import Rijpheid
from graph.dutch.spelling import Word, read
from graph.dutch.words import PREFIX, forms, fragment
from graph.pasklaar.weights import from_level
from graph.search.find import SOORTEN
from tests.plain.dump import Dump, Thing
from tests.plain.filters import THEME
from tests.plain.orders import Item, cursor, page
from tests.plain.seen import how_many

Given = Mapping[str, Any]
IN_NAME, IN_TEXT, LONGER = 1.0, 0.7, 0.7
TEXTS = ("afkorting", "omschrijving", "ookBekendAls", "samenvatting", "synoniemen", "voluit")


class Hits:
    """A page of what was found, and what is known of all of it."""

    def __init__(self, dump: Dump, given: Given) -> None:
        self.asked = read(given["term"])
        such = [t for t in dump.things.values() if _such(t, given)]
        names = {t.id: forms([t.get("weergavenaam")]) for t in such}
        rests = {t.id: forms(p for name in _searched(t) for p in _pieces(t.get(name))) for t in such}
        shares = {t.id: [held(w, names[t.id], rests[t.id]) for w in self.asked] for t in such}
        found = [t for t in such if any(shares[t.id])]
        self.score = closeness(how_many(dump), shares, [t.id for t in found])
        stems = {s for word in self.asked for s in (*word.stems, *word.halves)}

        def whole(thing: Thing) -> float:
            own = names[thing.id].split()
            return sum(s in stems for s in own) / len(own) if own else 0.0

        found.sort(key=lambda t: (-self.score[t.id], -whole(t), t.get("volgorde")))
        self.found = found
        self.shown, self.after, self.before = page([Item(t) for t in found], given)

    def field(self, name: str, given: Given) -> Any:
        if name == "edges":
            return [Hit(item, self) for item in self.shown]
        if name == "nodes":
            return [item.thing for item in self.shown]
        if name == "aantal":
            return len(self.found)
        if name == "facetten":
            return [{"veld": name, "aantal": len(self.kinds(None)), "waarden": self.kinds} for name in given["velden"]]
        if name == "bedoeldeU":
            return None
        cursors = [cursor(i) for i in self.shown] or [None]
        ends = {"startCursor": cursors[0], "endCursor": cursors[-1]}
        return {"hasNextPage": self.after, "hasPreviousPage": self.before, **ends}

    def kinds(self, info: Any, first: int | None = 10) -> list[dict[str, Any]]:
        counted = Counter(t.kind.name for t in self.found)
        ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].upper()))
        return [
            {"sleutel": name.upper(), "label": name, "aantal": count}
            for name, count in ordered[: 10 if first is None else first]
        ]


class Hit:
    """One thing that was found."""

    def __init__(self, item: Item, hits: Hits) -> None:
        self.item, self.hits = item, hits

    def field(self, name: str) -> Any:
        thing = self.item.thing
        if name == "cursor":
            return cursor(self.item)
        if name == "node":
            return thing
        if name == "score":
            return round(self.hits.score[thing.id], 3)
        stems = [s for word in self.hits.asked for s in (*word.stems, *word.halves)]
        texts = {"naam": thing.get("weergavenaam"), **{t: "; ".join(_pieces(thing.get(t))) for t in TEXTS}}
        found = {veld: fragment(text, stems) for veld, text in texts.items()}
        return [{"veld": upper_snake(veld), "tekst": tekst} for veld, tekst in found.items() if tekst]


def closeness(total: int, held: Mapping[str, Sequence[float]], found: Sequence[str]) -> dict[str, float]:
    """The share of the question that each of these answers: each word weighs by how rare it is among them."""
    columns = [*zip(*(held[key] for key in found), strict=True)]
    holders = [sum(1 for share in column if share) for column in columns]
    weights = [log(1 + (total - count + 0.5) / (count + 0.5)) for count in holders]
    return {key: sum(w * s for w, s in zip(weights, held[key], strict=True)) / sum(weights) for key in found}


def held(word: Word, name: str, rest: str) -> float:
    """How well a thing holds a word, in the best of its ways."""

    def form(stem: str) -> float:
        ways = [
            worth * kind
            for text, worth in ((name, IN_NAME), (rest, IN_TEXT))
            for sought, kind in ((f" {stem} ", 1.0), (f" {stem}" if len(stem) >= PREFIX else "\n", LONGER))
            if sought in text
        ]
        return max(ways, default=0.0)

    halves = word.worth * min(map(form, word.halves)) if word.halves else 0.0
    return max(form(word.stems[0]), halves, *(word.worth * form(s) for s in word.stems[1:]), 0.0)


def _such(thing: Thing, given: Given) -> bool:
    if thing.kind.name not in SOORTEN or thing.get("publicatieStatus") != "GEPUBLICEERD":
        return False
    typen, themas, least = given.get("typen"), given.get("thema"), given.get("minimaleRijpheid")
    if typen is not None and thing.kind.name.upper() not in typen:
        return False
    if themas is not None and not THEME(thing, themas):
        return False
    return least is None or thing.get("rijpheid") in from_level(Rijpheid[least])


def _searched(thing: Thing) -> list[str]:
    return [p.name for p in thing.kind.marked(Zoek)]


def _pieces(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
