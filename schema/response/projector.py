"""The function that fills a response: the tree of Outs as the source of one Python expression.

Nested comprehensions over tuples, so that no object is made per field and keys keep the order of the selection.
A null where the schema promises a value raises Gap. The operation is then compiled once more, `forgiving`: that
projector leaves the null where it is and the type of each object under TYPE, and `schema.execute.nulls` does what the
specification says about null and errors.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn, TypeVar

import orjson

from graph.cypher.atoms import Param
from graph.cypher.query import Case, Sub, Value
from graph.domain.web_address import is_web_address
from schema.refusals import bad_input
from schema.response.fact_fields import word
from schema.response.outputs import (
    PERSON,
    Beside,
    Branch,
    Const,
    Counts,
    Cursor,
    Every,
    Fixed,
    Info,
    Later,
    Obj,
    One,
    Out,
    Page,
    Placed,
    Recorded,
    Records,
    Scalar,
    Shown,
    TypeName,
    Worked,
)

T = TypeVar("T")
Row = Sequence[Any]
Write = Callable[[Row], str]
"""From a row to its cursor."""
Layout = Mapping[object, tuple[Value, ...]]
Project = Callable[[list[Any], list[Any], Any], dict[str, Any]]


TYPE = "\0type"
"""Where a forgiving projector leaves the type of an object."""
MOST_INT = 2**31 - 1
"""The largest value of GraphQL's Int."""


class Gap(Exception):
    """A value is missing, or cannot be shown, where the schema promises one."""


class Names(dict[str, str]):
    """Type names by the prefix of an id."""

    def __missing__(self, prefix: str) -> str:
        raise Gap


def projector(
    out: Obj, columns: tuple[Value, ...], layout: Layout, params: Mapping[Param, int], forgiving: bool = False
) -> Project:
    """The function from (row, bound values, what makes a Pending) to the data of the answer."""
    writer = _Source(layout, params, forgiving)
    scope = {value: f"row[{i}]" for i, value in enumerate(columns)}
    body = writer.out(out, scope)
    source = f"lambda row, bound, later: {body}"
    return eval(source, writer.names)  # type: ignore[no-any-return]  # noqa: S307 - our own source, names are repr'd


def gap() -> NoReturn:
    raise Gap


def needed(value: T) -> T:
    return gap() if value is None else value


def page_info(
    rows: Sequence[Row], size: int, backward: bool, continued: bool, cursors: Write | None,
    wanted: Sequence[tuple[str, str]],
) -> dict[str, bool | str | None]:  # fmt: skip
    """pageInfo of the rows that were read (one more than the page)."""
    more = len(rows) > size
    shown = rows[:size]
    if backward:
        shown = shown[::-1]
    known = {
        "hasNextPage": continued if backward else more,
        "hasPreviousPage": more if backward else continued,
        "startCursor": cursors(shown[0]) if shown and cursors else None,
        "endCursor": cursors(shown[-1]) if shown and cursors else None,
        "__typename": "PageInfo",
    }
    return {key: known[name] for key, name in wanted}


