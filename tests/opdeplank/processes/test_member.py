"""What a process of a service is given, and that it does not outlive its parent."""

import os
import signal
import subprocess
import sys

import pytest

from opdeplank.processes.member import Member
from opdeplank.settings.table import ROOT

if sys.platform == "win32":
    pytest.skip("there one process is all there is", allow_module_level=True)

ORPHAN = """
import asyncio, sys
from opdeplank.processes.member import Member
async def wait():
    member.end_with_parent()
    print("wacht", flush=True)
    await asyncio.Event().wait()
member = Member.read(sys.argv[1])
asyncio.run(wait())
"""


def test_what_it_was_given_comes_over_and_goes_no_further() -> None:
    reads, writes = os.pipe()
    try:
        os.set_inheritable(reads, True)
        given = Member(2, 3, reads, reads, reads, writes)
        assert Member.read(given.written) == given
        assert not os.get_inheritable(reads), "a process that it starts must not hold the port"
    finally:
        os.close(reads)
        os.close(writes)


@pytest.mark.parametrize("text", ["", "1,2", "een,2,3,4,5,6"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        Member.read(text)


def test_it_ends_when_its_parent_does() -> None:
    its_end, ours = os.pipe()
    given = Member(1, 1, its_end, its_end, its_end, its_end)
    words = [sys.executable, "-c", ORPHAN, given.written]
    with subprocess.Popen(words, cwd=ROOT, pass_fds=[its_end], stdout=subprocess.PIPE, text=True) as process:
        try:
            os.close(its_end)
            assert process.stdout is not None
            assert process.stdout.readline() == "wacht\n"
            os.close(ours)
            assert process.wait(60) == -signal.SIGTERM
        finally:
            process.kill()
