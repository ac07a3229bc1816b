"""The API as it is usually written in Python: Strawberry types, a resolver per field, a DataLoader per relation.

    NEO4J_URI=bolt://… uvicorn bench.peers.loaders:app

It answers the measured operations in our own dialect, and is as quick as this way of working allows: parsed and
validated documents are kept, a relation is one statement per level of the question, lists are cut in the database,
and orjson writes.
"""

import base64
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import Enum
from typing import Any

import orjson
import strawberry
from neo4j import READ_ACCESS, AsyncDriver, AsyncGraphDatabase, NotificationMinimumSeverity
from starlette.applications import Starlette
from starlette.routing import Route
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from strawberry.extensions import ParserCache, ValidationCache

from graph.domain.vocabulary import Rijpheid, ToepassingStatus, TrajectStatus

SCALARS = {
    "Gemeente": ("id", "naam", "provincie", "inwoners", "weergavenaam"),
    "Toepassing": ("id", "status", "sinds"),
    "Oplossing": ("id", "titel", "samenvatting", "rijpheid", "bewijs", "volgorde"),
    "Knelpunt": ("id", "titel", "fase"),
    "Thema": ("id", "naam"),
    "Wet": ("id", "naam"),
    "Traject": ("id", "naam", "status"),
}
# (owner, field): the way there, and the type at the end
RELATIONS = {
    ("Oplossing", "toepassingen"): ("<-[r:VAN]-", "Toepassing"),
    ("Oplossing", "knelpunten"): ("-[r:LOST_OP]->", "Knelpunt"),
    ("Oplossing", "themas"): ("-[r:GAAT_OVER]->", "Thema"),
    ("Oplossing", "ontwikkeldDoor"): ("-[r:ONTWIKKELD_DOOR]->", "Gemeente"),
    ("Toepassing", "gemeente"): ("<-[r:PAST_TOE]-", "Gemeente"),
    ("Knelpunt", "themas"): ("-[r:GAAT_OVER]->", "Thema"),
    ("Knelpunt", "oplossingen"): ("<-[r:LOST_OP]-", "Oplossing"),
    ("Thema", "knelpunten"): ("<-[r:GAAT_OVER]-", "Knelpunt"),
    ("Traject", "knelpunten"): ("-[r:ONDERZOEKT]->", "Knelpunt"),
    ("Traject", "oplossingen"): ("-[r:LEVERT_OP]->", "Oplossing"),
    ("Traject", "deelnemers"): ("<-[r:NEEMT_DEEL_AAN]-", "Gemeente"),
    ("Gemeente", "trajecten"): ("-[r:NEEMT_DEEL_AAN]->", "Traject"),
    ("Gemeente", "ervaart"): ("-[r:ERVAART]->", "Knelpunt"),
}


class Database:
    driver: AsyncDriver

    @classmethod
    async def rows(cls, text: str, parameters: dict[str, Any]) -> list[list[Any]]:
        async with cls.driver.session(default_access_mode=READ_ACCESS) as session:
            result = await session.run(text, parameters)
            return await result.values()


def columns(kind: str) -> str:
    return "n {" + ", ".join(f".{name}" for name in SCALARS[kind]) + "}"


async def related(
    info: strawberry.Info, owner: str, field: str, key: str, first: int, where: dict[str, Any]
) -> list[tuple[Any, dict[str, Any]]]:
    """The other ends of a relation with what the relation says, through a loader of this request."""
    loaders = info.context["loaders"]
    name = (owner, field, first, *where.items())
    if name not in loaders:
        arrow, kind = RELATIONS[owner, field]
        narrowed = "".join(f" AND n.{prop} = ${prop}" for prop in where)
        text = (
            f"UNWIND $ids AS id MATCH (p:Entiteit {{id: id}}) RETURN id, COLLECT {{ "
            f"MATCH (p){arrow}(n:{kind}) WHERE true{narrowed} WITH r, n ORDER BY n.volgorde LIMIT $first "
            f"RETURN [{columns(kind)}, properties(r)] }}"
        )

        async def load(ids: list[str]) -> list[list[tuple[Any, dict[str, Any]]]]:
            found = dict(await Database.rows(text, {"ids": ids, "first": first, **where}))
            return [[(TYPES[kind](**node), said) for node, said in found.get(each, ())] for each in ids]

        loaders[name] = DataLoader(load)
    return list(await loaders[name].load(key))


