"""No hidden state: what a function may use is handed to it. Two stores, or two services, in one process share tables
and remembered answers of pure functions, and nothing else.

    MADE     a container that begins empty, or an object that can change, made when a module is imported
    CHANGED  something that was made so, changed by a function
"""

import ast
from collections.abc import Iterator

import pytest

from tests.test_layers import FILES, TREES

CONTAINERS = {
    "dict", "list", "set", "bytearray", "defaultdict", "OrderedDict", "Counter", "deque", "ContextVar", "local",
    "Queue", "WeakKeyDictionary", "WeakValueDictionary", "WeakSet", "ChainMap", "SimpleQueue", "Lock", "Semaphore",
    "Event",
}  # fmt: skip
"""What one makes to put something in later."""
CHANGES = {
    "add", "append", "appendleft", "clear", "discard", "extend", "insert", "move_to_end", "pop", "popitem", "put",
    "remove", "reverse", "set", "setdefault", "sort", "update",
}  # fmt: skip
FIXED_BASES = {"Enum", "IntEnum", "StrEnum", "NamedTuple", "Exception", "Protocol"}
ALLOWED = {
    "loaders.documents.sandbox.SHARED": "the process that reads documents; it keeps nothing of one for the next",
    "opdeplank.graphql.api.API": "the schema of the one model, made of it when first asked for",
}
"""What can change all the same, with why nobody sees anybody else's in it."""
REMEMBERS = {"cache", "lru_cache"}
LIVING = {"Store", "Embedded", "Executor", "Settings", "Resources", "Beside"}
"""What a remembered answer may not hang on: it would outlive it."""


def called(node: ast.expr | None) -> str:
    """The name of what is called, `Kept` in `Kept[int]()`; nothing when it is no call."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func.value if isinstance(node.func, ast.Subscript) else node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def is_fixed(made: ast.ClassDef) -> bool:
    """Whether what is made of this class stays as it was made."""
    if {ast.unparse(base).split("[")[0].split(".")[-1] for base in made.bases} & FIXED_BASES:
        return True
    return any("frozen=True" in ast.unparse(each) for each in made.decorator_list)


CHANGING = {
    node.name
    for tree in TREES.values()
    for node in ast.walk(tree)
    if isinstance(node, ast.ClassDef) and not is_fixed(node)
}


def assigned(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr | None]]:
    for node in body:
        if isinstance(node, ast.Assign):
            yield from ((name.id, node.value) for target in node.targets for name in names(target))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node.value
        elif isinstance(node, ast.If | ast.Try | ast.With):
            yield from assigned(node.body)


def names(target: ast.AST) -> Iterator[ast.Name]:
    return (node for node in ast.walk(target) if isinstance(node, ast.Name))


def begins_empty(value: ast.expr | None) -> bool:
    empty = isinstance(value, ast.Dict) and not value.keys or isinstance(value, ast.List) and not value.elts
    return empty or called(value) in CONTAINERS


def made(name: str, tree: ast.Module) -> Iterator[str]:
    for key, value in assigned(tree.body):
        if begins_empty(value) or called(value) in CHANGING:
            yield f"{name}.{key}"
    for each in ast.walk(tree):
        if isinstance(each, ast.ClassDef):
            yield from (f"{name}.{each.name}.{key}" for key, value in assigned(each.body) if begins_empty(value))


def imported(tree: ast.Module, modules: bool) -> set[str]:
    """The names in a module that stand for other modules of ours, or for their tables."""
    found = [(node.module, each) for node in tree.body if isinstance(node, ast.ImportFrom) for each in node.names]
    return {
        each.asname or each.name
        for module, each in found
        if (f"{module}.{each.name}" in FILES if modules else each.name.isupper())
    }


def changed(name: str, tree: ast.Module) -> Iterator[str]:
    tables = {key for key, _ in assigned(tree.body)} | imported(tree, modules=False)
    modules = imported(tree, modules=True)
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        yield from (f"{name}.{key}" for each in ast.walk(node) if isinstance(each, ast.Global) for key in each.names)
        local = {key.id for key in names(node) if isinstance(key.ctx, ast.Store)} | {
            a.arg for a in ast.walk(node) if isinstance(a, ast.arg)
        }
        found = (set(written(node)) & (tables | modules)) | (set(asked(node)) & tables)
        yield from (f"{name}.{key}" for key in found - local)


def written(node: ast.AST) -> Iterator[str]:
    """The names of what gets another value at an index or an attribute."""
    for each in ast.walk(node):
        if isinstance(each, ast.Subscript | ast.Attribute) and not isinstance(each.ctx, ast.Load):
            yield getattr(each.value, "id", "")


def asked(node: ast.AST) -> Iterator[str]:
    """The names of what is asked to change itself."""
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr in CHANGES:
            yield getattr(each.func.value, "id", "")


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_kept_beside_what_is_handed_on(name: str) -> None:
    assert {*made(name, TREES[name]), *changed(name, TREES[name])} <= ALLOWED.keys()


@pytest.mark.parametrize("name", FILES)
def test_what_is_remembered_hangs_on_nothing_that_lives(name: str) -> None:
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            how = {called(each) or getattr(each, "id", "") for each in node.decorator_list}
            given = {key.id for each in ast.walk(node.args) for key in names(each)}
            assert not (how & REMEMBERS and given & LIVING), node.name


def test_what_may_change_is_there() -> None:
    found = {each for name in FILES for each in made(name, TREES[name])}
    assert found == ALLOWED.keys(), "what is gone needs no permission"


@pytest.mark.parametrize(
    "source",
    [
        "found = {}",
        "found: dict[str, int] = {}",
        "found = OrderedDict()",
        "found: 'WeakKeyDictionary[Store, int]' = WeakKeyDictionary()",
        "asker = contextvars.ContextVar('asker')",
        "found = Kept[int]()",
        "class A:\n    found = []",
        "TABLE = {'a': 1}\ndef put():\n    TABLE['b'] = 2",
        "TABLE = {'a': 1}\ndef put():\n    del TABLE['a']",
        "TABLE = ['a']\ndef put():\n    TABLE.append('b')",
        "number = 1\ndef put():\n    global number\n    number = 2",
        "from graph.search import find\ndef put():\n    find.NEAR = 2",
        "from graph.search.find import TABLE\ndef put():\n    TABLE.update(a=1)",
    ],
)
def test_hidden_state_is_seen(source: str) -> None:
    tree = ast.parse(source)
    assert [*made("here", tree), *changed("here", tree)]


@pytest.mark.parametrize(
    "source", ["TABLE = {'a': 1}", "def put():\n    found = {}\n    found['a'] = 1", "NONE = Resources()"]
)
def test_a_table_and_a_value_are_no_state(source: str) -> None:
    tree = ast.parse(source)
    assert not [*made("here", tree), *changed("here", tree)]
