"""Many things at once: the sources, what they say of knelpunten and oplossingen, and the relations between things."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.contents import existing
from graph.domain.web_address import is_web_address
from graph.dutch.phrasing import some
from loaders.documents.document import document_id
from loaders.proposal.proposal import Source
from loaders.report.faults import Fault, NotDone, wrong
from loaders.report.letter import Entry
from loaders.report.reporter import Reporter
from loaders.report.reporting import Put, Report, put
from schema.mutations.mutation import NOTHING, TRIED, Arguments
from schema.mutations.recording import certainty, entry, free_id, proofs

SKIP = "SLA_OVER"
HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
LISTS = {"knelpunten": "Knelpunt", "oplossingen": "Oplossing"}
Said = Mapping[str, Any]


async def laad(who: Reporter, given: Arguments) -> dict[str, Any]:
    """All of it, or with SLA_OVER all that has no mistake in it."""
    said = given["invoer"]
    sources = await _new(who, [_source(each, number) for number, each in enumerate(said["bronnen"])])
    entries = await _entries(who, said)
    if not entries:
        raise wrong("Er staat niets in om te laden: geef knelpunten, oplossingen of relaties.", "invoer")
    title = f"Lading via de API: {some(len(entries), 'feit', 'feiten')}"
    made, faults = await _put(who, Report(title, entries, sources=sources), said.get("bijFout") == SKIP)
    bon, tried = made.bon, bool(said.get("proefdraai"))
    return {
        "lading": None if tried else bon.lading,
        "telling": {name: getattr(bon, name) for name in NOTHING},
        "verschil": bon.told,
        "aantalVerschil": len(bon.told),
        "fouten": faults,
        TRIED: tried,
    }


async def _put(who: Reporter, report: Report, skip: bool) -> tuple[Put, list[Fault]]:
    """What was written, and what was left out because of a mistake in it."""
    faults: list[Fault] = []
    while True:
        try:
            return await put(who, report), faults
        except NotDone as error:
            bad = {fault.pad[:3] for fault in error.faults}
            left = [each for each in report.entries if each.pad not in bad]
            if not skip or not left or len(left) == len(report.entries):
                raise NotDone([*faults, *error.faults]) from error
            faults += error.faults
            report = replace(report, entries=left)


def _source(said: Said, number: int) -> Source:
    sha256 = str(said["sha256"]).lower()
    if not HASH.fullmatch(sha256):
        raise wrong("`sha256` is een vingerafdruk van 64 cijfers en letters.", "invoer", "bronnen", str(number))
    url = said.get("url")
    if url is not None and not is_web_address(url):
        raise wrong("`url` is geen webadres; begin met https://", "invoer", "bronnen", str(number))
    return Source(document_id(sha256), None, sha256, 0, said["titel"], said.get("datum"), said["soort"], url)


async def _new(who: Reporter, sources: Sequence[Source]) -> list[Source]:
    """Those that are not there yet; of the others the graph knows more than we are told."""
    there = await existing.nodes(who.run, who.model.nodes["Bron"], (source.id for source in sources))
    return [source for source in {each.id: each for each in sources}.values() if source.id not in there]


async def _entries(who: Reporter, said: Said) -> list[Entry]:
    ids = await _ids(who, said)
    made = [
        entry(who.model.nodes[kind], _with_ids(each, ids), ids[each["externeSleutel"]], name, str(number))
        for name, kind in LISTS.items()
        for number, each in enumerate(said.get(name) or ())
    ]
    return made + [_relation(each, ids, number) for number, each in enumerate(said.get("relaties") or ())]


async def _ids(who: Reporter, said: Said) -> dict[str, str]:
    """The id of each thing by its key from outside: the one that it has, or a new one."""
    found: dict[str, str] = {}
    for name, kind in LISTS.items():
        node, given = who.model.nodes[kind], said.get(name) or ()
        found |= await existing.holders(who.run, node, "externeSleutel", [each["externeSleutel"] for each in given])
        for each in given:
            if each["externeSleutel"] not in found:
                key = await free_id(who, node, each["titel"])
                taken = key in found.values()
                found[each["externeSleutel"]] = f"{key}-{who.number}-{len(found)}" if taken else key
    return found


def _with_ids(said: Said, ids: Mapping[str, str]) -> dict[str, Any]:
    """With the ids of what is named by its key from outside."""
    named = {name: [ids.get(key, key) for key in said[name]] for name in ("lostOp",) if said.get(name)}
    return {**said, **named}


def _relation(said: Said, ids: Mapping[str, str], number: int) -> Entry:
    own: Sequence[Said] = said.get("eigenschappen") or ()
    fields = {
        "relatie": said["soort"], "van": ids.get(said["van"], said["van"]), "naar": ids.get(said["naar"], said["naar"]),
        **{("vanaf" if each["naam"] == "van" else each["naam"]): each["waarde"] for each in own},
    }  # fmt: skip
    rests = said["onderbouwing"]
    pad = ("invoer", "relaties", str(number))
    return Entry("relatie", fields, pad, {"relatie": "soort"}, proofs(rests), certainty(rests))
