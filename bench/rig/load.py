"""Load on a server with wrk: many connections that ask the sets of variables in turn."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.rig.asked import Operation
from bench.rig.servers import Server, cpu_seconds

SCRIPT = """
local bodies, turn = {}, 0
for line in io.lines(os.getenv("BODIES")) do bodies[#bodies + 1] = line end
local headers = {["content-type"] = "application/json", ["accept"] = "application/json"}
if #bodies > 0 then
  function request()
    turn = turn % #bodies + 1
    return wrk.format("POST", nil, headers, bodies[turn])
  end
end
local STRICT = os.getenv("STRICT") == "1"
local threads = {}
refused = 0
function setup(thread) table.insert(threads, thread) end
if STRICT then
  function response(status, headers, body)
    local said = status == 200 and (body:find('"errors"', 1, true) or body:find('"melding"', 1, true))
    if said then refused = refused + 1 end
  end
end
function done(summary, latency)
  local e = summary.errors
  for _, thread in ipairs(threads) do e.status = e.status + thread:get("refused") end
  io.write(string.format("RESULT %d %f %d %f %f %f\\n", summary.requests, summary.duration / 1e6,
    e.status + e.timeout + e.read + e.connect, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    latency:percentile(95) / 1e3))
end
"""

DIGITS = 5
"""Significant digits of a figure."""


@dataclass(frozen=True)
class Load:
    """What one run of load did. Latencies are milliseconds; so is processor time, of the server and of the database,
    per answer."""

    requests: int
    per_second: float
    errors: int
    p50: float
    p99: float
    cpu: float
    database: float
    p95: float = 0.0
    """Nought in outcomes that were kept before it was measured."""

    def time(self) -> float:
        """Milliseconds an answer takes of the machine's time: a cost, so less is better."""
        return 1000 / self.per_second if self.per_second else inf

    def own(self) -> float:
        """Milliseconds of processor time an answer takes of the server's own process."""
        return max(self.cpu, 1e-6)


def bodies(operation: Operation, size: str, text: str | None = None) -> list[dict[str, object]]:
    """The requests, with `text` in place of the operation's own for a server with another dialect."""
    asked = text or operation.graphql
    return [
        {"query": asked, "operationName": operation.operation_name, "variables": v} for v in operation.variables(size)
    ]


def run(
    server: Server,
    asked: list[dict[str, object]],
    database: int | None = None,
    connections: int = 16,
    seconds: float = 2,
    headers: Mapping[str, str] | None = None,
    strict: bool = False,
) -> Load:
    """Post what is asked, in turn; with nothing to post, get the address of the server itself. When `strict`, an answer
    with an error in it is none; looking for that takes wrk some time."""
    if shutil.which("wrk") is None:
        raise SystemExit("wrk ontbreekt; op Debian en Ubuntu: apt-get install wrk")
    with TemporaryDirectory() as folder:
        script, lines = Path(folder) / "turn.lua", Path(folder) / "bodies"
        script.write_text(SCRIPT)
        lines.write_text("\n".join(json.dumps(each) for each in asked))
        own, theirs = server.cpu(), cpu_seconds(database) if database else 0.0
        command = [
            "wrk",
            "-t1",
            f"-c{connections}",
            f"-d{max(1, round(seconds))}s",
            "--timeout",
            "60s",
            "-s",
            str(script),
            *(flag for name, value in (headers or {}).items() for flag in ("-H", f"{name}: {value}")),
            server.url,
        ]
        said = subprocess.run(
            command,
            env={**os.environ, "BODIES": str(lines), "STRICT": str(int(strict))},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        own, theirs = server.cpu() - own, cpu_seconds(database) - theirs if database else 0.0
    found = re.search(r"RESULT (\d+) ([\d.]+) (\d+) ([\d.]+) ([\d.]+) ([\d.]+)", said)
    if not found:
        raise SystemExit(f"wrk zei niets bruikbaars: {said}")
    count, lasted, errors = int(found[1]), float(found[2]), int(found[3])
    each = 1000 / max(count, 1)
    p50, p99, p95 = (float(found[each]) for each in (4, 5, 6))
    return Load(count, rounded(count / lasted), errors, *map(rounded, (p50, p99, own * each, theirs * each, p95)))


def rounded(value: float) -> float:
    """To what a round can tell, so that what is kept is what was shown."""
    return float(f"{value:.{DIGITS}g}")
