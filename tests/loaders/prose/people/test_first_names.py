"""First names are words by themselves, and none that means something else by itself."""

from graph.dutch.collation import PARTICLES
from loaders.prose.people.first_names import FIRST_NAMES
from loaders.prose.people.functions import TITLES


def test_a_first_name_is_written_small_and_stands_alone() -> None:
    assert {"anna", "jan-willem", "andré"} <= FIRST_NAMES
    assert not [name for name in FIRST_NAMES if name != name.lower() or " " in name or "." in name]


def test_a_particle_or_a_title_is_no_first_name() -> None:
    assert not FIRST_NAMES & {*PARTICLES, *TITLES}
