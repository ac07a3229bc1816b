"""Fields with arguments: a stand-in resolver tells Strawberry what they are, and is never called."""

import inspect
from types import GenericAlias
from typing import Annotated, Any

import strawberry

from schema.fields.paged import Arguments


def reader(arguments: Arguments, returns: object) -> Any:
    """A resolver with the given arguments (type, default, description); it is never called."""

    def compiled(self: object, **given: object) -> Any:
        raise RuntimeError("operations are compiled, not resolved field by field")

    own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    typed = {
        name: Annotated[kind, strawberry.argument(description=text)] for name, (kind, _, text) in arguments.items()
    }
    rest = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=typed[name],
            default=_default(default),
        )
        for name, (_, default, _) in arguments.items()
    ]
    compiled.__signature__ = inspect.Signature([own, *rest], return_annotation=returns)  # type: ignore[attr-defined]
    compiled.__annotations__ = {**typed, "return": returns}
    return compiled


def _default(given: object) -> Any:
    """Nothing is left out of the schema: there, a default of null says no more."""
    if given is ...:
        return inspect.Parameter.empty
    return strawberry.UNSET if given is None else given


def listed(kind: object) -> Any:
    """`[kind!]` as an annotation, for a type that is known only when the program runs."""
    return GenericAlias(list, (kind,))


def add(
    cls: type, name: str, returns: object, description: str, arguments: Arguments | None = None, *directives: object
) -> None:  # fmt: skip
    """Put a field on a class that is still being made."""
    setattr(
        cls,
        name,
        strawberry.field(
            resolver=reader(arguments or {}, returns), description=description, directives=list(directives)
        ),
    )
