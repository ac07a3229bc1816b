"""Asking the graph what a name can mean, as everybody may see it."""

import asyncio
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opdeplank.pages.desk import Desk
from opdeplank.reconcile.kinds import NAMES
from opdeplank.reconcile.recognised import Candidate, Thing, candidates

ID = re.compile(r"[a-z]+:[a-z0-9-]+")
CODE = re.compile(r"GM\d{4}", re.IGNORECASE)
LOOKED_AT = 15
"""Things that are looked at for each name."""
AT_ONCE = 100
"""Ids in one question."""
LONGEST = 200


@dataclass(frozen=True)
class Wanted:
    """One row: its name, the kinds it may be of, and what else the row says. `most` candidates."""

    text: str
    kinds: Sequence[str]
    given: Mapping[str, Sequence[str]]
    most: int


class LookUpNames:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(self, wanted: Sequence[Wanted], caller: str | None) -> list[list[Candidate]]:
        """The candidates of each row; raises Unanswered."""
        ids = await asyncio.gather(*(self._ids(each, caller) for each in wanted))
        things = await self.things({key for each in ids for key in each}, caller)
        return [self._of_row(each, keys, things) for each, keys in zip(wanted, ids, strict=True)]

    @staticmethod
    def _of_row(wanted: Wanted, keys: Iterable[str], things: Mapping[str, Thing]) -> list[Candidate]:
        found = (things[key] for key in keys if key in things and things[key]["__typename"] in wanted.kinds)
        return candidates(wanted.text, found, wanted.given)[: wanted.most]

    async def things(self, keys: Iterable[str], caller: str | None) -> dict[str, Thing]:
        """Those of these that everybody sees, by the id that was asked."""
        asked = sorted(keys)
        found: dict[str, Thing] = {}
        for start in range(0, len(asked), AT_ONCE):
            some = asked[start : start + AT_ONCE]
            nodes = (await self._desk.ask("herken-dingen", caller, ids=some))["nodes"]
            found |= {key: node for key, node in zip(some, nodes, strict=True) if node and node["__typename"] in NAMES}
        return found

    async def beginning(self, prefix: str, kinds: Sequence[str], most: int, caller: str | None) -> list[Thing]:
        """The things whose name begins so, or whose id it is."""
        ids = await self._ids(Wanted(prefix, kinds, {}, most), caller, most)
        things = await self.things(ids, caller)
        return [things[key] for key in ids if key in things and things[key]["__typename"] in kinds][:most]

    async def _ids(self, wanted: Wanted, caller: str | None, most: int = LOOKED_AT) -> list[str]:
        text = wanted.text.strip()[:LONGEST]
        keys = [text] if ID.fullmatch(text) else []
        if CODE.fullmatch(text):
            keys.append(f"gemeente:{text.lower()}")
        if not text:
            return []
        types = [kind.upper() for kind in wanted.kinds]
        found: Mapping[str, Any] = await self._desk.ask("herken", caller, term=text, typen=types, first=most)
        near = found["zoek"]["bedoeldeU"]
        if near and not found["suggesties"] and not found["zoek"]["nodes"]:  # a letter is wrong
            found = await self._desk.ask("herken", caller, term=near, typen=types, first=most)
        keys += [each["id"] for each in found["suggesties"]] + [each["id"] for each in found["zoek"]["nodes"]]
        return list(dict.fromkeys(keys))
