"""The stand-in resolver of every field with arguments: it tells Strawberry what they are, and is never called."""

import inspect
from types import GenericAlias
from typing import Annotated, Any

import strawberry


def reader(arguments: dict[str, tuple[Any, Any, str]], returns: Any) -> Any:
    """A resolver with the given arguments (type, default, description); it is never called."""

    def compiled(self: Any, **given: Any) -> Any:
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
            default=inspect.Parameter.empty if default is ... else default,
        )
        for name, (_, default, _) in arguments.items()
    ]
    compiled.__signature__ = inspect.Signature([own, *rest], return_annotation=returns)  # type: ignore[attr-defined]
    compiled.__annotations__ = {**typed, "return": returns}
    return compiled


def listed(kind: Any) -> Any:
    """`[kind!]` as an annotation, for a type that is known only when the program runs."""
    return GenericAlias(list, (kind,))
