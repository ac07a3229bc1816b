"""The arguments of every list in pages, which are the same for all of them: type, default and description by name."""

from types import GenericAlias
from typing import Any

from schema.request.limits import Budget

Arguments = dict[str, tuple[Any, Any, str]]
ORDINARY = Budget()
MOST = ORDINARY.most_per_page
FIRST = f"Hoeveel je er wilt, van voren geteld: hoogstens {MOST}, en {ORDINARY.page} zonder getal"
BEST = f"Hoeveel je er wilt, de beste eerst; hoogstens {MOST}"


def page_arguments(filters: type | None = None, sorts: type | None = None) -> Arguments:
    """`filters` and `sorts` are the input types of lists that have them."""
    found: Arguments = {}
    if filters is not None:
        found["filter"] = (filters | None, None, "Alleen wat hieraan voldoet")
    if sorts is not None:
        found["sorteer"] = (GenericAlias(list, (sorts,)) | None, None, "De volgorde; daarna op naam")
    return found | {
        "first": (int | None, None, FIRST),
        "after": (str | None, None, "Verder na deze wijzer"),
        "last": (int | None, None, "Hoeveel je er wilt, van achteren geteld"),
        "before": (str | None, None, "Terug vóór deze wijzer"),
    }


def best(default: int, text: str = BEST) -> Arguments:
    """Of a short list of what fits best, of which nobody asks a second page."""
    return {"first": (int | None, default, text)}
