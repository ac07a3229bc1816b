"""What a gemeente reports about itself: what it applies, what it runs into. It counts at once; nobody looked at it yet.
The programme reports for any gemeente, and how a traject is doing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.contents import gemeente_names
from graph.contents.namesakes import namesakes
from graph.contents.progress_reports import last_day
from graph.domain.vocabulary import Rol, ToepassingStatus
from graph.dutch.collation import fold, slug
from loaders.documents.document import digest
from loaders.names.similar_names import alike
from loaders.report.faults import CONFLICT, Fault, NotDone, forbidden, not_found, wrong
from loaders.report.letter import Entry
from loaders.report.reporter import Reporter
from loaders.report.reporting import Report, put
from schema.mutations.mutation import Arguments

ENDED = ToepassingStatus.GESTOPT.name
MOST_CANDIDATES = 10
DOUBLE = (
    "Er is al iets met (bijna) deze naam. Is het hetzelfde, gebruik dan die id. Is het iets anders, zeg `ookAlsDubbel`."
)


async def gemeente_of(who: Reporter, key: Mapping[str, Any] | None) -> str:
    """The gemeente that it is about: by default one's own, and for a gemeente no other."""
    pad = ("invoer", "gemeente")
    own = who.viewer.gemeente
    if not key:
        if own is None:
            raise wrong("Zeg om welke gemeente het gaat.", *pad)
        return own
    how, value = next(iter(key.items()))
    found = str(value) if how == "id" else f"gemeente:{str(value).lower()}"
    if how == "naam":
        named = await gemeente_names.called(who.run, str(value)[:300])
        if len(named) != 1:
            raise wrong("Geef de code of de id van de gemeente: deze naam is niet van precies één.", *pad)
        found = named[0]
    if who.viewer.role is Rol.GEMEENTE and found != own:
        raise forbidden("Je kunt alleen melden voor je eigen gemeente.", pad)
    if not found.startswith("gemeente:"):
        raise NotDone([not_found(found, pad)])
    return found


async def toepassing(who: Reporter, given: Arguments) -> dict[str, Any]:
    """A gemeente applies something, or stopped; then with the reason."""
    said = dict(given["invoer"])
    gemeente = await gemeente_of(who, said.pop("gemeente", None))
    status, ended = said["status"], said["status"] == ENDED
    if ended and not said.get("redenGestopt"):
        raise wrong("Zeg in `redenGestopt` waarom de gemeente stopte: daar heeft een ander wat aan.", "invoer")
    if not ended and (said.get("redenGestopt") or said.get("tot")):
        raise wrong(f"`redenGestopt` en `tot` horen bij de status {ENDED}.", "invoer")
    if ended:
        said.setdefault("tot", who.hand.op[:10])
    if said.get("sinds") and said.get("tot") and date.fromisoformat(said["tot"]) < date.fromisoformat(said["sinds"]):
        raise wrong("`tot` ligt voor `sinds`.", "invoer", "tot")
    report = Report(
        f"Melding: {gemeente} en {said['oplossing']}, {status}",
        [Entry("toepassing", {"gemeente": gemeente, **said})],
        given.get("verwachteVersie"),
        () if ended else ("tot", "redenGestopt"),
    )
    return {"toepassing": (await put(who, report)).thing}


async def knelpunt(who: Reporter, given: Arguments) -> dict[str, Any]:
    """A gemeente runs into something that is known, or that nobody named yet; or no longer does."""
    said = dict(given["invoer"])
    gemeente = await gemeente_of(who, said.pop("gemeente", None))
    known, reason = said.pop("knelpunt", None), said.pop("redenVoorbij", None)
    about = {name: said.pop(name, None) for name in ("sinds", "ernst")}
    ernst = about["ernst"]
    if ernst is not None and not 1 <= ernst <= 5:
        raise wrong("`ernst` is een getal van 1 (licht) tot en met 5 (zwaar).", "invoer", "ernst")
    if (known is None) == (said.get("titel") is None):
        raise wrong("Noem een bekend `knelpunt`, of geef een `titel` als het er nog niet is.", "invoer")
    if known is not None and said:
        raise wrong("De tekst van een bekend knelpunt verandert alleen het Programmabureau.", "invoer")
    key = known if known is not None else await _new(who, said, bool(given.get("ookAlsDubbel")))
    entries = [] if known is not None else [Entry("knelpunt", {"id": key, **said})]
    tie = {"relatie": "ERVAART", "van": gemeente, "naar": key, **about}
    entries.append(Entry("relatie", tie, names={"naar": "knelpunt", "van": "gemeente"}))
    if reason is not None and known is None:
        raise wrong("`redenVoorbij` hoort bij een bekend `knelpunt`.", "invoer", "redenVoorbij")
    if reason is None:
        await put(who, Report(f"Melding: {gemeente} ervaart {key}", entries))
    else:
        title = f"Melding: {gemeente} ervaart {key} niet meer: {reason[:200]}"
        await put(who, Report(title, entries, over=frozenset(("ERVAART",))))
    return {"knelpunt": key}


async def _new(who: Reporter, said: Mapping[str, Any], though_double: bool) -> str:
    """The id of a new knelpunt. Raises NotDone when there may be one already, unless it is meant to be another."""
    node = who.model.nodes["Knelpunt"]
    await refuse_double(who, "Knelpunt", [said["titel"], *(said.get("synoniemen") or ())], though_double)
    made = slug(str(said["titel"]))[:80].strip("-")
    if not made:
        raise wrong("Schrijf in `titel` in woorden waar het om gaat.", "invoer", "titel")
    return f"{node.prefix}:{made}-{digest(f'{who.number} {made}')[:6]}"


async def refuse_double(who: Reporter, type_name: str, names: list[str], though_double: bool, but: str = "") -> None:
    """Nobody else writes now, so of two who report the same at once the second finds what the first made."""
    if though_double:
        return
    found = await namesakes(who.run, who.model.nodes[type_name], names, not who.inside)
    asked = [fold(name) for name in names]
    near = [each.id for each in found if any(alike(one, other) for one in asked for other in each.names)]
    if others := sorted(key for key in near if key != but):
        raise NotDone([Fault(DOUBLE, ("invoer", "titel"), CONFLICT, "MogelijkDubbel", _candidates(others))])


def _candidates(ids: list[str]) -> dict[str, Any]:
    shown = ids[:MOST_CANDIDATES]
    return {"kandidaten": shown, "aantalKandidaten": len(shown)}


async def voortgang(who: Reporter, given: Arguments) -> dict[str, Any]:
    """How a traject is doing on a day; its status becomes what the report says."""
    said = dict(given["invoer"])
    traject, op = str(said["traject"]), said.setdefault("op", who.hand.op[:10])
    key = f"voortgang:{traject.partition(':')[2]}-{op}-{digest(str(said['tekst']))[:6]}"
    entries = [Entry("voortgang", {"id": key, **said})]
    last = await last_day(who.run, traject) if said.get("status") else None
    if last is not None and last <= op:
        entries.append(Entry("traject", {"id": traject, "status": said["status"]}))
    await put(who, Report(f"Voortgang van {traject} op {op}", entries))
    return {"voortgang": key}
