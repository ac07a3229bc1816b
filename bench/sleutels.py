"""What it costs to know who asks: a key that is known, one that was just handed out, one that is made up, and tokens.

    python -m bench.sleutels [--keer 20000]

In this process, without HTTP: what is added to each request. A withdrawn key is asked for until it is refused, and the
time that took is what a finder of it has left.
"""

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm
from starlette.datastructures import Headers

from bench.rig import markdown
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.keys.id_tokens import IdTokens
from opdeplank.keys.identity import Identity
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile
from opdeplank.keys.key_set import KeySet
from opdeplank.settings.table import Settings

ISSUER, AUDIENCE = "https://login.voorbeeld.nl", "opdeplank"
HEAD = ("wat", "p50 (µs)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keer", type=int, default=20_000)
    asyncio.run(measure(parser.parse_args().keer))


async def measure(times: int) -> None:
    with TemporaryDirectory() as folder:
        identity = Identity(Settings(data=Path(folder)))
        shown = [handed_out(Path(folder)) for _ in range(1_000)]
        rows = [
            ("geen sleutel", await each(lambda n: identity.of(headers(None)), times)),
            ("een sleutel, de eerste keer", await each(lambda n: identity.of(headers(shown[n])), len(shown))),
            ("een bekende sleutel", await each(lambda n: identity.of(headers(shown[n % 1_000])), times)),
            ("een verzonnen sleutel", await each(lambda n: identity.of(headers(made_up())), times // 20)),
        ]
        for name, private, write in signers():
            rows.append((f"een token ({name})", await token(name, private, write, times // 20)))
        print(markdown.table(HEAD, [[what, f"{spent:.1f}"] for what, spent in rows]))
        print(f"\nIngetrokken: geweigerd na {await withdrawn(identity, Path(folder)):.2f} s.")


def handed_out(folder: Path) -> str:
    shown, key = new("bench", Rol.ANALIST, None, datetime.now(UTC) + timedelta(days=1))
    KeyFile(folder).add(key)
    return shown


def made_up() -> str:
    return new("bench", Rol.ANALIST, None, datetime.now(UTC))[0]


def headers(shown: str | None) -> Headers:
    return Headers(raw=[] if shown is None else [(b"authorization", f"Bearer {shown}".encode())])


async def each(ask: Callable[[int], Awaitable[Any]], times: int) -> float:
    """Microseconds of one."""
    spent = []
    for number in range(times):
        begun = time.perf_counter_ns()
        await ask(number)
        spent.append(time.perf_counter_ns() - begun)
    return median(spent) / 1_000


def signers() -> list[tuple[str, Any, Any]]:
    return [
        ("ES256", ec.generate_private_key(ec.SECP256R1()), ECAlgorithm.to_jwk),
        ("RS256", rsa.generate_private_key(public_exponent=65537, key_size=2048), RSAAlgorithm.to_jwk),
    ]


async def token(name: str, private: Any, write: Any, times: int) -> float:
    public = {**write(private.public_key(), as_dict=True), "kid": name, "alg": name}

    async def fetch() -> Mapping[str, Any]:
        return {"keys": [public]}

    tokens = IdTokens(ISSUER, AUDIENCE, KeySet(fetch))
    claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": "u", "exp": int(time.time()) + 600, "rol": "ANALIST"}
    shown = jwt.encode(claims, private, name, {"kid": name})
    assert await tokens.viewer(shown)
    return await each(lambda _: tokens.viewer(shown), times)


async def withdrawn(identity: Identity, folder: Path) -> float:
    """Seconds between taking a key back and its first refusal, in a service that is asked all the time."""
    shown = handed_out(folder)
    await until(identity, shown, works=True)
    KeyFile(folder).withdraw(shown.split("_")[1], datetime.now(UTC))
    begun = time.perf_counter()
    await until(identity, shown, works=False)
    return time.perf_counter() - begun


async def until(identity: Identity, shown: str, works: bool) -> None:
    for _ in range(10_000):
        if isinstance(await identity.of(headers(shown)), Viewer) is works:
            return
        await asyncio.sleep(0.001)
    raise TimeoutError


if __name__ == "__main__":
    main()
