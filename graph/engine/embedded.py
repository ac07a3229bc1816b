"""The embedded engine: ArcadeDB inside this process, spoken to over Bolt on loopback.

The same driver and the same statements then serve a laptop and a Neo4j cluster; only starting, locking and the
full-text index are different, and those are here.
"""

import errno
import os
import secrets
import shlex
import shutil
import socket
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from graph.errors import StoreBroken, StoreFull, StoreLocked

DATABASE = "graaf"
USER = "root"
START_ATTEMPTS = 5
ROOM = 32 << 20
DUTCH = "org.apache.lucene.analysis.nl.DutchAnalyzer"

LEAN = ("-Xmx512m", "-Xmn32m", "-Darcadedb.maxPageRAM=48")
"""A small young generation and page cache keep the whole service under 350 MB; the heap may grow for a larger graph.
The engine's own `low-ram` profile is no use: it refuses a thirteenth query."""
ROOMY = ("-Xmn256m", "-Darcadedb.maxPageRAM=256")
"""For a command that only loads: one transaction of 100,000 rows fills two gigabytes, and a small young generation
makes it twice as slow."""
MOST_HEAP, SHARE = 6 << 30, 0.6
GROUPS, OWN_GROUP = Path("/sys/fs/cgroup"), Path("/proc/self/cgroup")
WHY = {
    errno.EACCES: "deze gebruiker mag er niet in schrijven",
    errno.EPERM: "deze gebruiker mag er niet in schrijven",
    errno.EROFS: "er kan alleen uit worden gelezen",
    errno.EEXIST: "het is een bestand",
    errno.ENOTDIR: "het is een bestand",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de ruimte van deze gebruiker is op",
    errno.EMFILE: "dit programma heeft te veel bestanden open",
    errno.ENFILE: "deze machine heeft te veel bestanden open",
    errno.EIO: "de schijf geeft fouten",
}
JAVA_LOG = """\
handlers = java.util.logging.FileHandler
.level = INFO
io.undertow.level = WARNING
org.xnio.level = WARNING
java.util.logging.FileHandler.pattern = {pattern}
java.util.logging.FileHandler.limit = 10000000
java.util.logging.FileHandler.count = 5
java.util.logging.FileHandler.formatter = com.arcadedb.log.LogFormatter
"""
FULL_FLUSH = 2
"""What is acknowledged is on the disk, not in a buffer of the operating system."""


