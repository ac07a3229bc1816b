"""What an operation costs, worked out before it runs.

A cost is a sum of products of constants and page sizes, kept as the source of an expression over the bound values:
`2 + (bound[3] - 1) * (1 + …)`. So a known plan only evaluates a line of arithmetic.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.cypher.atoms import Param

UNPAGED = 2  # what we reckon for a list that has no page size


@dataclass
class Cost:
    """Price, number of nodes and least number of bytes of a selection; `below` are the costs of what hangs under each
    item, `one_of` those of an abstract thing seen as each of its types.

    The bytes are those of the keys: known before anything is read, and what a short document multiplies.
    """

    price: int = 0
    nodes: int = 0
    bytes: int = 0
    below: "list[tuple[Param | int, Cost]]" = field(default_factory=list)
    one_of: "list[list[Cost]]" = field(default_factory=list)

    def item(self, size: Param | int) -> "Cost":
        """The cost of one item of a list of this size."""
        made = Cost()
        self.below.append((size, made))
        return made

    def formula(self, params: Mapping[Param, int], what: str) -> str:
        own = str(getattr(self, what))
        parts = [own]
        for size, cost in self.below:
            inner = cost.formula(params, what)
            if inner != "0":
                times = str(size) if isinstance(size, int) else f"(bound[{params[size]}] - 1)"
                parts.append(inner if times == "1" else f"{times} * ({inner})")
        for costs in self.one_of:
            formulas = {c.formula(params, what) for c in costs} - {"0"}
            parts += [f"max({', '.join(sorted(formulas))})"] if len(formulas) > 1 else sorted(formulas)
        return " + ".join(p for p in parts if p != "0") or "0"

    def sizes(self) -> Iterator[Param]:
        """The page sizes that count."""
        for size, cost in self.below:
            if not isinstance(size, int):
                yield size
            yield from cost.sizes()
        for costs in self.one_of:
            for cost in costs:
                yield from cost.sizes()


def evaluator(cost: Cost, params: Mapping[Param, int]) -> Callable[[list[object]], tuple[int, int, int]]:
    """A function from bound values to (price, nodes, bytes)."""
    source = f"lambda bound: ({', '.join(cost.formula(params, what) for what in ('price', 'nodes', 'bytes'))})"
    return eval(source, {})  # type: ignore[no-any-return]  # noqa: S307 - the source is ours, made of numbers
