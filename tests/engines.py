"""Real engines for the tests: every graph test runs on the embedded engine and on a real Neo4j Community.

Neo4j needs no Docker: Maven fetches its jars once into `.cache/`, and `neo4j/Start.java` runs it in one JVM per run.
What a machine cannot run is left out by name; in CI (`CI` set) that is a failure instead.
"""

import os
import random
import re
import shutil
import socket
import subprocess
import threading
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
VERSION = os.environ.get("OPDEPLANK_TEST_NEO4J_VERSIE") or "5.26.30"
START_SECONDS = 90
OPENS = ("--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED")
QUICK = ("-Xmx2g", "-XX:+UseSerialGC")

CONFIGURATION = """\
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
dbms.cypher.min_replan_interval=1h
"""


class CannotRun(Exception):
    """This machine lacks something; the text says what and how to get it."""


class Neo4j:
    """One Neo4j process on a folder; `start` may be called again after `kill`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.process: subprocess.Popen[str] | None = None

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def start(self) -> "Neo4j":
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "neo4j.conf").write_text(CONFIGURATION.format(port=self.port))
        classpath = f"{jars()}{os.sep}*"
        command = [java(), *QUICK, *OPENS, "-cp", classpath, str(HERE / "neo4j" / "Start.java"), str(self.folder)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._wait_until_ready()
        return self

    def _wait_until_ready(self) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        watchdog = threading.Timer(START_SECONDS, self.process.kill)
        watchdog.start()
        said = []
        for line in self.process.stdout:
            if line.strip() == "ready":
                break
            said.append(line)
        else:
            self.kill()
            raise CannotRun(f"Neo4j {VERSION} start niet binnen {START_SECONDS} s: {''.join(said[-8:]).strip()}")
        watchdog.cancel()

    def kill(self) -> None:
        """End the process at once; also the way to stop, since nobody needs the data afterwards."""
        if self.process is not None:
            for pipe in (self.process.stdin, self.process.stdout):
                if pipe is not None:
                    pipe.close()
            self.process.kill()
            self.process.wait()
            self.process = None


def java() -> str:
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home) / "bin") if home else None) or shutil.which("java")
    if found is None:
        raise CannotRun("geen Java gevonden (17 of nieuwer)")
    said = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    wanted = 17 if VERSION.startswith("5.") else 21
    if version is None or int(version[1]) < wanted:
        raise CannotRun(f"Java {version[1] if version else '?'} is te oud, Neo4j {VERSION} wil {wanted} of nieuwer")
    return found


def jars() -> Path:
    """The folder with Neo4j's jars; fetched the first time, complete or not there."""
    folder = ROOT / ".cache" / f"neo4j-{VERSION}"
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise CannotRun("geen Maven (mvn) gevonden")
    fetched = folder.with_name(f"{folder.name}.{os.getpid()}")
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={fetched}", f"-Dneo4j.version={VERSION}"]
    done = subprocess.run(
        [maven, "-q", "-B", "-f", str(HERE / "neo4j" / "pom.xml"), *goal], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        shutil.rmtree(fetched, ignore_errors=True)
        raise CannotRun(f"Maven kan Neo4j {VERSION} niet ophalen: {(done.stdout or done.stderr).strip()[:200]}")
    try:
        fetched.rename(folder)
    except OSError:  # another process of the same run was first
        shutil.rmtree(fetched, ignore_errors=True)
    return folder


def free_port() -> int:
    """A port of this machine that nobody listens on, below those that the system hands out to who connects.

    Each process of a run that is shared over several looks in a thousand of its own: what was free a moment ago is not
    taken by a neighbour before the service that it is for listens there.
    """
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) % 16
    for port in random.sample(range(10_000 + 1000 * number, 11_000 + 1000 * number), 1000):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise CannotRun("geen enkele poort is vrij")