class Embedded:
    """One data folder, owned by one process while it is started."""

    def __init__(self, pad: str | os.PathLike[str], timeout: float = 10.0, roomy: bool = False) -> None:
        self.pad = Path(pad).resolve()
        self.gebruiker = USER
        self.wachtwoord = secrets.token_urlsafe(24)
        self.database = DATABASE
        self.uri = ""
        self._timeout = timeout
        self._memory = (_largest_heap(), *ROOMY) if roomy else LEAN
        self._lock = FolderLock(self.pad / "slot")
        self._server: Any = None
        self._db: Any = None

    def start(self) -> Self:
        try:
            self.pad.mkdir(parents=True, exist_ok=True)
            if is_full(self.pad):
                raise StoreFull
            self._lock.acquire()
        except OSError as error:
            raise StoreBroken(
                f"De gegevensmap {self.pad} is niet te gebruiken: {WHY.get(error.errno or 0, error.strerror)}. "
                "Maak de map schrijfbaar of kies een andere map met OPDEPLANK_DATA."
            ) from error
        try:
            self._start_engine()
        except BaseException:
            self._lock.release()
            raise
        return self

    def _start_engine(self) -> None:
        arcadedb = _load_engine(self.pad / "log", self._memory)
        # The password lives as long as the process: without the file of users the engine makes the one we hand it.
        (self.pad / "config" / "server-users.jsonl").unlink(missing_ok=True)
        for attempt in range(1, START_ATTEMPTS + 1):
            port = _free_port()
            server = arcadedb.create_server(str(self.pad), root_password=self.wachtwoord, config=_config(port))
            try:
                server.start()
                self._db = server.create_database(DATABASE)
                self._set("txWalFlush", FULL_FLUSH)
                self._set("command.timeout", round(self._timeout * 950))
            except arcadedb.ArcadeDBError as error:
                server.stop()
                # a port can be taken between our look and the engine's
                if attempt == START_ATTEMPTS or "port" not in str(error).lower():
                    raise StoreBroken(
                        f"De gegevensmap {self.pad} kan niet worden geopend. "
                        "Controleer de rechten en de vrije ruimte, of zet een reservekopie terug."
                    ) from error
            else:
                self._server = server
                self.uri = f"bolt://127.0.0.1:{port}"
                return

    def _set(self, setting: str, value: int) -> None:
        self._db.command("sql", f"ALTER DATABASE `arcadedb.{setting}` {value}")

    def fulltext(self, name: str, label: str, properties: list[str]) -> None:
        """Make the full-text index: over Bolt this engine has no command for it."""
        self._db.command("sql", f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS")
        for each in properties:
            self._db.command("sql", f"CREATE PROPERTY `{label}`.`{each}` IF NOT EXISTS STRING")
        columns = ", ".join(f"`{each}`" for each in properties)
        self._db.command(
            "sql",
            f"CREATE INDEX `{name}` IF NOT EXISTS ON `{label}` ({columns}) FULL_TEXT "
            f'METADATA {{"analyzer": "{DUTCH}"}}',
        )

    def stop(self) -> None:
        """Flush and close; safe to call twice."""
        server, self._server, self._db = self._server, None, None
        if server is not None:
            server.stop()
        self._lock.release()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def is_full(folder: Path) -> bool:
    """Whether its disk has too little room to work with; the engine itself only says that a commit failed."""
    return shutil.disk_usage(folder).free < ROOM


class FolderLock:
    """A lock that the operating system takes back when its owner dies, so that a crash never blocks the next start."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def acquire(self) -> None:
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock_file(file)
        except OSError as error:
            os.close(file)
            raise StoreLocked(
                f"De gegevensmap {self._path.parent} is al in gebruik door een ander proces. "
                "Stop dat proces of kies een andere map met OPDEPLANK_DATA."
            ) from error
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _lock_file(file: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _load_engine(log: Path, memory: tuple[str, ...]) -> Any:
    """Import the engine, native or else on a JVM. It reads its settings from the environment, once in a process."""
    os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
    os.environ["ARCADEDB_LOG_DIR"] = str(log)
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = " ".join(memory)
    try:
        return import_module("arcadedb")
    except ImportError:
        os.environ["ARCADEDB_JVM_ARGS"] = shlex.join([memory[0], _quiet_java(log)])
        return import_module("arcadedb_embedded")


def _quiet_java(log: Path) -> str:
    """What has Java write in the folder what it would show to a person; the native engine does so of itself."""
    log.mkdir(parents=True, exist_ok=True)
    told, pattern = log / "java.properties", str(log / "arcadedb.log").replace("%", "%%")
    told.write_text(JAVA_LOG.format(pattern=pattern.replace("\\", "/")), encoding="utf-8")
    return f"-Djava.util.logging.config.file={told}"


def _largest_heap(groups: Path = GROUPS, own: Path = OWN_GROUP) -> str:
    """What the engine may take at most: over half of what there is, and no more than a load of that size needs."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # not every system tells
        memory = 2 << 30
    memory = min([memory, *_limits(groups, own)])
    return f"-Xmx{min(MOST_HEAP, int(memory * SHARE)) >> 20}m"


def _limits(groups: Path, own: Path) -> Iterator[int]:
    """The bytes that this process may use by the control groups it is in, as a container and systemd set them: who goes
    over one is killed without a word. None on a system without groups, or with the first version of them."""
    with suppress(OSError, StopIteration):
        told = next(line for line in own.read_text(encoding="ascii").splitlines() if line.startswith("0::/"))
        inside = Path(told.removeprefix("0::/"))
        for group in (inside, *inside.parents):
            with suppress(OSError, ValueError):  # the outermost has no limit, and "max" is none
                yield int((groups / group / "memory.max").read_text(encoding="ascii"))


def _config(port: int) -> dict[str, Any]:
    return {
        "host": "127.0.0.1",
        "bolt_host": "127.0.0.1",
        "bolt_port": port,
        "http_port": _free_port(),
        "mode": "development",
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
