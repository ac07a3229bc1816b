"""What a melding is about, as the Programmabureau sees it: what stands in the graph now, and what that rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.domain.viewer import Viewer
from opdeplank.display.display import address
from opdeplank.display.passages import Citaat, passages
from opdeplank.meldingen.melding import Melding
from opdeplank.pages.desk import Desk, Unanswered

PASSAGE = "{ passage onderbouwt regel bron { titel soort url datum } }"
ABOUT = f"""
query waarover($id: ID!) {{
  node(id: $id) {{
    id
    ... on Entiteit {{
      weergavenaam
      publicatieStatus
      gewijzigdOp
      herkomst(first: 25) {{ aantal nodes {PASSAGE} }}
    }}
    ... on Oplossing {{ samenvatting }}
    ... on Knelpunt {{ omschrijving }}
  }}
}}
"""
USE = f"""
query gebruikDoor($oplossing: EntiteitSleutel!, $gemeente: ID!) {{
  oplossing(sleutel: $oplossing) {{
    toepassingen(filter: {{ gemeente: {{ id: [$gemeente] }} }}, first: 1) {{
      nodes {{ status sinds tot redenGestopt resultaat herkomst(first: 10) {{ nodes {PASSAGE} }} }}
    }}
  }}
}}
"""


@dataclass(frozen=True)
class Beside:
    """`ding` is what it is about, `gemeente` who says so, `gebruik` what stands there of that gemeente and that
    oplossing. `weg` says why nothing can be shown."""

    ding: Mapping[str, Any] | None = None
    adres: str | None = None
    citaten: list[Citaat] = field(default_factory=list)
    gemeente: Mapping[str, Any] | None = None
    gebruik: Mapping[str, Any] | None = None
    gebruik_citaten: list[Citaat] = field(default_factory=list)
    weg: str = ""

    @property
    def tekst(self) -> str:
        """What the thing is, in its own words."""
        found = self.ding or {}
        return str(found.get("samenvatting") or found.get("omschrijving") or "")


async def beside(desk: Desk, viewer: Viewer, melding: Melding) -> Beside:
    """A melding can be read and answered while the database is away, so then this says that."""
    try:
        return await _looked_up(desk, viewer, melding)
    except Unanswered as error:
        return Beside(weg=error.passing.message if error.passing else str(error))


async def _looked_up(desk: Desk, viewer: Viewer, melding: Melding) -> Beside:
    thing = await _node(desk, viewer, melding.over)
    gemeente = await _node(desk, viewer, melding.gemeente)
    use: Mapping[str, Any] | None = None
    if thing and gemeente and str(thing["id"]).startswith("oplossing:"):
        asked = {"oplossing": {"id": thing["id"]}, "gemeente": gemeente["id"]}
        found = (await desk.ask_as(viewer, USE, **asked))["oplossing"]
        use = next(iter(found["toepassingen"]["nodes"]), None) if found else None
    return Beside(
        thing, address(thing["id"]) if thing else None, passages(thing["herkomst"]["nodes"]) if thing else [],
        gemeente, use, passages(use["herkomst"]["nodes"]) if use else [],
    )  # fmt: skip


async def _node(desk: Desk, viewer: Viewer, key: str | None) -> Mapping[str, Any] | None:
    """None when there is no such thing, also when nothing like it can be pointed at."""
    if not key:
        return None
    try:
        found: Mapping[str, Any] | None = (await desk.ask_as(viewer, ABOUT, id=key))["node"]
    except Unanswered as error:
        if error.passing:
            raise
        return None
    return found if found and "weergavenaam" in found else None
