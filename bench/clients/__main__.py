"""The clients that users build with, run against a service with the seeds: do they take the schema and the answers?

    python -m bench.clients [--bewaar]

Relay's compiler and runtime page every connection, Apollo and urql fill their caches and use their hashes,
graphql-codegen compiles strictly, ariadne-codegen and sgqlc make a client, and a linter reads the schema. Each ends the
run when something is not as it should be; what it prints counts what was done. Wants Node 20 and a package registry.
gql has its place in the tests (`tests/test_voorbeelden.py`).
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import httpx

from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import ours
from opdeplank.graphql.registered_examples import GIVEN

HERE = Path(__file__).parent
NODE = HERE / "node"
PROGRAMS = ("relay.mjs", "apollo.mjs", "urql.mjs", "codegen.mjs", "lint.mjs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    can_keep(parser)
    given = parser.parse_args()
    subprocess.run(["npm", "ci", "--silent"], cwd=NODE, check=True)
    outcome = Outcome("python -m bench.clients")
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        filled = {**os.environ, "OPDEPLANK_DATA": str(data)}
        command = [sys.executable, "-m", "opdeplank", "start", "--alleen-vullen"]
        subprocess.run(command, env=filled, check=True, stdout=subprocess.DEVNULL)
        with ours("", data=data, limits={}) as service:
            parts = urlsplit(service.url)
            rows = list(measured(f"{parts.scheme}://{parts.netloc}", Path(folder)))
    outcome.add("clients", ("programma en wat het deed", "aantal"), rows)
    outcome.done("clients", given.bewaar)
    outcome.show()


def environment(folder: Path) -> Path:
    """The Python of an environment with the clients that need one of their own."""
    uv, python = str(Path(sys.executable).parent / "uv"), str(folder / "venv" / "bin" / "python")
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, str(folder / "venv")], check=True)
    locked = ["--require-hashes", "-r", str(HERE / "requirements.lock")]
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *locked], check=True)
    return Path(python)


def measured(address: str, folder: Path) -> Iterator[tuple[str, str]]:
    schema = folder / "schema.graphql"
    schema.write_text(httpx.get(f"{address}/schema.graphql").raise_for_status().text, encoding="utf-8")
    given = [address, str(schema), json.dumps(GIVEN), str(folder)]
    commands = [["node", str(NODE / each), *given] for each in PROGRAMS]
    commands.append([str(environment(folder)), str(HERE / "python.py"), *given])
    for command in commands:
        done = subprocess.run(command, cwd=NODE, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{Path(command[1]).name} ging mis; zie hierboven")
        for row in json.loads(done.stdout.splitlines()[-1]):
            yield row["wat"], f"{row['aantal']:,}"


if __name__ == "__main__":
    main()
