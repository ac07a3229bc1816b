"""For each registered operation that has variables: values that it can be asked with, and that give an answer.

They stand on /gegevens as a link. A test asks them all.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import orjson

from opdeplank.graphql.registered import Registered

GIVEN: Mapping[str, Mapping[str, Any]] = {
    "antwoord": {"vraag": "jongere met schulden kan niet verder met school", "gemeente": {"code": "GM0153"}},
    "bladwijzer": {"vraag": "jongere met schulden", "first": 5},
    "bladGemeente": {"sleutel": {"code": "GM0153"}},
    "bladKnelpunt": {"sleutel": {"slug": "aanmaningen-van-de-gemeente-maken-schulden-groter"}},
    "bladOplossing": {"sleutel": {"slug": "jongeren-perspectief-fonds"}},
    "bladThema": {"sleutel": {"slug": "armoede"}},
    "bladOnderwerp": {"sleutel": {"slug": "jeugdhulp"}},
    "bladTraject": {"sleutel": {"slug": "overgang-naar-volwassenheid"}},
    "ding": {"id": "oplossing:jongeren-perspectief-fonds"},
    "gebruik": {"oplossing": {"slug": "jongeren-perspectief-fonds"}, "gemeente": "gemeente:gm0153"},
    "gemeente": {"sleutel": {"naam": "Enschede"}},
    "herken": {"term": "Enschede", "typen": ["GEMEENTE"]},
    "herkenDingen": {"ids": ["gemeente:gm0153"]},
    "oplossing": {"id": "oplossing:jongeren-perspectief-fonds"},
    "pasklaar": {"vraag": "jongere met schulden", "first": 3},
    "suggesties": {"term": "schuld"},
    "aantalOplossingen": {"filter": {"thema": {"enige": {"id": ["thema:schulden"]}}}},
    "facetKnelpunten": {"velden": ["THEMA", "ROUTE"]},
    "facetOplossingen": {"velden": ["THEMA", "RIJPHEID"]},
    "widgetGebruik": {"gemeente": ["GM0344"]},
    "widgetGemeente": {"gemeente": {"code": "GM0344"}},
    "widgetThema": {"thema": "thema:schulden"},
    "paden": {"van": "oplossing:buurtcirkel", "naar": "departement:mnre1025"},
    "verkenBeleidskader": {"id": "beleidskader:samen-denken-samen-doen"},
    "verkenDepartement": {"id": "departement:mnre1025"},
    "verkenGemeente": {"id": "gemeente:gm0344"},
    "verkenKnelpunt": {"id": "knelpunt:een-schuldregeling-duurt-te-lang"},
    "verkenOnderwerp": {"id": "onderwerp:jeugdhulp"},
    "verkenOplossing": {"id": "oplossing:buurtcirkel"},
    "verkenOrganisatie": {"id": "organisatie:abn-amro"},
    "verkenPersoon": {"id": "persoon:theo-berben"},
    "verkenThema": {"id": "thema:schulden"},
    "verkenTraject": {"id": "traject:basis-van-de-arbeidsmarkt"},
    "verkenUitvoeringsprogramma": {"id": "uitvoeringsprogramma:samen-denken-samen-doen-armoede"},
    "verkenWet": {"id": "wet:alcoholwet"},
    "widget": {"vraag": "gezin zonder steun", "gemeente": {"code": "GM0344"}},
}


def example(operation: Registered) -> Mapping[str, Any]:
    """The variables of the example; none when it needs none."""
    return GIVEN.get(operation.name, {})


def address(operation: Registered) -> str:
    """The example as a browser can open it."""
    asked = _given(operation)
    return f"/graphql?documentId={operation.id}{'&' if asked else ''}{asked}"


def asked_of_file(operation: Registered) -> str:
    """The same behind the address of a file."""
    asked = _given(operation)
    return f"?{asked}" if asked else ""


def _given(operation: Registered) -> str:
    given = example(operation)
    return f"variables={quote(orjson.dumps(given).decode())}" if given else ""
