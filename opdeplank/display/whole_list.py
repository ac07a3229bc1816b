"""Where the rest of a list is that a page shows the beginning of: the question for all of it, opened in GraphiQL."""

from urllib.parse import quote

PASSAGES = "passage bron { titel url }"
THINGS = "__typename ... on Entiteit { id weergavenaam }"


def question(key: str, field: str) -> str:
    """The first hundred of a list of a thing, with what is needed to go on."""
    kind = key.partition(":")[0].capitalize()
    shown = PASSAGES if field == "herkomst" else THINGS
    page = f"aantal pageInfo {{ hasNextPage endCursor }} nodes {{ {shown} }}"
    return f'{{ node(id: "{key}") {{ ... on {kind} {{ {field}(first: 100) {{ {page} }} }} }} }}'


def whole_list(key: str, field: str) -> str:
    """`/graphiql?query=…`, below the address of the service."""
    return f"/graphiql?query={quote(question(key, field))}"
