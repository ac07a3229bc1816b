"""Old ids in a request: of what was merged with something else, the thing it became answers.

Only where nothing was found are the ids of the request looked up among the old ones, so that an id that exists costs
nothing extra.
"""

from collections.abc import Container, Iterator, Mapping
from typing import Any

from graph.contents import old_ids
from graph.engine.store import Store


def misses(data: Mapping[str, object], later: Container[str] = (), filtered: Container[str] = ()) -> bool:
    """Whether something that was asked by its key is not there, or a list that is `filtered` is empty: its filter may
    hold an old key. What is filled in `later` does not count."""
    return any(
        (_missing(value) and key not in later) or (key in filtered and _empty(value)) for key, value in data.items()
    )


def _missing(value: object) -> bool:
    return value is None or (isinstance(value, list) and None in value)


def _empty(page: object) -> bool:
    return page == [] or (isinstance(page, Mapping) and any(part == [] or part == 0 for part in page.values()))


async def renamed(store: Store, values: object) -> dict[str, str]:
    """The present ids of the old ones among these values."""
    ids = {*_ids(values)}
    return await old_ids.now(store.rows, ids) if ids else {}


def present(value: object, now: Mapping[str, str]) -> Any:
    """The value with present ids in the place of old ones."""
    if isinstance(value, str):
        return now.get(value, value)
    if isinstance(value, Mapping):
        return {key: present(v, now) for key, v in value.items()}
    return [present(v, now) for v in value] if isinstance(value, list | tuple) else value


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, str) and ":" in value:
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _ids(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _ids(each)
