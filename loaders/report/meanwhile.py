"""What happened to a thing since somebody looked at it, field by field.

Two people who change different fields do not stand in each other's way. Where both changed the same field to something
else, the second is told who it was, when, what stands there now and what he wanted to write.
"""

from collections.abc import Mapping
from typing import Any

from graph.contents import history
from graph.contents.history import Touched
from loaders.load.changes import shown
from loaders.records.things import WRITTEN_BY_US
from loaders.report.faults import CONFLICT, Fault, NotDone, Path
from loaders.report.reporter import Reporter

MEANWHILE = "Een ander veranderde dit intussen: {}. Kijk wat er nu staat, en zeg opnieuw wat je wilt."
Properties = Mapping[str, Any]


async def check(who: Reporter, version: int, known: Properties, given: Properties, names: Mapping[str, str]) -> None:
    """Raises NotDone when something that is now `given` was changed by another after this version. `names`: what the
    arguments call a property, when that is something else."""
    current = int(known["versie"])
    if version == current:
        return
    pad = ("verwachteVersie",)
    if version > current or version < 1:
        raise NotDone([Fault(f"Versie {version} is er niet; de laatste is {current}. Lees eerst opnieuw.", pad)])
    mine = {n: v for n, v in given.items() if n not in WRITTEN_BY_US and n != "id" and known.get(n) != v}
    since = await history.since(who.run, str(known["id"]), version)
    strict = not since.complete and mine
    touched = [name for name in mine if strict or name in since.last]
    fields = [_field(who, since.last.get(n), names.get(n, n), known.get(n), mine[n]) for n in touched]
    if fields:
        raise NotDone([_conflict(fields, current, pad)])


def _field(who: Reporter, last: Touched | None, name: str, theirs: Any, mine: Any) -> dict[str, Any]:
    return {
        "veld": name,
        "wie": last.rol if last else None,
        "door": last.door if last and who.inside else None,
        "op": last.op if last else None,
        "hunWaarde": shown(theirs),
        "jouwWaarde": shown(mine),
    }


def moved_on(current: int, version: int) -> Fault:
    """For what is done to a thing as a whole: any change in between counts."""
    text = f"Dit is intussen versie {current}, en jij zag versie {version}. Kijk wat er nu staat, en zeg het opnieuw."
    return Fault(text, ("verwachteVersie",), CONFLICT, "VersieConflict", {"huidigeVersie": current, "velden": []})


def _conflict(fields: list[dict[str, Any]], current: int, pad: Path) -> Fault:
    names = ", ".join(each["veld"] for each in fields)
    extra = {"huidigeVersie": current, "velden": fields}
    return Fault(MEANWHILE.format(names), pad, CONFLICT, "VersieConflict", extra)
