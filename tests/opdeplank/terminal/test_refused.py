from opdeplank.terminal.refused import Refused


def test_a_refusal_is_a_sentence_and_what_a_machine_gets_besides() -> None:
    given = {"code": "ZAAD"}
    error = Refused("Dat kan niet.", given)
    error.value["meer"] = 1
    assert (str(error), given) == ("Dat kan niet.", {"code": "ZAAD"})
    assert Refused("Dat kan niet.").value == {}
