import subprocess
import sys

from opdeplank.settings.table import ROOT

ASKED = """
import resource
from opdeplank.serving import make_room
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
make_room(100)
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
make_room(10)
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""


def test_there_is_room_for_the_connections_besides_our_own_files() -> None:
    """In a process of its own, since a limit stays."""
    done = subprocess.run([sys.executable, "-c", ASKED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["612", "612"]
