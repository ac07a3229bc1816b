from argparse import Namespace
from pathlib import Path

import orjson
import pytest

from opdeplank.commands.run.toon_plan import run
from opdeplank.settings.table import Settings
from opdeplank.terminal.arguments import WrongUse
from opdeplank.terminal.call import DONE, FAILED, Call

QUERY = "query ($n: Int) { gemeenten(first: $n) { nodes { naam } } }"


def show(folder: Path, query: str, given: str = "{}", machine: bool = True) -> int:
    (folder / "vraag.graphql").write_text(query, "utf-8")
    return run(Call(Namespace(bestand=str(folder / "vraag.graphql"), variabelen=given), Settings(), machine))


def test_a_question_becomes_a_statement_with_its_values_and_its_price(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show(tmp_path, QUERY, '{"n": 3}') == DONE
    found = orjson.loads(capsys.readouterr().out)
    [statement] = found["opdrachten"]
    assert "Gemeente" in statement["tekst"]
    assert 3 in statement["parameters"].values()
    assert (found["dingen"], found["opzoeken"]) == (3, [])
    assert found["kosten"] > 0
    assert show(tmp_path, QUERY, '{"n": 3}', machine=False) == DONE
    assert "hoogstens 3 dingen" in capsys.readouterr().out


def test_a_look_up_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    query = '{ pasklaar(invoer: {vraag: {thema: "thema:a"}}) { nodes { oplossing { titel } } } }'
    assert show(tmp_path, query, machine=False) == DONE
    assert "Eerst opgezocht: pasklaar" in capsys.readouterr().out


@pytest.mark.parametrize("query", ["{ nietsbekends }", "{ gemeenten(first: 1000) { aantal } }", "{"])
def test_a_mistake_is_told_in_dutch_on_the_other_channel(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], query: str
) -> None:
    assert show(tmp_path, query) == FAILED
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("opdeplank: ")
    assert "Cannot" not in told.err


@pytest.mark.parametrize("given", ["[]", "{", "3"])
def test_values_are_a_json_object(tmp_path: Path, given: str) -> None:
    with pytest.raises(WrongUse, match="--variabelen"):
        show(tmp_path, QUERY, given)


def test_a_file_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="niet te lezen"):
        run(Call(Namespace(bestand=str(tmp_path / "weg"), variabelen="{}"), Settings(), True))
