"""What is known to leak ends the check; a database that cannot be reached does not, and is said."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from opdeplank.settings.table import ROOT
from tests.engines import free_port

LEAK = {
    "id": "GHSA-test", "summary": "lekt", "details": "lekt", "aliases": [], "affected": [
        {"package": {"name": "idna", "ecosystem": "PyPI"},
         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.7"}]}]},
    ],
}  # fmt: skip
PIN = f"idna==3.4 \\\n    --hash=sha256:{'0' * 64}\n"
pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="weggelaten: deze machine heeft geen bash")


@contextmanager
def database(answer: object) -> Iterator[str]:
    """A database of advisories that says the same of everything."""

    class Says(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Says) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def audited(folder: Path, lock: str, url: str) -> subprocess.CompletedProcess[str]:
    (folder / "vast.lock").write_text(lock)
    command = [ROOT / ".ci" / "audit", sys.executable, folder / "vast.lock", "--osv-url", url, "--cache-dir", folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_leak_ends_the_check_and_is_named(tmp_path: Path) -> None:
    with database({"vulns": [LEAK]}) as url:
        done = audited(tmp_path, PIN, url)
    assert done.returncode == 1
    assert "GHSA-test" in done.stdout
    assert '"3.7"' in done.stdout


def test_nothing_known_is_fine(tmp_path: Path) -> None:
    with database({}) as url:
        done = audited(tmp_path, PIN, url)
    assert (done.returncode, "not checked" in done.stdout) == (0, False), done.stderr


def test_a_database_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = audited(tmp_path, PIN, f"http://127.0.0.1:{free_port()}/")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("not checked: the database of advisories cannot be reached")


def test_a_lock_file_that_cannot_be_read_is_no_matter_of_the_network(tmp_path: Path) -> None:
    done = audited(tmp_path, "idna\n", f"http://127.0.0.1:{free_port()}/")
    assert done.returncode == 1
    assert "not checked" not in done.stdout
    assert "idna" in done.stderr
