"""One operation both ways: compiled, and by ordinary resolvers."""

import json
from collections.abc import Mapping
from difflib import unified_diff
from typing import Any

from tests.asking import Asker
from tests.plain.dump import Dump
from tests.plain.orders import plain_cursor
from tests.plain.resolvers import evaluate
from tests.plain.seen import INSIDE


async def same(ask: Asker, dump: Dump, query: str, variables: Mapping[str, Any] | None = None) -> Any:
    """Both give whoever the dump is for the same data, keys in the same order; returns the compiled answer."""
    answer = await ask(query, dump.role.name, **(variables or {}))
    unexpected = [e for e in answer.get("errors", ()) if e["extensions"]["code"] != "FORBIDDEN" or dump.role in INSIDE]
    assert not unexpected, (query, unexpected)
    data = answer["data"]
    wanted = evaluate(dump, query, variables)
    differences = [*unified_diff(shown(wanted), shown(pointing(data)), "resolvers", "compiled", lineterm="", n=4)]
    assert not differences, "\n".join([query, json.dumps(variables), *ask.sent, *differences[:60]])
    return data


def shown(data: Any) -> list[str]:
    """As lines, so that a difference shows where it is."""
    return json.dumps(data, indent=1, ensure_ascii=False).splitlines()


def pointing(data: Any) -> Any:
    """The data with, for each cursor, what it points at."""
    if isinstance(data, dict):
        return {key: pointing(value) for key, value in data.items()}
    if isinstance(data, list):
        return [pointing(value) for value in data]
    return plain_cursor(data)
