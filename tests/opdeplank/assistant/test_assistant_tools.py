"""What a language model may ask, and what it is told when it asks wrongly."""

from typing import Any

import pytest

from opdeplank.assistant.assistant_tools import LONGEST, TOOLS, WrongCall
from opdeplank.graphql.registered import by_name

BY_NAME = {tool.name: tool for tool in TOOLS}


def test_every_tool_asks_a_registered_question_with_variables_it_has() -> None:
    samples = {"vraag": "schulden", "gemeente": "gm0344", "naam": "x", "code": "GM0344"}
    for tool in TOOLS:
        given = {name: samples.get(name, f"{tool.name.removeprefix('toon_')}:x") for name in (*tool.needs, *tool.takes)}
        asked = by_name(tool.asks)
        variables = tool.checked(given)
        assert set(variables) <= asked.variables, tool.name
        assert {each.name for each in asked.declared if each.needed} <= set(variables), tool.name
        assert tool.schema["required"] == [*tool.needs]
        assert tool.schema["additionalProperties"] is False


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("zoek_op_de_plank", {}, "Geef ook `vraag`"),
        ("zoek_op_de_plank", {"vraag": " "}, "moet een tekst zijn"),
        ("zoek_op_de_plank", {"vraag": 3}, "moet een tekst zijn"),
        ("zoek_op_de_plank", {"vraag": "x" * (LONGEST + 1)}, "moet een tekst zijn"),
        (
            "zoek_op_de_plank",
            {"vraag": "x", "query": "{ personen { nodes { email } } }"},
            "kent `zoek_op_de_plank` niet",
        ),
        ("zoek_op_de_plank", {"vraag": "x", "gemeente": "Utrecht"}, "geen code van een gemeente"),
        ("toon_oplossing", {"id": "persoon:jan"}, "geen id van een oplossing"),
        ("toon_gemeente", {"code": "GM1"}, "geen code van een gemeente"),
    ],
)
def test_a_wrong_call_says_what_to_give(name: str, given: dict[str, Any], says: str) -> None:
    with pytest.raises(WrongCall, match=says.replace("(", r"\(")):
        BY_NAME[name].checked(given)
