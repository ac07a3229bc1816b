"""What the programme records of knelpunten and oplossingen, each with what it rests on."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.contents import existing
from graph.contents.existing import nodes
from graph.domain.reader import NodeType
from graph.dutch.collation import slug
from loaders.facts.fact import Evidence
from loaders.report.faults import wrong
from loaders.report.letter import Entry
from loaders.report.reporter import Reporter
from loaders.report.reporting import Report, put
from schema.mutations.mutation import Arguments
from schema.mutations.reporting_own import refuse_double

CALLED: Mapping[str, Mapping[str, str]] = {"Oplossing": {"knelpunten": "lostOp"}}
"""What the arguments call a field of the graph, where that is another name."""


async def knelpunt(who: Reporter, given: Arguments) -> dict[str, Any]:
    return {"knelpunt": await _recorded(who, "Knelpunt", given)}


async def oplossing(who: Reporter, given: Arguments) -> dict[str, Any]:
    return {"oplossing": await _recorded(who, "Oplossing", given)}


async def _recorded(who: Reporter, type_name: str, given: Arguments) -> str:
    """The same key from outside is the same thing: it is made once, and changed after that."""
    node, said = who.model.nodes[type_name], given["invoer"]
    held = await existing.holders(who.run, node, "externeSleutel", [said["externeSleutel"]])
    key = held.get(said["externeSleutel"])
    if key is None:
        names = [said["titel"], *(said.get("synoniemen") or ())]
        await refuse_double(who, type_name, names, bool(given.get("ookAlsDubbel")))
        key = await free_id(who, node, said["titel"])
    report = Report(
        f"{type_name} {said['externeSleutel']}: {said['titel']}",
        [entry(node, said, key)],
        given.get("verwachteVersie"),
    )
    return (await put(who, report)).thing


def entry(node: NodeType, said: Mapping[str, Any], key: str, *pad: str) -> Entry:
    """The record of a thing, in the words of the graph."""
    called = CALLED.get(node.name, {})
    back = {theirs: ours for ours, theirs in called.items()}
    fields = {back.get(name, name): value for name, value in said.items() if name != "onderbouwing"}
    rests = said["onderbouwing"]
    return Entry(node.prefix, {"id": key, **fields}, ("invoer", *pad), called, proofs(rests), certainty(rests))


async def free_id(who: Reporter, node: NodeType, name: str) -> str:
    """An id made of the name, that nothing has yet."""
    made = slug(name)[:80].strip("-")
    if not made:
        raise wrong("Schrijf in `titel` in woorden waar het om gaat.", "invoer", "titel")
    wanted = [f"{node.prefix}:{made}", *(f"{node.prefix}:{made}-{number}" for number in range(2, 50))]
    taken = await nodes(who.run, node, wanted)
    return next((key for key in wanted if key not in taken), f"{node.prefix}:{made}-{who.number}")


def proofs(given: Iterable[Mapping[str, Any]]) -> list[Evidence]:
    """One passage for each source; where it stands in the source nobody knows."""
    found: dict[str, list[str]] = {}
    for each in given:
        found.setdefault(str(each["bron"]), []).append(_words(each))
    return [Evidence(source, 0, 0, "\n".join(filter(None, words))) for source, words in found.items()]


def _words(said: Mapping[str, Any]) -> str:
    page = f" (bladzijde {said['pagina']})" if said.get("pagina") is not None else ""
    return f"{said.get('passage') or ''}{page}".strip()


def certainty(given: Iterable[Mapping[str, Any]]) -> float:
    """How certain it is all together: as the surest source."""
    found = [float(each.get("zekerheid", 1.0)) for each in given]
    if any(not 0 <= each <= 1 for each in found):
        raise wrong("`zekerheid` is een getal van 0 tot en met 1.", "invoer", "onderbouwing")
    return max(found, default=1.0)
