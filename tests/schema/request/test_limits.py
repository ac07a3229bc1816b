"""What is too large is refused before anything runs, naming the limit, its value and what was asked; in little time."""

import pytest

from graph.domain.provenance import MODEL
from graph.domain.viewer import PUBLIC
from opdeplank.graphql.api import SCHEMA
from schema.execute.parsing import Invalid
from schema.execute.plans import Plans
from schema.refusals import Refused
from schema.request.limits import Budget


def plan(query: str, budget: Budget | None = None, **variables: object) -> None:
    """Everything short of asking the database."""
    plans = Plans(SCHEMA, MODEL, b"secret", budget or Budget())
    document = plans.document(query)
    plans.plan(document, plans.variables(document, variables), PUBLIC)


def doubled(levels: int) -> str:
    spread = " ".join(f"fragment f{i} on Thema {{ ...f{i + 1} ...f{i + 1} }}" for i in range(levels))
    return f"{{ themas {{ nodes {{ ...f0 }} }} }} {spread} fragment f{levels} on Thema {{ naam }}"


def nested(field: str, levels: int, end: str = " }") -> str:
    return '{ thema(sleutel: {slug: "x"}) { ' + f"{field} {{ " * levels + "naam" + end * levels + " } }"


MANY = '{naam: {bevat: "a"}} ' * 101


def filtered(levels: int) -> str:
    start = "{toepassingen: {enige: {gemeente: " * levels
    return f"{{ gemeenten(filter: {start}{{inwoners: {{min: 5}}}}{'}}}' * levels}) {{ aantal }} }}"


@pytest.mark.parametrize(
    ("query", "limit", "most", "asked"),
    [
        (nested("bovenliggend", 50), "diepte", 10, 52),
        (nested("onderliggend { nodes", 25, " } }"), "diepte", 10, 27),
        ("{" + " ".join(f"a{i}: themas {{ nodes {{ naam }} }}" for i in range(200)) + "}", "aliassen", 15, 200),
        ("{ themas { nodes { naam " + "@include(if: true) " * 50 + "} } }", "richtlijnen", 20, 50),
        ("{ themas { nodes { " + "naam " * 3000 + "} } }", "tokens", 2000, 2001),
        (filtered(5), "filterdiepte", 4, 5),
        (f"{{ gemeenten(filter: {{of: [{MANY}]}}) {{ aantal }} }}", "voorwaarden", 100, 101),
    ],
)
def test_a_document_over_a_limit_is_refused_with_its_figures(query: str, limit: str, most: int, asked: int) -> None:
    with pytest.raises(Refused) as refusal:
        plan(query)
    assert refusal.value.code == "OPERATION_TOO_LARGE"
    assert refusal.value.extensions == {"limiet": limit, "hoogstens": most, "gevraagd": asked}


def test_root_fields_are_counted_through_fragments() -> None:
    query = "query { ...a ...a } fragment a on Query { themas { nodes { naam } } wetten { nodes { naam } } }"
    with pytest.raises(Refused) as refusal:
        plan(query, Budget(roots=3))
    assert refusal.value.extensions["limiet"] == "wortels"


@pytest.mark.parametrize("levels", [8, 16, 24, 30])
def test_fragments_spread_twice_are_measured_once(levels: int) -> None:
    """Written out, thirty levels are a thousand million fields; a walk that writes them out would not come back."""
    plan(doubled(levels))


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("query { themas { nodes { ...a } } } fragment a on Thema { ...b } fragment b on Thema { ...a }", "refused"),
        ("{ __schema { types { fields { type { fields { type { fields { type { fields { name }}}}}}}}}}", "invalid"),
        ("{" * 5000, "invalid"),
        ("{ knelpunten(filter: " + "{niet: " * 500 + "{}" + "}" * 500 + ") { aantal } }", "invalid"),
    ],
)
def test_a_bomb_ends_in_a_refusal(query: str, code: str) -> None:
    with pytest.raises(Refused if code == "refused" else Invalid):
        plan(query)


def test_a_variable_nested_without_end_is_refused() -> None:
    value: dict[str, object] = {"titel": {"is": "x"}}
    for _ in range(900):
        value = {"niet": value}
    with pytest.raises(Invalid) as refusal:
        plan("query ($f: KnelpuntFilter) { knelpunten(filter: $f) { aantal } }", f=value)
    assert refusal.value.code == "BAD_USER_INPUT"


def test_a_filter_thirty_levels_deep_still_compiles() -> None:
    plan("{ knelpunten(filter: " + "{niet: " * 30 + '{titel: {is: "x"}}' + "}" * 30 + ") { aantal } }")


def test_a_caller_may_not_have_ever_new_statements_planned() -> None:
    plans = Plans(SCHEMA, MODEL, b"secret", Budget(shapes=3))
    for i in range(3):
        plans.shapes.spend("10.0.0.1", [f"RETURN {i}"])
    plans.shapes.spend("10.0.0.1", ["RETURN 1"])
    plans.shapes.spend(None, ["RETURN 99"])
    with pytest.raises(Refused) as refusal:
        plans.shapes.spend("10.0.0.1", ["RETURN 4"])
    assert refusal.value.code == "RATE_LIMITED"
    plans.shapes.spend("10.0.0.2", ["RETURN 4"])


def test_plans_and_shapes_are_remembered_within_bounds() -> None:
    plans = Plans(SCHEMA, MODEL, b"secret", Budget(), most=10)
    for i in range(50):
        plans.document(f"query q{i} {{ themas {{ nodes {{ naam }} }} }}")
    assert len(plans.documents.items) == 10
    document = plans.document("query ($f: KnelpuntFilter) { knelpunten(filter: $f) { aantal } }")
    for i in range(100):
        given = {"f": {"en": [{"titel": {"is": "x"}}] * (i + 1)}}
        plans.plan(document, plans.variables(document, given), PUBLIC)
    assert len(document.plans) == Plans.MOST_SHAPES


def test_each_key_of_a_group_multiplies_so_there_are_few() -> None:
    plan("{ knelpunten { groepeer(op: [THEMA, THEMA, THEMA, FASE, WET]) { sleutels } } }")
    with pytest.raises(Refused) as refusal:
        plan("{ knelpunten { groepeer(op: [THEMA, FASE, WET, ROUTE]) { sleutels } } }")
    assert refusal.value.code == "BAD_USER_INPUT"
