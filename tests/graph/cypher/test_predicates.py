import pytest

from graph.cypher.atoms import Hop, Is, Param, Prop, Step
from graph.cypher.predicates import OPERATORS, predicate
from graph.cypher.query import ALWAYS, All, Condition, Either, Found, Missing, Not, Value, When
from graph.cypher.query import Test as Compare
from graph.cypher.text import SLOT, At, Text

HERE = At("n", "r", 0)
NAME = Compare(Prop("naam"), "=", Param("x"))
SIZE = Compare(Prop("inwoners"), ">", Param("y"))
THERE = Found(Hop((Step(("DEEL_VAN",), True),)), ALWAYS)


def value(of: Value, at: At) -> Text:
    return Text("EXISTS { … }", (), 1) if isinstance(of, Found) else Text(f"{at.node}.{getattr(of, 'name', '')}")


def said(condition: Condition) -> str:
    return predicate(condition, HERE, value).text.replace(SLOT, "$")


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (NAME, "n.naam = $"),
        (Compare(Prop("namen"), "holds", Param("x")), "$ IN n.namen"),
        (Compare(Prop("namen"), "one starts", Param("x")), "any(x IN n.namen WHERE x STARTS WITH $)"),
        (Missing(Prop("tot")), "n.tot IS NULL"),
        (Is(("Wet", "Thema")), "(n:Thema OR n:Wet)"),
        (ALWAYS, "true"),
        (Either(()), "false"),
        (All((NAME,)), "n.naam = $"),
        (All((NAME, SIZE)), "(n.inwoners > $ AND n.naam = $)"),
        (Not(NAME), "NOT coalesce(n.naam = $, false)"),
        (Not(Missing(Prop("tot"))), "n.tot IS NOT NULL"),
        (Not(Not(NAME)), "n.naam = $"),
        (Not(THERE), "NOT EXISTS { … }"),
        (Not(All((NAME, THERE))), "(NOT EXISTS { … } OR NOT coalesce(n.naam = $, false))"),
        (When(Is(("Wet",)), THERE, ALWAYS), "CASE WHEN (n:Wet) THEN EXISTS { … } ELSE true END"),
        (Not(When(NAME, THERE, Not(SIZE))), "CASE WHEN n.naam = $ THEN NOT EXISTS { … } ELSE n.inwoners > $ END"),
        (Not(Either((NAME, SIZE))), "(NOT coalesce(n.inwoners > $, false) AND NOT coalesce(n.naam = $, false))"),
    ],
)
def test_a_condition_as_text(condition: Condition, text: str) -> None:
    assert said(condition) == text


def test_the_order_in_which_somebody_asks_makes_no_other_text() -> None:
    assert said(All((NAME, SIZE))) == said(All((SIZE, NAME)))
    assert predicate(All((NAME, SIZE)), HERE, value).params == (Param("y"), Param("x"))


@pytest.mark.parametrize("operator", OPERATORS)
def test_every_operator_binds_its_value_once(operator: str) -> None:
    made = predicate(Compare(Prop("naam"), operator, Param("x")), HERE, value)
    assert (made.text.count(SLOT), made.params) == (1, (Param("x"),))
    assert "{" not in made.text
