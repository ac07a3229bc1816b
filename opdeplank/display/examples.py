"""Three questions to begin with: printed at the start, on /gegevens, and the first of them in the README.

A test asks them all; a passage that one of them shows has to be readable, with the address where it stands.
"""

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
  pasklaar(invoer: {vraag: {omschrijving: "jongere met schulden kan niet verder met school"}}, first: 1) {
    nodes {
      oplossing { titel herkomst(first: 1) { nodes { passage bron { url } } } }
      toepassers(first: 3) { gemeente { naam } }
      redenen { uitleg gewicht }
    }
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
        "Waar staat dat een oplossing werkt?",
        """{
  oplossing(sleutel: {slug: "jongeren-perspectief-fonds"}) {
    titel
    herkomst(first: 1) { nodes { passage bron { titel url } } }
  }
}""",
    ),
)