async def counted(info: strawberry.Info, owner: str, field: str, key: str) -> int:
    loaders = info.context["loaders"]
    name = (owner, field, "count")
    if name not in loaders:
        arrow, _ = RELATIONS[owner, field]
        text = f"UNWIND $ids AS id MATCH (p:Entiteit {{id: id}}) RETURN id, COUNT {{ (p){arrow}() }}"

        async def load(ids: list[str]) -> list[int]:
            found = dict(await Database.rows(text.replace("r:", ":"), {"ids": ids}))
            return [found.get(each, 0) for each in ids]

        loaders[name] = DataLoader(load)
    return int(await loaders[name].load(key))


Status = strawberry.enum(ToepassingStatus)
TrajectStand = strawberry.enum(TrajectStatus)
Trede = strawberry.enum(Rijpheid)


@strawberry.input
class RijpheidFilter:
    is_: Trede | None = strawberry.field(name="is", default=None)  # type: ignore[valid-type]


@strawberry.input
class ToepassingStatusFilter:
    is_: Status | None = strawberry.field(name="is", default=None)  # type: ignore[valid-type]


@strawberry.input
class TrajectStatusFilter:
    is_: TrajectStand | None = strawberry.field(name="is", default=None)  # type: ignore[valid-type]


@strawberry.input
class Filter:
    """One input for every filter that the measured operations use."""

    status: str | None = None
    rijpheid: RijpheidFilter | None = None


@strawberry.input
class ToepassingFilter:
    status: ToepassingStatusFilter | None = None


@strawberry.input
class TrajectFilter:
    status: TrajectStatusFilter | None = None


@strawberry.input
class OplossingFilter:
    rijpheid: RijpheidFilter | None = None


@strawberry.input
class Sleutel:
    id: strawberry.ID


def wanted(given: Any) -> dict[str, Any]:
    """The property values that a filter asks for."""
    found: dict[str, Any] = {}
    for name in ("status", "rijpheid"):
        value = getattr(given, name, None)
        value = getattr(value, "is_", value)
        if value is not None:
            found[name] = value.name if isinstance(value, Enum) else value
    return found


def connection(owner: str, field: str, far: str) -> type:
    """The connection type of one relation: nodes, edges with what the relation says, and a count."""

    many = f"list[{far}]"

    @strawberry.type(name=f"{owner}{field.title()}Edge")
    class Edge:
        cursor: str
        node: far  # type: ignore[valid-type]
        dekking: float | None = None
        rol: str | None = None

    @strawberry.type(name=f"{owner}{field.title()}Connection")
    class Connection:
        key: strawberry.Private[str]
        first: strawberry.Private[int]
        where: strawberry.Private[dict[str, Any]]

        @strawberry.field(graphql_type=many)  # type: ignore[untyped-decorator]
        async def nodes(self, info: strawberry.Info) -> Any:
            return [node for node, _ in await related(info, owner, field, self.key, self.first, self.where)]

        @strawberry.field
        async def edges(self, info: strawberry.Info) -> list[Edge]:
            found = await related(info, owner, field, self.key, self.first, self.where)
            return [_edge(Edge, node, said) for node, said in found]

        @strawberry.field
        async def aantal(self, info: strawberry.Info) -> int:
            return await counted(info, owner, field, self.key)

    return Connection


def _edge(kind: Any, node: Any, said: dict[str, Any]) -> Any:
    key = getattr(node, "volgorde", None) or node.id
    cursor = base64.b64encode(key.encode()).decode()
    return kind(cursor=cursor, node=node, dekking=said.get("dekking"), rol=said.get("rol"))


def paged(owner: str, field: str, filters: type = Filter) -> Any:
    kind = connection(owner, field, RELATIONS[owner, field][1])

    def resolve(self: Any, first: int = 25, filter: filters | None = None) -> kind:  # type: ignore[valid-type]  # noqa: A002
        return kind(key=self.id, first=first, where=wanted(filter))  # type: ignore[no-any-return]

    return strawberry.field(resolver=resolve)


def single(owner: str, field: str) -> Any:
    far = RELATIONS[owner, field][1]

    async def resolve(self: Any, info: strawberry.Info) -> Any:
        found = await related(info, owner, field, self.id, 1, {})
        return found[0][0] if found else None

    resolve.__annotations__["return"] = f"{far} | None"
    return strawberry.field(resolver=resolve)


