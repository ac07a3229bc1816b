"""Three questions to begin with: printed at the start, and linked from the start page. A test asks them all."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class Example:
    title: str
    query: str

    @property
    def path(self) -> str:
        """The question, opened in GraphiQL."""
        return f"/graphiql?query={quote(self.query)}"


EXAMPLES = (
    Example(
        "Wat ligt er op de plank voor een jongere met schulden?",
        """{
  pasklaar(invoer: {vraag: {omschrijving: "jongere met schulden kan niet verder met school"}}, first: 3) {
    nodes { oplossing { titel } redenen { uitleg gewicht } }
  }
}""",
    ),
    Example(
        "Welke oplossingen gebruikt Enschede?",
        """{
  gemeente(sleutel: {code: "GM0153"}) {
    naam
    toepassingen { nodes { status oplossing { titel } } }
  }
}""",
    ),
    Example(
        "Waar komt de kennis over een oplossing vandaan?",
        """{
  oplossingen(first: 5) {
    nodes { titel herkomst(first: 1) { nodes { passage bron { titel url } } } }
  }
}""",
    ),
)
