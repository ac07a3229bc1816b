"""What one process says is seen by the others before it says anything else."""

import os
import subprocess
import sys
from tempfile import TemporaryFile

from opdeplank.processes.write_board import WriteBoard, size
from opdeplank.settings.table import ROOT

OTHER = """
import sys
from opdeplank.processes.write_board import WriteBoard
WriteBoard.shared(int(sys.argv[1]), 1, 2).wrote()
"""


def test_alone_it_knows_its_own() -> None:
    board = WriteBoard.alone()
    assert board.last == 0
    board.wrote()
    first = board.last
    board.wrote()
    assert 0 < first <= board.last


def test_who_wrote_elsewhere_is_seen_by_the_same_clock() -> None:
    with TemporaryFile() as file:
        file.truncate(size(2))
        board = WriteBoard.shared(file.fileno(), 0, 2)
        board.wrote()
        mine = board.last
        os.set_inheritable(file.fileno(), True)
        words = [sys.executable, "-c", OTHER, str(file.fileno())]
        subprocess.run(words, cwd=ROOT, check=True, close_fds=False)
        theirs = board.last
        assert mine < theirs
        board.wrote()
        assert theirs < board.last, "of both the moments are of one clock"
