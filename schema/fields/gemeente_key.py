"""Which gemeente a look-up is asked for: the one way to point at yours, whatever the look-up is."""

from collections.abc import Mapping
from typing import Any

from graph.contents import gemeente_names
from graph.engine.store import Store
from graph.errors import NotFound
from schema.refusals import bad_input
from schema.request.binding import LONGEST_TERM


async def gemeente_id(store: Store, key: Mapping[str, Any] | None) -> str | None:
    """The id of a gemeente by a GemeenteSleutel. Raises NotFound, or BAD_USER_INPUT for a name that several have."""
    if not key:
        return None
    how, value = next(iter(key.items()))
    if how != "naam":
        return str(value) if how == "id" else f"gemeente:{value.lower()}"
    if len(value) > LONGEST_TERM:
        raise bad_input(f"`naam` heeft {len(value)} tekens; hoogstens {LONGEST_TERM} mag")
    found = await gemeente_names.called(store.rows, value)
    if len(found) > 1:
        raise bad_input(f"Er is meer dan één gemeente met de naam '{value[:80]}'; gebruik `code`")
    if not found:
        raise NotFound(f"Er is geen gemeente met de naam '{value[:80]}'; zoek haar op met `suggesties`")
    return found[0]
