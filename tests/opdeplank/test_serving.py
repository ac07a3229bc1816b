import subprocess
import sys

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
