from typing import Any

from opdeplank.pages.shelf.bord import HIGH, LOW, PITCH, height, shelves


def thema(name: str, *uses: int) -> dict[str, Any]:
    nodes = [{"toepassingen": {"aantal": used}} for used in uses]
    return {"id": f"thema:{name}", "naam": name, "oplossingen": {"aantal": len(uses), "nodes": nodes}}


def test_a_thema_without_oplossingen_has_no_board() -> None:
    assert [bord.naam for bord in shelves([thema("a", 1), thema("b"), thema("c", 0)])] == ["a", "c"]


def test_what_nobody_uses_yet_is_dashed_in_its_place() -> None:
    [bord] = shelves([thema("a", 4, 0, 1)])
    assert (bord.vol.count("M"), bord.leeg.count("M"), bord.aantal) == (2, 1, 3)
    assert bord.breedte == 3 * PITCH + 1
    assert f"M{2 + PITCH} " in bord.leeg


def test_a_block_is_as_high_as_it_is_used() -> None:
    heights = [height(used) for used in (1, 2, 25, 10**6)]
    assert heights == sorted(heights)
    assert (heights[0], heights[-1]) == (LOW, HIGH)
