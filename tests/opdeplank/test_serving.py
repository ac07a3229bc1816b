import subprocess
import sys

import pytest

from opdeplank.settings.table import ROOT

ASKED = """
import resource
from opdeplank.serving import make_room
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
print(make_room(100), resource.getrlimit(resource.RLIMIT_NOFILE)[0])
print(make_room(10), resource.getrlimit(resource.RLIMIT_NOFILE)[0])
for hard in (600, 300, 20):
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    print(make_room(1_000), resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""


def test_there_is_room_for_the_connections_besides_our_own_files() -> None:
    """In a process of its own, since a limit stays."""
    done = subprocess.run([sys.executable, "-c", ASKED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["100 612", "10 612", "150 600", "75 300", "10 20"], "fewer where it must be"


RINGS = """
import gc, weakref
from opdeplank.serving import settle
from schema.execute.parsing import cleared

class Ring:
    pass

def ring():
    made = Ring()
    made.itself, made.weight = made, [[] for _ in range(100)]
    return made

stays = [[] for _ in range(1_000_000)]
settle()
rings = [ring() for _ in range(1_000)]
seen = [weakref.ref(each) for each in rings]
gc.collect(1)  # now they are old
del rings
for _ in range(30):
    HAPPENS
print(sum(each() is not None for each in seen))
"""


@pytest.mark.parametrize(
    "happens", ["[[] for _ in range(60_000)]; gc.collect(1)", "cleared(int)"], ids=["much", "refusals"]
)
def test_rings_that_grew_old_are_cleared_away_beside_all_that_stays(happens: str) -> None:
    """Whether much is made, or every refused document has the young cleared away."""
    told = [sys.executable, "-c", RINGS.replace("HAPPENS", happens)]
    assert subprocess.run(told, cwd=ROOT, capture_output=True, text=True, check=True).stdout == "0\n"
