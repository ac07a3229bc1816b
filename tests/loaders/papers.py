"""Documents for the tests of the loader, all made up, and a picture of the whole graph to compare before and after."""

from pathlib import Path
from typing import Any

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep.constraints import ensure
from loaders.load.apply import apply
from loaders.load.receipt import Bon
from loaders.proposal.intake import Intake, take_in

BASE = """\
bron: {titel: Register van de tests, url: "https://voorbeeld.test/register", datum: 2020-01-31}
feiten:
  - {soort: gemeente, code: GM9001, naam: Waterdam, ookBekendAls: [Waterdam aan Zee], provincie: Zeeland}
  - {soort: gemeente, code: GM9002, naam: Bergen (NH.)}
  - {soort: gemeente, code: GM9003, naam: Bergen (L.)}
  - {soort: departement, id: "departement:bos", naam: Ministerie van Bos en Water, afkorting: BEW}
  - {soort: organisatie, id: "organisatie:raad-van-wijzen", naam: Raad van Wijzen, soortOrganisatie: overlegorgaan}
  - {soort: organisatie, id: "organisatie:koepel", naam: Koepel, voluit: Koepel van Gemeenten}
  - {soort: thema, naam: Schulden}
  - {soort: knelpunt, id: "knelpunt:wachten", titel: Mensen wachten te lang, themas: ["thema:schulden"]}
"""
SOLUTION = """\
# een oplossing met alles erop en eraan
feiten:
  - soort: oplossing
    externeSleutel: opl-1
    titel: Éénloket Ñandu
    synoniemen: [balie, loket voor alles]
    rijpheid: BEPROEFD
    overneembaarheid: {doorlooptijdWeken: 12, benodigd: [balie, geduld]}
    materialen:
      - {titel: Handleiding, url: "https://voorbeeld.test/h.pdf", soort: handleiding}
    themas: [thema:schulden]
    knelpunten: [knelpunt:wachten]
    ontwikkeldDoor: [Waterdam]
    contact: [Ria de Wit]
    toepassingen:
      - {gemeente: Waterdam, status: IN_GEBRUIK, sinds: 2019-05-01}
    bronnen:
      - {url: "https://voorbeeld.test/nieuws", zegt: Het loket draait in Waterdam., datum: 2021-03-01, over: [rijpheid]}
      - {url: "https://voorbeeld.test/blog", zegt: Een blog over het loket.}
"""
LIST = """\
Wie zijn de leden?

Leden van de Raad zijn:
Anna de Wit – wethouder, gemeente Waterdam
Bram Oud – Voorzitter Koepel & Directeur Bos – ministerie van BEW
De Raad van Wijzen vergadert elke maand.
"""


def write(folder: Path, **files: str) -> list[Path]:
    """`write(tmp_path, oplossing_yaml=…)` -> oplossing.yaml."""
    made = []
    for name, text in files.items():
        path = folder / ".".join(name.rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        made.append(path)
    return made


async def read(store: Store, paths: list[Path]) -> Intake:
    return await take_in(store.rows, MODEL, paths)


async def load(store: Store, paths: list[Path], door: str = "tester") -> Bon:
    intake = await read(store, paths)
    assert not intake.refusals, [str(r) for r in intake.refusals]
    return await apply(store, MODEL, intake.proposal, door)


async def base(store: Store, folder: Path) -> Bon:
    """An indexed graph with a few things in it."""
    await ensure(store, MODEL)
    return await load(store, write(folder, basis_yaml=BASE))


async def picture(store: Store) -> list[Any]:
    """Every node and relationship with all of its properties. Not what only ever grows: the receipts, the history, the
    version of the graph."""
    nodes = await store.rows(
        "MATCH (n) WHERE NOT n:Lading AND NOT n:Meta AND NOT n:Wijziging "
        "RETURN labels(n) AS l, properties(n) AS p ORDER BY n.id",
        {},
    )
    edges = await store.rows(
        "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r) AS p ORDER BY a.id, type(r), b.id, r.id", {}
    )
    return [[[sorted(labels), dict(sorted(p.items()))] for labels, p in nodes], edges]
