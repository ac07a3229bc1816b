"""Requests that are no requests, or far too much of one."""

import asyncio
import gzip
import itertools
from urllib.parse import quote

from bench.vijandig.wire import Attack, Outcome, ask, asks, body, connected, get, streamed

BOMB = gzip.compress(b" " * 30_000_000, 9)
PAGE = "Accept: text/html"
TRICKS = (
    "/..%2f..%2fetc/passwd",
    "/graphiql/..%2f..%2f..%2fetc/passwd",
    "/statisch/%2e%2e/%2e%2e/pyproject.toml",
    "//kwaad.nl/%2f..",
    "/%00",
    "/oplossing/%ff%fe",
    "/oplossing/%",
    "/thema/" + "%C3%A9" * 1_000,
    "/./././gezond",
    "/gemeente/%0d%0aSet-Cookie:a=b",
    "/knelpunt/" + "a-" * 3_000,
    "/oplossing/;DROP",
    "/\\..\\..",
    "/widget/v1/../v1/opdeplank.js",
)


def endless(start: bytes, piece: bytes, times: int) -> "Attack":
    async def behave(port: int) -> list[Outcome]:
        return [await streamed(port, itertools.chain([start], itertools.repeat(piece, times)))]

    return Attack("", behave)


def named(name: str, attack: Attack) -> Attack:
    return Attack(name, attack.behave, attack.slow)


async def pipelined(port: int) -> list[Outcome]:
    return [await ask(port, get("/gezond") * 500), await ask(port, get("/thema", PAGE) * 500)]


async def connecting(port: int) -> list[Outcome]:
    """Open and hang up, three hundred times, and then ask."""

    async def once() -> None:
        async with connected(port):
            pass

    for _ in range(10):
        await asyncio.gather(*(once() for _ in range(30)))
    return [await ask(port, get("/gezond"))]


async def abandoned(port: int) -> list[Outcome]:
    """Ask something that takes work and hang up at once."""
    for i in range(30):
        async with connected(port) as (_, writer):
            writer.write(get(f"/?vraag=schulden+van+een+gezin+{i}&gemeente=GM0344", PAGE))
            await writer.drain()
    return [await ask(port, get("/gezond"))]


CHUNKED = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"

