"""`subscription { wijzigingen(…) { … } }`: what is asked once, and the query that answers it for each change.

    subscription S($t: [ID!]) { nieuw: wijzigingen(thema: $t, sinds: 7) { positie ...F } }
      asked   what the arguments say, coerced: {"thema": […], "sinds": 7}
      query   query ($sleutels: [ID!]!) { wijziging: nodes(ids: $sleutels) { ... on Wijziging { positie ...F } } }

So a change is read by the same route as anything else, with what this role may see compiled into it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import orjson
from graphql import FragmentDefinitionNode, FragmentSpreadNode, Node, OperationType, VariableNode, print_ast
from graphql.execution.collect_fields import FragmentDetails, collect_fields
from graphql.execution.values import get_argument_values

from schema.execute.parsing import coerced, parsed, variable_definitions
from schema.execute.plans import Plans
from schema.refusals import bad_input

N = TypeVar("N", bound=Node)
NO_STREAM = "Schrijven gaat niet als stroom: stuur de mutatie met POST naar /graphql"
ROOT, IDS = "wijziging", "sleutelsVanWijzigingen"


@dataclass(frozen=True)
class Subscription:
    """One subscription. `key` is what its field is called in the answer."""

    key: str
    asked: Mapping[str, Any]
    query: str
    variables: Mapping[str, Any] = field(default_factory=dict)

    def given(self, ids: Sequence[str]) -> dict[str, Any]:
        """The variables of the query for these changes."""
        return {**self.variables, IDS: list(ids)}

    def answers(self, body: bytes, count: int) -> list[bytes | None]:
        """The answer to the query, as one for each of the changes; None for what may not be seen, or is gone."""
        reply = orjson.loads(body)
        found = (reply.get("data") or {}).get(ROOT) or [None] * count
        errors: dict[int, list[Any]] = {}
        for error in reply.get("errors", ()):
            path = error.get("path") or []
            if len(path) > 1 and isinstance(path[1], int):
                errors.setdefault(path[1], []).append({**error, "path": [self.key, *path[2:]]})
        return [self._one(value, errors.get(i)) for i, value in enumerate(found)]

    def _one(self, value: Any, errors: list[Any] | None) -> bytes | None:
        if value is None:
            return None
        said = {"data": {self.key: value}}
        return orjson.dumps({"errors": errors, **said} if errors else said)


def subscription(
    plans: Plans, text: str, name: str | None, variables: Mapping[str, Any] | None
) -> Subscription | None:  # fmt: skip
    """Read one; None when the operation is something else. Raises Invalid and Refused."""
    node, operation = parsed(plans.schema, plans.budget, text, name, streams=True)
    if operation.operation is OperationType.MUTATION:
        raise bad_input(NO_STREAM)
    if operation.operation is not OperationType.SUBSCRIPTION:
        return None
    values = coerced(plans.schema, variable_definitions(text, operation), variables or {})
    root = plans.schema.subscription_type
    assert root is not None
    fragments = {d.name.value: d for d in node.definitions if isinstance(d, FragmentDefinitionNode)}
    spread = {key: FragmentDetails(fragment) for key, fragment in fragments.items()}
    found = collect_fields(plans.schema, spread, values, root, operation).grouped_field_set
    key, details = next(iter(found.items()))
    first = details[0].node
    asked = get_argument_values(root.fields[first.name.value], first, values)
    parts = [each.node.selection_set for each in details if each.node.selection_set]
    needed = _needed(parts, fragments)
    used = _variables([*parts, *needed])
    definitions = [print_ast(d) for d in operation.variable_definitions or () if d.variable.name.value in used]
    inner = " ".join(f"... on Wijziging {print_ast(part)}" for part in parts)
    query = f"query ({', '.join([*definitions, f'${IDS}: [ID!]!'])}) {{ {ROOT}: nodes(ids: ${IDS}) {{ {inner} }} }}"
    given = {each: value for each, value in (variables or {}).items() if each in used}
    return Subscription(key, asked, "\n".join([query, *map(print_ast, needed)]), given)


def _needed(parts: Iterable[Node], fragments: Mapping[str, FragmentDefinitionNode]) -> list[FragmentDefinitionNode]:
    """The fragments that these selections spread, and those that are spread in them."""
    found: dict[str, FragmentDefinitionNode] = {}
    waiting = [*parts]
    while waiting:
        for spread in _all(waiting.pop(), FragmentSpreadNode):
            name = spread.name.value
            if name not in found:
                found[name] = fragments[name]
                waiting.append(fragments[name])
    return [*found.values()]


def _variables(parts: Iterable[Node]) -> set[str]:
    return {each.name.value for part in parts for each in _all(part, VariableNode)}


def _all(node: Node, kind: type[N]) -> Iterator[N]:
    """Every node of a kind at or below one."""
    waiting: list[Node] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, kind):
            yield here
        for key in here.keys:
            value = getattr(here, key, None)
            if isinstance(value, Node):
                waiting.append(value)
            elif isinstance(value, list | tuple):
                waiting.extend(each for each in value if isinstance(each, Node))
