"""What a change of the schema does to others: every kind is found, and said in Dutch."""

import re
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from graphql import BreakingChangeType, DangerousChangeType

from opdeplank.cli import main
from opdeplank.graphql.api import sdl
from opdeplank.graphql.evolution import NoSchema, compared
from opdeplank.settings.table import ROOT

OLDER = """
directive @weg on FIELD
directive @plek(oud: Int) repeatable on FIELD | QUERY
interface Ding { id: ID! }
interface Extra { id: ID! }
type Gone { id: ID }
type A implements Ding { id: ID! naam: String lijst(eerste: Int = 10, na: String): [A!]! }
type B { id: ID! soort: Soort getal: Float }
type C { id: ID! }
union Iets = A | B
enum Soort { EEN TWEE }
input Invoer { a: Int b: Int = 1 }
scalar Kind
type Query { a(i: Invoer, verplicht: Int): A iets: Iets b: B c: C gone: Gone kind: Kind }
"""
NEWER = """
directive @plek(nieuw: Int!) on FIELD
interface Ding { id: ID! }
interface Extra { id: ID! }
type A implements Extra { id: ID! lijst(eerste: Int = 25, na: Int, extra: Int, moet: Int!): [A]! }
type B { id: ID! soort: Soort getal: String }
type C { id: ID! }
union Iets = A | C
enum Soort { EEN DRIE }
input Invoer { a: String b: Int = 2 c: Int d: Int! }
type Kind { id: ID }
type Query { a(i: Invoer): A iets: Iets b: B c: C kind: Kind }
"""
ENGLISH = re.compile(r"\b(from|to|added|removed|changed|the|type|implements|interface|longer|[Ff]lag|has|no)\b")


def test_every_kind_of_change_is_found_and_said_in_dutch() -> None:
    found = compared(OLDER, NEWER)
    assert {each.kind for each in found.breaking} == {kind.name for kind in BreakingChangeType}
    assert {each.kind for each in found.mind} == {kind.name for kind in DangerousChangeType}
    for each in (*found.breaking, *found.mind):
        assert not ENGLISH.search(each.text), each.text
        assert not each.text.endswith("."), each.text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("FIELD_REMOVED", "A.naam is weg"),
        ("FIELD_CHANGED_KIND", "B.getal was Float en is nu String"),
        ("TYPE_REMOVED", "Gone is weg"),
        ("TYPE_CHANGED_KIND", "Kind was een Scalar en is nu een Object"),
        ("TYPE_REMOVED_FROM_UNION", "B is geen Iets meer"),
        ("VALUE_REMOVED_FROM_ENUM", "Soort.TWEE is weg"),
        ("IMPLEMENTED_INTERFACE_REMOVED", "A is geen Ding meer"),
        ("REQUIRED_ARG_ADDED", "A.lijst(moet:) is er nu, en moet worden ingevuld"),
        ("ARG_REMOVED", "Query.a(verplicht:) is weg"),
        ("DIRECTIVE_LOCATION_REMOVED", "@plek mag niet meer op QUERY"),
    ],
)
def test_it_says_what(kind: str, text: str) -> None:
    assert (kind, text) in {(each.kind, each.text) for each in compared(OLDER, NEWER).breaking}


def test_nothing_changes_between_a_schema_and_itself() -> None:
    same = compared(sdl(), sdl())
    assert (same.breaking, same.mind) == ((), ())


@pytest.mark.parametrize("text", ["", "{ nee }", "type Query { a: Bestaat }", "geen schema"])
def test_what_is_no_schema_is_refused(text: str) -> None:
    with pytest.raises(NoSchema):
        compared(text, sdl())


def test_the_command_fails_on_a_field_that_went_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    released = tmp_path / "released.graphql"
    released.write_text(sdl().replace("type Query {", "type Query {\n  vroeger: String\n", 1), encoding="utf-8")
    assert main(["schema", "--vergelijk", str(released)], {}) == 1
    assert "Query.vroeger is weg" in capsys.readouterr().out
    assert main(["schema", "--vergelijk", str(released), "--json"], {}) == 1
    assert orjson.loads(capsys.readouterr().out)["breekt"] == [
        {"soort": "FIELD_REMOVED", "wat": "Query.vroeger is weg"}
    ]


def test_the_command_lets_what_is_new_pass_and_mentions_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    released = tmp_path / "released.graphql"
    released.write_text(re.sub(r'  """[^"]*"""\n  UITGEFASEERD\n', "", sdl()), encoding="utf-8")
    assert main(["schema", "--vergelijk", str(released)], {}) == 0
    assert "Rijpheid.UITGEFASEERD is er nu" in capsys.readouterr().out
    assert main(["schema", "--vergelijk", str(tmp_path / "nergens")], {}) == 2


def test_the_check_compares_with_the_last_release(tmp_path: Path) -> None:
    """`.ci/released`: nothing to compare before the first release; after it, what breaks fails the run."""
    script = [str(ROOT / ".ci" / "released"), sys.executable]
    first = subprocess.run([*script, str(tmp_path / "nog-niet")], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (first.returncode, "nothing is released yet" in first.stdout) == (0, True)
    kept = tmp_path / "released.graphql"
    kept.write_text(sdl().replace("type Query {", "type Query {\n  vroeger: String\n", 1), encoding="utf-8")
    broken = subprocess.run([*script, str(kept)], capture_output=True, text=True, check=False, cwd=ROOT)
    assert broken.returncode == 1
    assert "Query.vroeger is weg" in broken.stdout
