from graph.cypher.atoms import Param
from schema.request.cost import Cost, evaluator

FIRST, MORE = Param("first"), Param("more")
PLACES = {FIRST: 0, MORE: 1}


def nested() -> Cost:
    cost = Cost(price=2, bytes=3)
    item = cost.item(FIRST)
    item.price = item.nodes = 1
    item.item(MORE).price = 4
    return cost


def test_a_page_costs_its_items_and_what_hangs_under_each() -> None:
    # a size is bound as one more, to see whether there is a next page
    assert evaluator(nested(), PLACES)([11, 6]) == (2 + 10 * (1 + 5 * 4), 10, 3)
    assert evaluator(nested(), PLACES)([1, 6]) == (2, 0, 3)


def test_an_abstract_thing_costs_as_much_as_its_dearest_type() -> None:
    cost = Cost()
    cost.one_of.append([Cost(price=3), Cost(price=7, nodes=1)])
    assert evaluator(cost, {})([]) == (7, 1, 0)


def test_a_list_of_one_is_no_product() -> None:
    cost = Cost()
    cost.item(1).price = 5
    assert cost.formula({}, "price") == "5"
    assert Cost().formula({}, "price") == "0"


def test_every_size_that_counts_is_known() -> None:
    cost = nested()
    cost.one_of.append([nested()])
    assert [*cost.sizes()] == [FIRST, MORE, FIRST, MORE]
