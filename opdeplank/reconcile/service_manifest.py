"""What this service can, as OpenRefine asks it first."""

from typing import Any

from opdeplank import VERSIE
from opdeplank.http.site import Site
from opdeplank.reconcile import extension
from opdeplank.reconcile.kinds import NAMES

BASE = "/reconcile"
VERSION = "0.2"
MOST_AT_ONCE = 50
"""Rows in one batch."""
WIDTH, HEIGHT = 420, 260
"""Of the window with a preview, in pixels."""


def manifest(at: Site) -> dict[str, Any]:
    base = at.whole(BASE)
    return {
        "versions": [VERSION],
        "name": "Op de Plank",
        "identifierSpace": f"{base}/ding?id=",
        "schemaSpace": at.whole("/schema.graphql"),
        "documentation": at.whole("/gegevens"),
        "serviceVersion": VERSIE,
        "defaultTypes": types(),
        "view": {"url": f"{base}/ding?id={{{{id}}}}"},
        "preview": {"url": f"{base}/voorbeeld?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {
            name: {"service_url": base, "service_path": f"/suggest/{name}"} for name in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/eigenschappen"},
            "property_settings": [
                {
                    "name": extension.SETTING, "label": "Hoogstens", "type": "number", "default": extension.STANDARD,
                    "help_text": "Hoeveel waarden je van een eigenschap met meer waarden wilt",
                }
            ],
        },
        "batchSize": MOST_AT_ONCE,
    }  # fmt: skip


def types() -> list[dict[str, str]]:
    return [{"id": kind, "name": name} for kind, name in NAMES.items()]
