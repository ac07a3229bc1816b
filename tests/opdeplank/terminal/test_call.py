from argparse import Namespace

import orjson
import pytest

from opdeplank.settings.table import Settings
from opdeplank.terminal.call import Call


@pytest.mark.parametrize("machine", [True, False])
def test_a_machine_gets_the_value_and_a_person_the_text(machine: bool, capsys: pytest.CaptureFixture[str]) -> None:
    Call(Namespace(), Settings(), machine).answer({"gevuld": True}, "De graaf is gevuld.")
    told = capsys.readouterr().out
    assert told.endswith("\n")
    if machine:
        assert orjson.loads(told) == {"gevuld": True}
    else:
        assert told == "De graaf is gevuld.\n"
