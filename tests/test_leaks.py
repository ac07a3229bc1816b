"""Places where a rule that is compiled into questions has leaked elsewhere, each with what leaked there, where that was
reported, and the tests here that fail when it leaks with us. Those tests have to be there."""

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
WALK = "schema/test_walk::test_what_is_hidden_is_as_if_it_was_never_there"
EACH_RULE = "schema/test_walk::test_without_the_rule_of_a_type_the_walk_finds_it"
ON_NEO4J = "schema/test_walk::test_on_neo4j_it_is_as_if_it_was_never_there_too"
GUARDED = "schema/compile/test_guarding::test_what_is_for_others_cannot_be_used"
ROLES = "schema/execute/test_by_role"
OWN = "schema/mutations/test_reporting_own"
PAGES = "opdeplank/pages/test_hidden_pages"
STREAM = "opdeplank/following/test_stream"


class Leak(NamedTuple):
    place: str
    what: str
    seen: str
    tests: tuple[str, ...]


LEAKS = (
    Leak("total of a list", "counted without the rule of the filter", "neo4j/graphql#4840", (WALK, EACH_RULE)),
    Leak("total behind an interface", "the rule of the concrete type was left out", "neo4j/graphql#4581", (WALK,)),
    Leak("rule over a second hop", "the statement broke, and the page with it", "neo4j/graphql#4095", (WALK,)),
    Leak("total with a rule about a relation", "all rows were counted", "hasura/graphql-engine#7603", (WALK,)),
    Leak("a second engine", "the rule was not applied there", "hasura/graphql-engine#7773", (ON_NEO4J,)),
    Leak(
        "a limit within the rule", "the total stopped at it", "hasura/graphql-engine#1837",
        ("schema/test_walk::test_a_total_is_not_stopped_by_the_size_of_a_page",),
    ),
    Leak("filter on a related type", "read a letter at a time", "neo4j/graphql#3560", (GUARDED, WALK)),
    Leak("filter and order of a field", "the same, on the type itself", "prisma/prisma1#711", (GUARDED,)),
    Leak("LIKE on a secret", "found by halving", "drupal-graphql/graphql#814", (GUARDED,)),
    Leak(
        "full text", "hidden fields stood in the index", "directus/directus#23894",
        (WALK, "graph/domain/test_guards::test_what_is_guarded_stands_in_no_text_that_everybody_searches"),
    ),
    Leak("an index beside the graph", "its hits were not judged again", "aws-amplify/amplify-cli#1766", (WALK,)),
    Leak(
        "error or nothing", "the error came only where a row matched", "neo4j/graphql#1079",
        ("schema/compile/test_guarding::test_it_says_the_same_whatever_is_asked_of_it",),
    ),
    Leak(
        "uniqueness", "a name that is taken was told before the rule", "hasura/graphql-engine#9838",
        (f"{OWN}::test_a_hidden_double_is_not_told_to_a_gemeente",),
    ),
    Leak(
        "text of an error", "showed the row", "hasura/graphql-engine#3658",
        (f"{OWN}::test_what_was_withdrawn_is_not_changed_by_who_does_not_see_it",
         f"{OWN}::test_what_is_hidden_is_not_there"),
    ),
    Leak(
        "connecting within a mutation", "the rule looked at the wrong end", "neo4j/graphql#1132",
        (f"{OWN}::test_what_is_hidden_is_not_there",),
    ),
    Leak(
        "making under another's thing", "past what one may do with that", "prisma/prisma1#1378",
        (f"{OWN}::test_a_gemeente_reports_for_itself_alone", f"{OWN}::test_what_is_hidden_is_not_there"),
    ),
    Leak(
        "making or changing", "the half that changes was not judged", "nhost/nhost#4419",
        (f"{OWN}::test_what_was_withdrawn_is_not_changed_by_who_does_not_see_it",
         f"{OWN}::test_a_gemeente_feels_a_knelpunt_that_is_known_and_later_no_longer"),
    ),
    Leak("union, interface, node", "rules of the object left out", "AstrumU/graphql-authz#58", (WALK, EACH_RULE)),
    Leak("edges of an interface", "true and false together were true", "dgraph-io/dgraph#8335", (WALK, EACH_RULE)),
    Leak(
        "cursor", "held what was scanned and not shown", "Gitlawb/node#134",
        (WALK, f"{ROLES}::test_a_cursor_of_one_role_is_refused_for_another"),
    ),
    Leak(
        "pages made after the rule", "short pages, and every row judged for a total", "openfga/openfga#435",
        ("schema/test_walk::test_a_total_is_not_stopped_by_the_size_of_a_page",),
    ),
    Leak(
        "kept answers", "one caller's answer went to another", "coralproject/talk#4856",
        (f"{PAGES}::test_an_answer_for_a_role_is_private_and_one_for_everybody_is_not",
         f"{PAGES}::test_a_registered_question_is_answered_as_to_everybody_whoever_shows_a_key"),
    ),
    Leak(
        "kept plans", "the role was no part of the key", "wundergraph/cosmo#3244",
        (f"{ROLES}::test_a_plan_is_for_a_role_and_a_gemeente",
         f"{ROLES}::test_one_document_asked_by_each_role_in_both_orders_gives_each_its_own"),
    ),
    Leak(
        "subscription", "woken for what he may not see", "rmosolgo/graphql-ruby#3390",
        (f"{STREAM}::test_everybody_gets_his_own_series_and_nothing_wakes_him_for_what_is_hidden",),
    ),
    Leak(
        "a stream that lasts", "the key was not looked at again", "apollographql/router#3947",
        (f"{STREAM}::test_a_key_that_was_withdrawn_ends_the_stream_at_the_next_look",
         f"{STREAM}::test_a_stream_ends_when_its_key_does"),
    ),
    Leak("count within a filter", "the rule stood in what is shown alone", "neo4j/graphql#5534", (WALK,)),
    Leak(
        "look-up by key", "all nodes were walked before the key", "neo4j/graphql#5702",
        (f"{ROLES}::test_what_is_asked_by_its_key_is_found_by_its_index",),
    ),
)  # fmt: skip


@cache
def named_in(module: str) -> frozenset[str]:
    tree = ast.parse((HERE / f"{module}.py").read_text(encoding="utf-8"))
    return frozenset(n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.place)
def test_every_place_is_watched(leak: Leak) -> None:
    assert leak.tests
    for test in leak.tests:
        module, _, name = test.partition("::")
        assert name.startswith("test_")
        assert name in named_in(module), test
