"""One subscription as what it asks, and as the query that answers it for each change."""

import orjson
import pytest

from graph.domain.provenance import MODEL
from opdeplank.graphql.api import SCHEMA
from schema.execute.parsing import Invalid
from schema.execute.plans import Plans
from schema.execute.subscriptions import IDS, Subscription, subscription
from schema.refusals import Refused

PLANS = Plans(SCHEMA, MODEL, b"x")
WHOLE = """
subscription S($themas: [ID!], $ook: Boolean!, $typen: [ZoekType!] = [THEMA]) { ...R }
fragment R on Subscription {
  nieuw: wijzigingen(thema: $themas, typen: $typen, sinds: 7) { positie ...F }
  nieuw: wijzigingen(thema: $themas, typen: $typen, sinds: 7) { op }
}
fragment F on Wijziging { entiteit @include(if: $ook) { ...G } }
fragment G on Entiteit { weergavenaam ... on Thema { naam } }
"""


def made(text: str, **variables: object) -> Subscription:
    found = subscription(PLANS, text, None, variables)
    assert found is not None
    return found


def test_the_arguments_are_asked_once_and_the_selection_for_each_change() -> None:
    found = made(WHOLE, themas=["thema:a"], ook=True)
    assert found.key == "nieuw"
    assert found.asked == {"thema": ["thema:a"], "typen": ["THEMA"], "sinds": 7}
    assert found.given(["wijziging:a"]) == {"ook": True, IDS: ["wijziging:a"]}
    document = PLANS.document(found.query)
    assert {each.variable.name.value for each in document.definitions} == {"ook", IDS}
    assert "Subscription" not in found.query


def test_what_it_asks_does_not_change_its_query_so_that_alike_streams_share_it() -> None:
    one, two = (
        f"subscription {{ wijzigingen(sinds: {n}, typen: [{t}]) {{ id }} }}" for n, t in ((1, "THEMA"), (2, "WET"))
    )
    assert made(one).query == made(two).query


def test_each_change_gets_its_own_answer_with_its_own_errors() -> None:
    found = Subscription("w", {}, "")
    error = {"message": "x", "path": ["wijziging", 2, "door"]}
    body = orjson.dumps({"data": {"wijziging": [{"id": "a"}, None, {"id": "c", "door": None}]}, "errors": [error]})
    first, second, third = found.answers(body, 3)
    assert orjson.loads(first or b"") == {"data": {"w": {"id": "a"}}}
    assert second is None
    assert orjson.loads(third or b"")["errors"] == [{"message": "x", "path": ["w", "door"]}]


def test_another_operation_is_none() -> None:
    assert subscription(PLANS, "{ stand { versie } }", None, None) is None


@pytest.mark.parametrize(
    "text",
    [
        "subscription { wijzigingen { x } }",
        "subscription { __typename }",
        "subscription ($a: Int!) { wijzigingen { id } }",
    ],
)
def test_what_is_not_valid_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        subscription(PLANS, text, None, None)


def test_a_subscription_without_a_stream_says_where_to_ask() -> None:
    with pytest.raises(Refused, match="/graphql/stream"):
        PLANS.document("subscription { wijzigingen { id } }")
