"""The GraphQL schema of this service's model."""

from graph.domain.provenance import MODEL
from schema.types.types import Api

API = Api(MODEL)
SCHEMA = API.schema._schema


def sdl() -> str:
    """The schema as text: what `schema/schema.graphql` holds and `/schema.graphql` serves."""
    return API.schema.as_str() + "\n"
