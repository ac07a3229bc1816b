"""A child process that reads documents: whatever a file does to its reader, this process lives on.

The child gets the bytes, never the path, and answers in JSON; it may not write files, and gets nothing of our
environment: there may be a password in it. One child reads many documents.
After each of these it is replaced: a document that took too long, too much memory or the child itself with it; and a
number of documents, so that what a library leaks stays small.
"""

import select
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import orjson

from loaders.documents.document import Place, Problem, Refusal, Span, Table, Text, Zone, refuse

SECONDS = 20.0
MEMORY = 1_500_000_000
"""Bytes of address space, of which the interpreter and the libraries take a third."""
DOCUMENTS = 500
"""After so many a child is replaced."""
STARTING = 120.0
IDLE = 60.0
"""Seconds without a document after which a child ends by itself."""
OUT_OF_TIME = int(getattr(signal, "SIGXCPU", 0))
"""What ends a child that used all of its processor time."""
ROOT = Path(__file__).resolve().parents[2]
START = """\
import sys
sys.path.insert(0, sys.argv[1])
from loaders.documents.sandbox import serve
serve(float(sys.argv[2]), int(sys.argv[3]))
"""
SLOW = "lezen duurt langer dan {} seconden. Splits het bestand, of sla het op als txt, en probeer opnieuw."
HEAVY = "lezen kost te veel geheugen. Splits het bestand en probeer opnieuw."
BROKEN = "het bestand laat de lezer vastlopen; het is waarschijnlijk beschadigd. Sla het opnieuw op en probeer opnieuw."


class Sandbox:
    """One child at most, started at the first document. Calls wait for each other."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY, documents: int = DOCUMENTS) -> None:
        self.seconds = seconds
        self.memory = memory
        self.documents = documents
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def read(self, content: bytes, form: str, name: str) -> Text:
        """Raises Refusal."""
        with self._lock:
            if self._done >= self.documents:
                self.close()
            answer = self._ask(content, form, name)
            self._done += 1
            if "refused" in answer and answer["refused"]["code"] == "GEHEUGEN":
                self.close()
        return _text(answer)

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child else None

    def close(self) -> None:
        child, self._child, self._done = self._child, None, 0
        if child is not None:
            _end(child)

    def _ask(self, content: bytes, form: str, name: str) -> dict[str, Any]:
        child = self._running(name)
        assert child.stdin is not None
        assert child.stdout is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self.seconds, stop)
        timer.start()
        try:
            _send(child.stdin, orjson.dumps({"form": form, "name": name}))
            _send(child.stdin, content)
            answer = _receive(child.stdout)
        except (OSError, EOFError, KeyboardInterrupt) as error:
            self.close()
            if isinstance(error, KeyboardInterrupt):
                raise
            raise _refused(late.is_set() or child.returncode == -OUT_OF_TIME, name, self.seconds) from error
        finally:
            timer.cancel()
        found = orjson.loads(answer)
        assert isinstance(found, dict)
        return found

    def _running(self, name: str) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is not None:
            self.close()
        if self._child is None:
            self._child = subprocess.Popen(
                [sys.executable, "-c", START, str(ROOT), str(self.seconds), str(self.memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
                start_new_session=True,  # Ctrl-C is for us; we end the child
            )
            weakref.finalize(self, _end, self._child)
            self._wait_for(self._child, name)
        return self._child

    def _wait_for(self, child: subprocess.Popen[bytes], name: str) -> None:
        """A busy machine may need long to start it; that is not the time of the first document."""
        assert child.stdout is not None
        timer = threading.Timer(STARTING, child.kill)
        timer.start()
        try:
            ready = child.stdout.read(1)
        finally:
            timer.cancel()
        if not ready:
            self.close()
            raise refuse("BESCHADIGD", name, "het leesprogramma start niet. Probeer opnieuw.")


def environment() -> dict[str, str]:
    """What the child gets of ours: nothing. Windows starts no program without its own folder."""
    return {"SYSTEMROOT": str(Path(sys.executable).anchor + "Windows")} if sys.platform == "win32" else {}


SHARED = Sandbox()
"""For whoever does not need one of its own."""


def _end(child: subprocess.Popen[bytes]) -> None:
    """What was still to be written goes nowhere."""
    child.kill()
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):
            if pipe:
                pipe.close()
    child.wait()


def _refused(late: bool, name: str, seconds: float) -> Refusal:
    if late:
        return refuse("TE_LANG", name, SLOW.format(round(seconds)))
    return refuse("BESCHADIGD", name, BROKEN)


def _text(answer: dict[str, Any]) -> Text:
    if refused := answer.get("refused"):
        problems = tuple(Problem(Place(*place), said) for place, said in refused["problems"])
        raise Refusal(refused["code"], refused["bestand"], problems)
    tables = tuple(_table(table) for table in answer["tabellen"])
    zones = tuple(Zone(*zone) for zone in answer["zones"])
    return Text(
        answer["tekst"], zones, tables, answer["titel"], answer["datum"], tuple(answer["meldingen"]), answer["cellen"]
    )


def _table(said: dict[str, Any]) -> Table:
    rows = tuple(tuple(Span(*cell) for cell in row) for row in said["rijen"])
    return Table(said["start"], said["end"], rows, said["koppen"], said["naam"], tuple(said["nummers"]))


# in the child


def serve(seconds: float, memory: int) -> None:
    """Read documents until there are no more."""
    from loaders.documents import forms

    source, answer = sys.stdin.buffer, sys.stdout.buffer
    _limit(memory)
    answer.write(b".")
    answer.flush()
    while select.select([source], [], [], IDLE)[0]:
        try:
            asked = orjson.loads(_receive(source))
            content = _receive(source)
        except EOFError:
            return
        _limit_cpu(seconds)
        _send(answer, _answer(forms.read, content, asked["form"], asked["name"]))


def _answer(read: Callable[[bytes, str, str], Text], content: bytes, form: str, name: str) -> bytes:
    try:
        return orjson.dumps(read(content, form, name), default=tuple)
    except Refusal as refusal:
        return _dump(refusal)
    except MemoryError:
        return _dump(refuse("GEHEUGEN", name, HEAVY))
    except RecursionError:
        return _dump(refuse("TE_DIEP", name, "het bestand is te diep genest. Sla het op als txt en probeer opnieuw."))
    except Exception:  # a reader met something no reader expects; the file is to blame, and the others go on
        return _dump(refuse("BESCHADIGD", name, BROKEN))


def _dump(refusal: Refusal) -> bytes:
    problems = [[[p.place.bestand, p.place.regel, p.place.kolom, p.place.blad], p.tekst] for p in refusal.problems]
    return orjson.dumps({"refused": {"code": refusal.code, "bestand": refusal.bestand, "problems": problems}})


def _limit(memory: int) -> None:
    """What the system refuses (macOS has no limit on address space) is left as it is; time is kept by the parent."""
    for kind, most in (("RLIMIT_AS", memory), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0)):
        with suppress(ImportError, ValueError, OSError):
            import resource  # not on Windows

            resource.setrlimit(getattr(resource, kind), (most, most))


def _limit_cpu(seconds: float) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 1, hard))


# both


def _send(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(len(content).to_bytes(8, "big"))
    pipe.write(content)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    size = int.from_bytes(_exactly(pipe, 8), "big")
    return _exactly(pipe, size)


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    content = pipe.read(size)
    if len(content) < size:
        raise EOFError
    return content
