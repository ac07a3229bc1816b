"""What may not stand in the graph although each value by itself may."""

import pytest

from graph.domain.readiness import broken


@pytest.mark.parametrize("values", [{}, {"materialen": []}, {"materialen": None}])
def test_what_lies_ready_has_something_to_hand_over(values: dict[str, object]) -> None:
    assert "zonder materiaal" in (broken("Oplossing", "oplossing:x", {"rijpheid": "PASKLAAR", **values}) or "")
    assert broken("Oplossing", "oplossing:x", {"rijpheid": "BEPROEFD", **values}) is None
    assert broken("Oplossing", "oplossing:x", {"rijpheid": "PASKLAAR", "materialen": ["{}"]}) is None
    assert broken("Traject", "traject:x", {"rijpheid": "PASKLAAR"}) is None
