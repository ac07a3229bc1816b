"""The picture as the page hands it to the browser: where its data are, what it says to who does not see it."""

import json
from typing import Any
from urllib.parse import quote

from opdeplank.display.display import several
from opdeplank.graphql.registered import by_name
from opdeplank.http.site import Site
from opdeplank.pages.explore import picture_query
from opdeplank.pages.explore.exploring import Bekeken
from opdeplank.pages.explore.nearby_things import Omgeving, kinds_in, told
from opdeplank.pages.explore.relation_words import KINDS, SHAPES


def shown(seen: Bekeken, at: Site) -> dict[str, Any]:
    """What the template needs besides the view itself."""
    kinds = [*kinds_in(seen.dingen), *(each["__typename"] for path in seen.paden for each in path.dingen)]
    questions = picture_query.pictures(seen.dingen, seen.wens.naar if seen.paden else "")
    return {
        "bronnen": [at.link(each) for each in _sources(seen)],
        "label": _label(seen),
        "naar_naam": seen.paden[0].dingen[-1]["weergavenaam"] if seen.paden else seen.wens.naar,
        "soorten": [(KINDS[kind][0], SHAPES.get(kind, "zeshoek")) for kind in dict.fromkeys(kinds)],
        "soort": KINDS[seen.ding.soort][0],
        "suggesties": by_name("suggesties").id,
        "vragen": [(text, at.link(picture_query.graphiql(text))) for text in questions],
    }


def _sources(seen: Bekeken) -> list[str]:
    """The addresses of the API that together give the picture: one for each opened thing, and one for the paths."""
    found = []
    for thing in seen.dingen:
        operation = picture_query.operation(thing.id.partition(":")[0])
        assert operation is not None
        found.append(_address(operation.id, {"id": thing.id}))
    if seen.paden:
        found.append(_address(by_name("paden").id, {"van": seen.wens.van, "naar": seen.wens.naar}))
    return found


def _address(document: str, variables: dict[str, Any]) -> str:
    return f"/graphql?documentId={document}&variables={quote(json.dumps(variables, separators=(',', ':')))}"


def _label(seen: Bekeken) -> str:
    """`Buurtcirkel met 10 buren: 5 gemeenten, 3 thema’s, 1 organisatie en 1 knelpunt.`"""
    said = [_around(seen.ding)]
    said += [f"Ook getekend: {_around(thing)}" for thing in seen.dingen[1:]]
    if seen.paden:
        path = seen.paden[0]
        ends = path.dingen[0]["weergavenaam"], path.dingen[-1]["weergavenaam"]
        said.append(f"Het kortste pad van {ends[0]} naar {ends[1]} is {several(path.lengte, 'stap', 'stappen')} lang.")
    return " ".join(said)


def _around(thing: Omgeving) -> str:
    counts = kinds_in([thing])
    counts[thing.soort] -= 1
    rest = {kind: count for kind, count in counts.items() if count}
    if not rest:
        return f"{thing.naam} heeft geen buren."
    return f"{thing.naam} met {several(sum(rest.values()), 'buur', 'buren')}: {told(rest)}."