class _Source:
    def __init__(self, layout: Layout, params: Mapping[Param, int], forgiving: bool) -> None:
        self.layout, self.params, self.forgiving = layout, params, forgiving
        self.names: dict[str, Any] = {
            "gap": gap, "needed": needed, "page_info": page_info, "loads": orjson.loads, "web": is_web_address,
            "word": word,
        }  # fmt: skip
        self.counter = 0

    def fresh(self, prefix: str) -> str:
        self.counter += 1
        return f"{prefix}{self.counter}"

    def constant(self, value: object) -> str:
        name = self.fresh("k")
        self.names[name] = value
        return name

    def unpack(self, key: object, outer: Mapping[Value, str] | None = None) -> tuple[str, dict[Value, str]]:
        """A tuple target for a list of values, and the scope it gives."""
        names = {value: self.fresh("y") for value in self.layout[key]}
        return "".join(f"{n}," for n in names.values()) or "_", {**(outer or {}), **names}

    def out(self, out: Out, scope: Mapping[Value, str]) -> str:  # noqa: C901 - a case per kind of output
        match out:
            case Scalar():
                return self.scalar(out, scope[out.value])
            case Const(value):
                return self.constant(value)
            case Fixed(items):
                return "[" + ", ".join(self.out(item, scope) for item in items) + "]"
            case Counts(value, read):
                return f"[*map({self.constant(read)}, {scope[value]})]"
            case Worked(values, read, param):
                given = [f"bound[{self.params[param]}]"] if param is not None else []
                return f"{self.constant(read)}({', '.join((*given, *(scope[v] for v in values)))})"
            case Later(number, of):
                return f"later({number}, {self.out(of, scope)})"
            case Every(values):
                return "(" + " and ".join(scope[v] for v in values) + ")"
            case TypeName(key, names):
                known = f"{self.constant(Names(names))}[{scope[key]}.partition(':')[0]]"
                return "None" if self.forgiving else known
            case Obj(fields, kind):
                shown = ", ".join(f"{k!r}: {self.out(o, scope)}" for k, o in fields)
                made = "{" + (f"{TYPE!r}: {kind!r}, " if self.forgiving and kind else "") + shown + "}"
                return f"later.person({made})" if kind == PERSON else made
            case Records(value, keys, web):
                shown = ", ".join(f"{key[0]!r}: {self.record(key)}" for key in keys)
                only = " and ".join(f"(j.get({name!r}) is None or web(j[{name!r}]))" for name in web)
                return f"[{{{shown}}} for j in map(loads, {scope[value]} or ()){f' if {only}' if only else ''}]"
            case One():
                return self.one(out, scope)
            case Placed():
                return self.placed(out, scope)
            case Cursor(keys, write):
                return f"{self.constant(write)}([{', '.join(scope[k] for k in keys)}])"
            case Page():
                return self.page(out, scope)
            case Branch():
                return self.branch(out, scope)

    def scalar(self, out: Scalar, y: str) -> str:
        if out.many:
            return f"[a for a in ({y} or ()) if web(a)]" if out.web else f"({y} or [])"
        if out.web:
            return f"({y} if web({y}) else {self.missing() if out.required else None})"
        checks = [f"{y} is not None"] if out.required else []
        checks += [f"{-MOST_INT - 1} <= {y} <= {MOST_INT}"] if out.whole else []
        if self.forgiving or not checks:
            return y
        maybe = "" if out.required else f"{y} is None or "
        return f"({y} if {maybe}{' and '.join(checks)} else gap())"

    def record(self, key: Recorded) -> str:
        _, stored, kind, required, words = key
        if stored is None:
            return repr(kind)
        if words is not None:  # written as its source does; what is no word of the list is unknown
            return f"{self.constant(dict(zip(words, words, strict=True)))}.get(word(j.get({stored!r})))"
        return f"needed(j.get({stored!r}))" if required and not self.forgiving else f"j.get({stored!r})"

    def missing(self) -> str:
        """What stands where there is nothing and the schema promises something."""
        return "None" if self.forgiving else "gap()"

    def rows(self, sub: Sub, item: Out, rows: str) -> str:
        target, scope = self.unpack(sub.rows)
        return f"[{self.out(item, scope)} for {target} in {rows}]"

    def one(self, out: One, scope: Mapping[Value, str]) -> str:
        rows = self.rows(out.sub, out.item, scope[out.sub])
        if out.unique:
            place = self.layout[out.sub.rows].index(out.unless) if out.unless else None
            return f"{self.constant(_only(out.unique, place))}({scope[out.sub]}, {rows})"
        if out.required and not self.forgiving:
            return f"({rows} or gap())[0]"
        return f"({rows} or (None,))[0]"

    def placed(self, out: Placed, scope: Mapping[Value, str]) -> str:
        pairs = []
        for sub, key, item in out.parts:
            target, inner = self.unpack(sub.rows)
            pairs.append(f"**{{{inner[key]}: {self.out(item, inner)} for {target} in {scope[sub]}}}")
        return f"[*map({{{', '.join(pairs)}}}.get, bound[{self.params[out.ids]}])]"

    def page(self, out: Page, scope: Mapping[Value, str]) -> str:
        rows = scope[out.sub] if out.sub else "()"
        peeks = any(isinstance(part, Info) for part in out.fields)
        size = f"(bound[{self.params[out.size]}] - 1)" if peeks else ""
        shown = (f"{rows}[:{size}]" if peeks else rows) + ("[::-1]" if out.backward else "")
        parts = []
        for part in out.fields:
            match part:
                case Shown(key, item):
                    assert out.sub is not None
                    parts.append(f"{key!r}: {self.rows(out.sub, item, shown)}")
                case Info(key, wanted):
                    write = self.row_cursor(out) if out.cursor else "None"
                    rest = f"{out.backward}, {out.continued}, {write}, {self.constant(wanted)}"
                    parts.append(f"{key!r}: page_info({rows}, {size}, {rest})")
                case Beside(key, plain):
                    parts.append(f"{key!r}: {self.out(plain, scope)}")
        return "{" + ", ".join(parts) + "}"

    def row_cursor(self, out: Page) -> str:
        assert out.sub is not None
        assert out.cursor is not None
        order = self.layout[out.sub.rows]
        places = [order.index(k) for k in out.cursor.keys]
        write = out.cursor.write
        return self.constant(lambda row: write([row[p] for p in places]))

    def branch(self, out: Branch, scope: Mapping[Value, str]) -> str:
        kind = self.fresh("t")
        choices = self.missing()
        for prefix, label, item in reversed(out.kinds):
            inner = self.branch_item(out.case, label, item, scope)
            choices = f"{inner} if {kind} == {prefix!r} else {choices}"
        return f"[({choices}) for {kind} in ({scope[out.id]}.partition(':')[0],)][0]"

    def branch_item(self, case: Case | None, label: str, item: Obj, scope: Mapping[Value, str]) -> str:
        if case is None or (case, label) not in self.layout:
            return self.out(item, scope)
        target, inner = self.unpack((case, label), scope)
        return f"[{self.out(item, inner)} for {target} in ({scope[case]},)][0]"


def _only(message: str, unless: int | None) -> Callable[[Sequence[Row], Sequence[T]], T | None]:
    def only(rows: Sequence[Row], found: Sequence[T]) -> T | None:
        if len(rows) > 1 and (unless is None or rows[1][unless] is None):
            raise bad_input(message)
        return found[0] if found else None

    return only