@strawberry.type
class Thema:
    id: strawberry.ID
    naam: str
    knelpunten = paged("Thema", "knelpunten")


@strawberry.type
class Wet:
    id: strawberry.ID
    naam: str


@strawberry.type
class Gemeente:
    id: strawberry.ID
    naam: str
    weergavenaam: str
    provincie: str | None = None
    inwoners: int | None = None
    trajecten = paged("Gemeente", "trajecten")
    ervaart = paged("Gemeente", "ervaart")


@strawberry.type
class Toepassing:
    id: strawberry.ID
    status: str | None = None
    sinds: str | None = None
    gemeente = single("Toepassing", "gemeente")


@strawberry.type
class Oplossing:
    id: strawberry.ID
    titel: str
    rijpheid: str
    bewijs: str
    volgorde: strawberry.Private[str]
    samenvatting: str | None = None
    toepassingen = paged("Oplossing", "toepassingen", ToepassingFilter)
    knelpunten = paged("Oplossing", "knelpunten")
    themas = paged("Oplossing", "themas")
    ontwikkeldDoor = paged("Oplossing", "ontwikkeldDoor")  # noqa: N815


@strawberry.type
class Knelpunt:
    id: strawberry.ID
    titel: str
    fase: str
    themas = paged("Knelpunt", "themas")
    oplossingen = paged("Knelpunt", "oplossingen", OplossingFilter)


@strawberry.type
class Traject:
    id: strawberry.ID
    naam: str
    status: str | None = None
    knelpunten = paged("Traject", "knelpunten")
    oplossingen = paged("Traject", "oplossingen", OplossingFilter)
    deelnemers = paged("Traject", "deelnemers")


TYPES: dict[str, Any] = {
    each.__name__: each for each in (Thema, Wet, Gemeente, Toepassing, Oplossing, Knelpunt, Traject)
}


def one(kind: type) -> Any:
    text = f"MATCH (n:Entiteit:{kind.__name__} {{id: $id}}) RETURN {columns(kind.__name__)}"

    async def resolve(sleutel: Sleutel) -> kind | None:  # type: ignore[valid-type]
        found = await Database.rows(text, {"id": sleutel.id})
        return kind(**found[0][0]) if found else None

    return strawberry.field(resolver=resolve)


async def everything(kind: type, first: int | None, where: dict[str, Any]) -> list[Any]:
    narrowed = "".join(f" AND n.{prop} = ${prop}" for prop in where)
    text = (
        f"MATCH (n:{kind.__name__}) WHERE n.volgorde IS NOT NULL{narrowed} WITH n ORDER BY n.volgorde LIMIT $first "
        f"RETURN {columns(kind.__name__)}"
    )
    return [kind(**row[0]) for row in await Database.rows(text, {"first": first or 1000, **where})]


def root_page(kind: type, filters: type = Filter) -> Any:
    @strawberry.type(name=f"{kind.__name__}Connection")
    class Page:
        nodes: list[kind]  # type: ignore[valid-type]

    async def resolve(first: int = 25, filter: filters | None = None) -> Page:  # type: ignore[valid-type]  # noqa: A002
        return Page(nodes=await everything(kind, first, wanted(filter)))

    return strawberry.field(resolver=resolve)


@strawberry.type
class Query:
    oplossing = one(Oplossing)
    knelpunt = one(Knelpunt)
    traject = one(Traject)
    thema = one(Thema)
    gemeente = one(Gemeente)
    oplossingen = root_page(Oplossing, OplossingFilter)
    knelpunten = root_page(Knelpunt)
    trajecten = root_page(Traject, TrajectFilter)
    wetten = root_page(Wet)


class View(GraphQL[Any, Any]):
    async def get_context(self, request: Any, response: Any = None) -> Any:
        return {"loaders": {}}

    def decode_json(self, data: str | bytes) -> object:
        return orjson.loads(data)

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)


@asynccontextmanager
async def connected(app: Starlette) -> AsyncIterator[None]:
    off = NotificationMinimumSeverity.OFF
    async with AsyncGraphDatabase.driver(
        os.environ["NEO4J_URI"], telemetry_disabled=True, notifications_min_severity=off
    ) as driver:
        Database.driver = driver
        yield


schema = strawberry.Schema(Query, extensions=[ParserCache, ValidationCache])
app = Starlette(routes=[Route("/graphql", View(schema, graphql_ide=None))], lifespan=connected)
