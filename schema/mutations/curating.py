"""What the programme does with what is there: publish and withdraw, merge, confirm, and take a load back."""

from typing import Any

from graph.contents import evidence, existing
from graph.cypher.rows import EdgeRow, NodeRow
from graph.domain import publication
from graph.domain.vocabulary import PublicatieStatus as Status
from graph.errors import GraphError, NotFound, StoreError
from loaders.curate.merge_things import merge_within
from loaders.load.changes import Turn
from loaders.load.difference import Difference
from loaders.load.single import write_one
from loaders.load.undo import Putting, undo_within
from loaders.report import meanwhile
from loaders.report.faults import CONFLICT, Fault, NotDone, not_found, wrong
from loaders.report.letter import Entry
from loaders.report.reporter import Reporter
from loaders.report.reporting import Report, put
from schema.mutations.mutation import NOTHING, Arguments


async def publicatie(who: Reporter, given: Arguments) -> dict[str, Any]:
    """Take a thing one step further or back, with the reason and with what comes in its place."""
    key, wanted = str(given["id"]), Status[given["naar"]]
    known = await _known(who, key, "id")
    reason, instead = given.get("reden"), given.get("vervangenDoor")
    _check_step(Status[str(known["publicatieStatus"])], wanted, reason, instead)
    if instead is not None:
        other = await _known(who, str(instead), "vervangenDoor")
        if other["id"] == key:
            raise wrong("Iets kan niet door zichzelf zijn vervangen.", "vervangenDoor")
        instead = str(other["id"])
    node = who.model.by_prefix(key)
    assert node is not None
    fields = {
        "id": key, "publicatieStatus": wanted.name, "publicatieReden": reason, "vervangenDoor": instead,
    }  # fmt: skip
    names = {"publicatieStatus": "naar", "publicatieReden": "reden"}
    emptied = [name for name in ("publicatieReden", "vervangenDoor") if fields[name] is None]
    title = f"Publicatie van {key}: {wanted.name}"
    entry = Entry(node.prefix, fields, (), names)
    made = await put(who, Report(title, [entry], given["verwachteVersie"], emptied))
    return {"entiteit": made.thing}


def _check_step(now: Status, wanted: Status, reason: str | None, instead: str | None) -> None:
    if wanted is now:
        raise NotDone([Fault(f"Het is al {now.name}.", ("naar",), CONFLICT)])
    taken = publication.step(now, wanted)
    if taken is None:
        possible = " of ".join(each.name for each in publication.onward(now))
        raise wrong(f"Van {now.name} kun je naar {possible}, niet naar {wanted.name}.", "naar")
    if taken.reden and not reason:
        raise wrong("Zeg in `reden` waarom je het intrekt: wie het adres opent, leest dat.", "reden")
    if instead is not None and not taken.vervanging:
        raise wrong("`vervangenDoor` hoort bij intrekken.", "vervangenDoor")


async def _known(who: Reporter, key: str, argument: str) -> dict[str, Any]:
    node = who.model.by_prefix(key)
    found = await existing.nodes(who.run, node, [key]) if node is not None and node.is_entity else {}
    if key not in found:
        raise NotDone([not_found(key, (argument,))])
    return found[key]


async def samenvoegen(who: Reporter, given: Arguments) -> dict[str, Any]:
    """Several things become the first."""
    behoud, opgaan = str(given["behoud"]), [str(key) for key in given["opgaan"]]
    known = await _known(who, behoud, "behoud")
    for number, key in enumerate(opgaan):
        await _known(who, key, f"opgaan.{number}")
    if (version := given.get("verwachteVersie")) is not None and version != known["versie"]:
        raise NotDone([meanwhile.moved_on(int(known["versie"]), version)])
    await _as_fault(merge_within(who.run.run, who.model, [behoud, *opgaan], who.hand))
    return {"entiteit": behoud}


async def terugdraaien(who: Reporter, given: Arguments) -> dict[str, Any]:
    """Take a load back, whole or not at all."""
    key = str(given["lading"])
    _, told = await _as_fault(undo_within(who.run.run, who.model, key, Putting(who.hand, who.embedded)), ("lading",))
    return {
        "lading": key,
        "telling": {**NOTHING, "bijgewerkt": len(told)},
        "verschil": told,
        "aantalVerschil": len(told),
    }


async def _as_fault(work: Any, pad: tuple[str, ...] = ()) -> Any:
    """What cannot be done is said as data; what the database refuses is not."""
    try:
        return await work
    except NotFound as error:
        raise NotDone([Fault(error.melding, pad, "NOT_FOUND", "NietGevonden")]) from error
    except StoreError:
        raise
    except GraphError as error:
        raise NotDone([Fault(error.melding, pad, CONFLICT)]) from error


async def bevestigen(who: Reporter, given: Arguments) -> dict[str, Any]:
    """Say of a passage that it says so indeed, or take that back."""
    key, confirmed = str(given["id"]), bool(given["bevestigd"])
    found = await evidence.stated(who.run, key)
    if found is None:
        raise NotDone([not_found(key, ("id",))])
    known, thing = found
    node, edge = who.model.nodes["Vermelding"], who.model.relationships["BLIJKT_UIT"]
    if bool(known.get("bevestigd")) is not confirmed:
        row = NodeRow(node, key, {**known, "bevestigd": confirmed})
        difference = Difference(nodes=[row], before_nodes={key: NodeRow(node, key, known)})
        looked = Turn(EdgeRow(edge, thing, key, key, {}), None if confirmed else {}, {} if confirmed else None)
        await write_one(who.run, who.model, who.hand, who.number, difference, [looked])
    return {"entiteit": thing}
