"""Answers first: servers that do not say the same are not compared."""

from collections.abc import Callable, Sequence
from typing import Any

from bench.rig.asked import Operation
from bench.rig.load import bodies
from bench.rig.servers import Server

CHECKED = 6


def same_answers(
    operation: Operation, size: str, servers: Sequence[Server], text: Callable[[Server], str | None] = lambda _: None
) -> None:
    """Ask each server the same; the first one's answers are the measure."""
    wanted: list[Any] = []
    for server in servers:
        asked = bodies(operation, size, text(server))[:CHECKED]
        answers = [server.ask(body) for body in asked]
        for answer in answers:
            if answer.get("errors") or not answer.get("data"):
                raise SystemExit(f"{server.name} antwoordt niet op '{operation.title}': {str(answer)[:400]}")
        found = [plain(answer["data"]) for answer in answers]
        wanted = wanted or found
        if found != wanted:
            raise SystemExit(f"{server.name} antwoordt anders op '{operation.title}': {difference(wanted, found)}")


ONE = ("oplossing", "knelpunt", "traject", "thema", "gemeente")


def plain(value: Any, key: str = "") -> Any:
    """An answer without what differs by dialect: the form of a list, of a relation to one thing, and of a cursor."""
    if isinstance(value, list):
        if key in ONE:
            return plain(value[0]) if value else None
        return [plain(each) for each in value]
    if not isinstance(value, dict):
        return bool(value) if key == "cursor" else value
    if value.keys() == {"nodes"}:
        return plain(value["nodes"])
    if value.keys() == {"edges"} and all(edge.keys() <= {"node"} for edge in value["edges"]):
        return [plain(each) for edge in value["edges"] for each in edge.values()]
    flat = {**value, **value.get("properties", {})}
    flat.pop("properties", None)
    return {name: plain(each, name) for name, each in flat.items()}


def difference(wanted: Any, found: Any, path: str = "") -> str:
    """The first place where two answers differ."""
    if isinstance(wanted, dict) and isinstance(found, dict) and wanted.keys() == found.keys():
        return next((difference(wanted[k], found[k], f"{path}.{k}") for k in wanted if wanted[k] != found[k]), "")
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        pairs = enumerate(zip(wanted, found, strict=True))
        return next((difference(w, f, f"{path}[{i}]") for i, (w, f) in pairs if w != f), "")
    return f"{path}: {str(wanted)[:150]} tegen {str(found)[:150]}"