REQUESTS: tuple[Attack, ...] = (
    named(
        "driehonderd megabyte koppen",
        endless(b"GET / HTTP/1.1\r\nHost: x\r\n", b"X-A: " + b"a" * 8_000 + b"\r\n", 37_500),
    ),
    named("één kop zonder einde", endless(b"GET / HTTP/1.1\r\nX-A: ", b"a" * 60_000, 5_000)),
    named("een adres zonder einde", endless(b"GET /?", b"a" * 60_000, 5_000)),
    named("een inhoud zonder einde", endless(CHUNKED, b"ffff\r\n" + b" " * 65_535 + b"\r\n", 5_000)),
    named(
        "een inhoud die niemand wil",
        endless(b"GET /gezond HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000000\r\n\r\n", b"x" * 60_000, 5_000),
    ),
    asks("tienduizend kleine koppen", get("/", *["a: b"] * 10_000)),
    asks(
        "een adres van zestigduizend tekens", get("/?vraag=" + "a" * 60_000), get("/graphql?documentId=" + "a" * 60_000)
    ),
    asks(
        "bladzijden met reusachtige parameters",
        *(
            get(path + quote("é" * 1_200), PAGE)
            for path in ("/?vraag=", "/?vraag=a&gemeente=", "/oplossing?na=", "/gemeente?gemeente=")
        ),
        get("/?" + "&".join(f"p{i}=1" for i in range(1_000)), PAGE),
    ),
    asks("listige paden", *(get(path, PAGE) for path in TRICKS)),
    asks("bladzijden die er niet zijn", *(get(f"/oplossing/jongeren-fonds-{i}", PAGE) for i in range(15))),
    Attack("vijfhonderd verzoeken achter elkaar", pipelined),
    asks(
        "verkeerde soorten inhoud",
        *(
            body(b"{}", f"Content-Type: {kind}")
            for kind in (
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "application/json" + ";a=b" * 2_000,
            )
        ),
    ),
    asks(
        "een ingepakte bom",
        body(BOMB, "Content-Type: application/json\r\nContent-Encoding: gzip"),
        body(b"\x1f\x8b\x08" * 90, "Content-Type: application/json\r\nContent-Encoding: gzip"),
    ),
    asks("inhoud in stukjes van één byte", CHUNKED + b"1\r\n \r\n" * 15_000 + b"0\r\n\r\n"),
    asks("een stukje met een reusachtige bijlage", CHUNKED + b"1;" + b"a" * 90_000 + b"\r\n \r\n0\r\n\r\n"),
    asks(
        "twee lengtes tegelijk",
        CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Length: 4\r\n\r\n") + b"0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
        body(b"{}", "Content-Length: 9\r\nContent-Type: application/json"),
        body(b"{}", "Transfer-Encoding: gzip, chunked\r\nContent-Type: application/json"),
    ),
    asks(
        "lengtes die niet kunnen",
        *(
            CHUNKED.replace(b"Transfer-Encoding: chunked", b"Content-Length: " + n)
            for n in (b"-1", b"9" * 30, b"1e9", b"99999999", b"0x10", b"+5")
        ),
    ),
    asks(
        "een bestand in tweeduizend stukken",
        get("/schema.graphql", "Range: bytes=" + ",".join(f"{i}-{i}" for i in range(2_000))),
    ),
    asks(
        "duizenden voorkeuren",
        get("/thema", "Accept: " + "text/html;q=0.1, " * 800),
        get("/thema", "Accept-Encoding: " + "gzip;q=0.1," * 1_000),
        get("/thema", "If-None-Match: " + '"a",' * 3_000),
        get("/thema", "Accept: a" + " " * 14_000 + ";q"),
    ),
    asks(
        "wat geen HTTP is",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET /\r\n\r\n",
        b"\x00" * 5_000,
        b"GET / HTTP/1.1\nHost: x\n\n",
    ),
    asks(
        "om websockets vragen",
        get(
            "/graphql", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Key: x", "Sec-WebSocket-Version: 13"
        )
        + b"\x81\x05hello" * 500,
    ),
    asks(
        "vreemde methodes",
        *(
            get("/graphql", method=method)
            for method in ("TRACE", "PUT", "DELETE", "OPTIONS", "CONNECT", "HACK", "A" * 5_000)
        ),
    ),
    asks(
        "een stoet van proxy's",
        get("/thema", "X-Forwarded-For: " + "1.1.1.1, " * 1_500),
        get("/thema", "Forwarded: " + 'for="1;,";' * 1_400),
        get("/thema", "X-Forwarded-Host: " + "a" * 14_000),
    ),
    asks(
        "een vreemde gastheer",
        b"GET /thema HTTP/1.1\r\nHost: kwaad.nl\r\n\r\n",
        b"GET http://kwaad.nl/thema HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /thema HTTP/1.1\r\n\r\n",
        b"GET /thema HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /thema HTTP/1.1\r\nHost: " + b"a" * 9_000 + b"\r\n\r\n",
    ),
    asks(
        "JSON van vijftigduizend lagen",
        body(b"[" * 45_000 + b"]" * 45_000),
        body(b'{"a":' * 15_000 + b"1" + b"}" * 15_000),
    ),
    asks(
        "JSON met halve letters en dubbele namen",
        body(b'{"query":"\\ud800"}'),
        body(b'{"query":"{__typename}",' + b'"a":1,' * 10_000 + b'"b":1}'),
        body(b"\xff\xfe{\x00}\x00"),
        body(b"\xef\xbb\xbf" * 5_000),
    ),
    asks(
        "vragen van anderen, bewaard",
        *(body(b'{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"%064d"}}}' % i) for i in range(10)),
    ),
    Attack("driehonderd keer aanbellen", connecting),
    Attack("vragen en weglopen", abandoned),
)
