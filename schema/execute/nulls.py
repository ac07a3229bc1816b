"""What the specification says about a value that is missing: null as far up as the schema allows, and an error.

This is the slow road, for an answer in which something is wrong, or may not be read by who asks. The data comes from a
forgiving projector, by response key and with the type of each object; graphql-core's own executor walks the operation
over it once more.
"""

import re
from collections.abc import Mapping
from typing import Any

from graphql import GraphQLError, GraphQLResolveInfo, execute_sync

from schema.compile.stages import Pending
from schema.execute.plans import Document, Plans
from schema.refusals import Refused
from schema.response.outputs import Withheld
from schema.response.projector import TYPE

MISSING = re.compile(r"Cannot return null for non-nullable field (\S+)\.$")
CODE = "INTERNAL_SERVER_ERROR"


def complete(
    plans: Plans, document: Document, variables: Mapping[str, Any] | None, data: dict[str, Any]
) -> dict[str, Any]:
    """The members `data` and `errors` of the answer; needs the tree of the document."""
    node, _ = plans.tree(document)
    done = execute_sync(
        plans.plain_schema,
        node,
        data,
        variable_values=dict(variables or {}),
        operation_name=document.name,
        field_resolver=_found,
        type_resolver=lambda value, info, abstract: value[TYPE],
    )
    errors = [_shown(error) for error in done.errors or ()]
    return {"data": done.data, **({"errors": errors} if errors else {})}


def _found(source: Mapping[str, Any], info: "GraphQLResolveInfo[Any]", **arguments: object) -> Any:
    """The value at this response key; the arguments have done their work already."""
    value = source.get(str(info.path.key))
    if isinstance(value, Withheld):
        raise Refused("FORBIDDEN", value.message)
    return value.value if isinstance(value, Pending) else value


def _shown(error: GraphQLError) -> dict[str, Any]:
    refused = error.original_error if isinstance(error.original_error, Refused) else None
    missing = MISSING.match(error.message)
    message = (
        refused.message
        if refused
        else f"Het veld {missing[1]} hoort een waarde te hebben, maar heeft er geen; meld dit aan de beheerder"
        if missing
        else "De waarde van dit veld past niet bij het schema; meld dit aan de beheerder"
    )
    shown: dict[str, Any] = {"message": message, "path": error.path}
    if error.locations:
        shown["locations"] = [{"line": at.line, "column": at.column} for at in error.locations]
    return {**shown, "extensions": {"code": refused.code if refused else CODE}}
