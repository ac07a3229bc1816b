"""Whom to call and how many use it, as plain values of the API."""

from typing import Any

from graph.contact.belpunt import Belpunt
from graph.contact.uses import Telling


def belpunt(found: Belpunt) -> dict[str, Any]:
    """Belpunt as plain values."""
    return {
        "wie": found.wie,
        "rol": found.rollen[0].name,
        "rollen": [rol.name for rol in found.rollen],
        "uitleg": found.uitleg,
        "vraagNaar": found.vraag_naar,
        "telefoon": found.telefoon,
        "email": found.email,
        "website": found.website,
        "postadres": found.postadres,
        "partij": found.partij,
        "bron": found.bron,
    }


def telling(found: Telling) -> dict[str, Any]:
    """GebruikTelling as plain values."""
    return {
        "inGebruik": found.in_gebruik,
        "voorbereiding": found.voorbereiding,
        "overweegt": found.overweegt,
        "gestopt": found.gestopt,
        "onbekend": found.onbekend,
        "minstens": found.minstens,
        "compleet": found.compleet,
    }
