"""Load on a server with wrk: many connections that ask the sets of variables in turn."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.rig.asked import Operation
from bench.rig.servers import Server, cpu_seconds

SCRIPT = """
local bodies, turn = {}, 0
for line in io.lines(os.getenv("BODIES")) do bodies[#bodies + 1] = line end
local headers = {["content-type"] = "application/json", ["accept"] = "application/json"}
function request()
  turn = turn % #bodies + 1
  return wrk.format("POST", nil, headers, bodies[turn])
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %f %d %f %f\\n", summary.requests, summary.duration / 1e6,
    e.status + e.timeout + e.read + e.connect, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
"""


@dataclass(frozen=True)
class Load:
    """What one run of load did; CPU is per request, in milliseconds."""

    requests: int
    per_second: float
    errors: int
    p50: float
    p99: float
    cpu: float
    database: float


def bodies(operation: Operation, size: str, text: str | None = None) -> list[dict[str, object]]:
    """The requests, with `text` in place of the operation's own for a server with another dialect."""
    asked = text or operation.graphql
    return [
        {"query": asked, "operationName": operation.operation_name, "variables": v} for v in operation.variables(size)
    ]


def run(
    server: Server, asked: list[dict[str, object]], database: int, connections: int = 16, seconds: float = 2
) -> Load:
    if shutil.which("wrk") is None:
        raise SystemExit("wrk ontbreekt; op Debian en Ubuntu: apt-get install wrk")
    with TemporaryDirectory() as folder:
        script, lines = Path(folder) / "turn.lua", Path(folder) / "bodies"
        script.write_text(SCRIPT)
        lines.write_text("\n".join(json.dumps(each) for each in asked))
        own, theirs = server.cpu(), cpu_seconds(database)
        command = [
            "wrk",
            "-t1",
            f"-c{connections}",
            f"-d{max(1, round(seconds))}s",
            "--timeout",
            "60s",
            "-s",
            str(script),
            server.url,
        ]
        said = subprocess.run(
            command, env={**os.environ, "BODIES": str(lines)}, capture_output=True, text=True, check=True
        ).stdout
        own, theirs = server.cpu() - own, cpu_seconds(database) - theirs
    found = re.search(r"RESULT (\d+) ([\d.]+) (\d+) ([\d.]+) ([\d.]+)", said)
    if not found:
        raise SystemExit(f"wrk zei niets bruikbaars: {said}")
    count, lasted, errors = int(found[1]), float(found[2]), int(found[3])
    each = 1000 / max(count, 1)
    return Load(count, count / lasted, errors, float(found[4]), float(found[5]), own * each, theirs * each)
