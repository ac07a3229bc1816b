"""The child process: whatever a document does to its reader, the next one is read."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.documents.document import Refusal
from loaders.documents.sandbox import Sandbox
from tests.work import ends

SLOW_YAML = ("feiten:\n" + "  - {soort: thema, naam: een, omschrijving: twee}\n" * 60_000).encode()
"""Takes the reader of yaml minutes."""
PROSE = ("Het programma helpt gemeenten en het Rijk om samen te werken aan vragen. " * 4 + "\n") * 10


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


def code(sandbox: Sandbox, content: bytes, form: str = "txt") -> str:
    with pytest.raises(Refusal) as caught:
        sandbox.read(content, form, f"a.{form}")
    assert str(caught.value).startswith("a.")
    return caught.value.code


def test_one_child_reads_many_documents(sandbox: Sandbox) -> None:
    assert sandbox.pid is None
    sandbox.read(b"een", "txt", "a.txt")
    first = sandbox.pid
    assert first is not None
    assert first != os.getpid()
    assert sandbox.read("één 👍".encode(), "txt", "b.txt").tekst == "één 👍"
    assert sandbox.pid == first


def test_a_refusal_of_the_child_is_a_refusal_here_and_the_child_stays(sandbox: Sandbox) -> None:
    assert code(sandbox, b" \n") == "LEEG"
    first = sandbox.pid
    assert code(sandbox, b"feiten: [", "yaml") == "YAML"
    assert sandbox.pid == first


def test_a_document_that_takes_too_long_is_refused_and_the_next_is_read() -> None:
    with Sandbox(seconds=1) as sandbox:
        sandbox.read(b"een", "txt", "a.txt")
        first = sandbox.pid
        with ends():
            assert code(sandbox, SLOW_YAML, "yaml") == "TE_LANG"
        assert sandbox.read(b"twee", "txt", "b.txt").tekst == "twee"
        assert sandbox.pid != first
        assert not _alive(first)


def test_a_child_that_dies_takes_one_document_with_it(sandbox: Sandbox) -> None:
    sandbox.read(b"een", "txt", "a.txt")
    pid = sandbox.pid
    assert pid is not None
    threading.Timer(0.3, os.kill, (pid, signal.SIGSEGV)).start()
    assert code(sandbox, SLOW_YAML, "yaml") == "BESCHADIGD"
    assert sandbox.read(b"twee", "txt", "b.txt").tekst == "twee"


def test_a_child_that_left_is_replaced_without_a_word(sandbox: Sandbox) -> None:
    sandbox.read(b"een", "txt", "a.txt")
    pid = sandbox.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert sandbox.read(b"twee", "txt", "b.txt").tekst == "twee"


def test_memory_has_a_limit() -> None:
    with Sandbox(memory=300_000_000) as sandbox:
        assert code(sandbox, b"<p>" + b"<b>x</b>" * 2_000_000, "html") in ("GEHEUGEN", "BESCHADIGD")
        assert sandbox.read(b"twee", "txt", "b.txt").tekst == "twee"


def test_a_child_is_replaced_after_so_many_documents() -> None:
    with Sandbox(documents=3) as sandbox:
        pids = [(sandbox.read(b"x", "txt", "a.txt"), sandbox.pid)[1] for _ in range(7)]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 3, 1]


def test_leaving_ends_the_child() -> None:
    with Sandbox() as sandbox:
        sandbox.read(b"een", "txt", "a.txt")
        pid = sandbox.pid
    assert sandbox.pid is None
    assert not _alive(pid)


def test_two_threads_wait_for_each_other(sandbox: Sandbox) -> None:
    found: list[str] = []

    def ask(number: int) -> None:
        found.append(sandbox.read(str(number).encode() * 50_000, "txt", "a.txt").tekst[:1])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list("01234567")


def test_the_child_gets_no_files_and_writes_none(sandbox: Sandbox) -> None:
    sandbox.read(b"een", "txt", "a.txt")
    limits = Path(f"/proc/{sandbox.pid}/limits")
    if not limits.exists():
        pytest.skip("alleen te zien op Linux")
    lines = {line[:25].strip(): line[26:47].strip() for line in limits.read_text().splitlines()}
    assert lines["Max file size"] == "0"
    assert lines["Max core file size"] == "0"
    assert int(lines["Max address space"]) > 0
    assert lines["Max cpu time"] != "unlimited"


def test_the_child_gets_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPDEPLANK_NEO4J_WACHTWOORD", "geheim")
    with Sandbox() as sandbox:
        assert sandbox.read("één".encode(), "txt", "a.txt").tekst == "één"
        given = Path(f"/proc/{sandbox.pid}/environ")
        assert not given.exists() or given.read_bytes() == b""


@pytest.mark.parametrize("setting", ["LC_ALL", "LANG", "PYTHONIOENCODING", "PYTHONUTF8"])
def test_letters_do_not_depend_on_our_environment(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv(setting, "0" if setting == "PYTHONUTF8" else "C")
    with Sandbox() as sandbox:
        assert sandbox.read("naam;ë\nÉén;ö\n".encode(), "csv", "é.csv").tekst == "naam;ë\nÉén;ö\n"


def test_one_child_reads_a_thousand_plain_pages_and_takes_no_more_memory() -> None:
    with Sandbox(documents=2_000) as sandbox:
        for number in range(300):
            sandbox.read(f"{number} {PROSE}".encode(), "html" if number % 2 else "txt", "a.html")
        child = sandbox.pid
        before = _resident(child)
        for number in range(1_000 - 300):
            sandbox.read(f"{number} {PROSE}".encode(), "html" if number % 2 else "txt", "a.html")
        assert sandbox.pid == child
        assert _resident(child) < before + 5_000


def _alive(pid: int | None) -> bool:
    try:
        os.kill(pid or 0, 0)
    except ProcessLookupError:
        return False
    return True


def _resident(pid: int | None) -> int:
    """Kilobytes, or nothing where the system does not say."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS"))
