from graph.meaning.pieces import GROUPS, MOST, WORDINGS, parts


def test_pieces_hold_every_name_once() -> None:
    names = [f"naam {i}" for i in range(11)]
    found = parts("Titel", "Wat het is.", names)
    assert len(found) == GROUPS + 1
    assert found[0] == "Titel. Wat het is."
    assert ". ".join(found[1:]) == ". ".join(names)
    assert parts("Titel", "Titel.", []) == ("Titel",)
    assert parts("Titel", None, ["a"]) == ("Titel", "a")


def test_each_way_to_ask_is_a_piece_of_its_own() -> None:
    asked = [f"hoe dan {i}?" for i in range(WORDINGS + 3)]
    names = [f"naam {i}" for i in range(GROUPS)]
    found = parts("Titel", "Wat het is.", names, asked)
    assert found == ("Titel. Wat het is.", *names, *asked[:WORDINGS])
    assert len(found) == MOST


def test_there_are_never_more_pieces_than_there_is_room_for() -> None:
    for number in range(20):
        found = parts("Titel", "Wat het is.", [f"naam {i}" for i in range(number)])
        assert len(found) == 1 + min(number, GROUPS) <= MOST
        assert all(found)


def test_a_description_that_only_repeats_the_name_is_no_piece() -> None:
    assert parts("Titel", " titel. ", []) == parts("Titel", "", []) == ("Titel",)
