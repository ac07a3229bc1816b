"""What can be asked of each kind comes from the schema, and nothing of people is among it."""

from graph.domain.provenance import MODEL
from opdeplank.reconcile.kinds import NAMES, properties


def test_values_and_things_are_told_apart() -> None:
    found = properties("Gemeente")
    assert (found["inwoners"].kind, found["inwoners"].things) == ("Int", False)
    assert (found["ervaart"].kind, found["ervaart"].things, found["ervaart"].pages) == ("Knelpunt", True, True)
    assert (properties("Wet")["departement"].kind, properties("Wet")["departement"].pages) == ("Departement", False)


def test_nothing_of_people_and_nothing_guarded() -> None:
    for kind in NAMES:
        for name, each in properties(kind).items():
            assert each.kind != "Persoon", (kind, name)
            stored = MODEL.nodes[kind].properties.get(name)
            assert stored is None or stored.public, (kind, name)
    assert "Persoon" not in NAMES
