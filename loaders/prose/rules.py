"""vind and herleid, for prose: the text of a document -> facts, questions, and what was left with the reason.

A rule is a function of a page and a notebook, in a module named by what it finds. It reads what stands on the page and
writes facts and questions in the notebook. `RULES` is the order in which they read, as data: each says after which
others it comes, and why. A rule that needs no other may stand anywhere; its place only says where its facts are shown.

Assert or ask: what the passage proves is asserted, every gap is a question. Likeness of names only suggests.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from loaders.documents.document import Document
from loaders.facts.findings import Findings
from loaders.names.naming import Names
from loaders.prose.bodies import bodies, councils, gemeenten, present, relations, represented, sites
from loaders.prose.checks import consistency, new_bodies, offers, residue
from loaders.prose.offices import cards, enumerations, lists, nearby, running_text, succession, unplaced
from loaders.prose.subjects import adoptions, criteria, dates, frameworks, laws, quotes, solutions, themas, trajecten
from loaders.prose.tables import careers, tables
from loaders.prose.text.composed import compose
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page


@dataclass(frozen=True)
class Rule:
    """`names`: what may stand on a fact as the rule that found it. `after`: the rules that come before, and why."""

    read: Callable[[Page, Notebook], None]
    names: str = ""
    after: Mapping[str, str] = field(default_factory=dict)

    @property
    def noun(self) -> str:
        """The name of its module."""
        return self.read.__module__.rpartition(".")[2]


def needs(reason: str, *nouns: str) -> dict[str, str]:
    return dict.fromkeys(nouns, reason)


WHOLE = "a line that was read whole is not read again as something else"
NAMED = "a person whom both find is known by the rule that says what the person does"
TIED = "it asks about functions that no other rule tied to somebody"
FUNCTIONS = (
    "tables",
    "careers",
    "lists",
    "running_text",
    "councils",
    "cards",
    "enumerations",
    "nearby",
    "present",
    "represented",
    "succession",
    "unplaced",
)
"""The rules that write what somebody is or was."""
PEOPLE = (*FUNCTIONS, "trajecten")
BODIES = ("gemeenten", "bodies", "relations")
OTHERS = ("gemeenten", "bodies", "laws", "themas", "frameworks", "quotes", "relations", "adoptions", "solutions")

RULES = (
    Rule(tables.read, "tabel-rij tabel-kaart tabel-thema tabel-gemeente thema-nieuw lijst-leden"),
    Rule(careers.read, "loopbaan-jaren", needs(WHOLE, "tables")),
    Rule(criteria.read, "criterium-lijst"),
    Rule(
        lists.read,
        "lijst-naam-functie lijst-functie-naam lijst-ondertekening lijst-leden",
        needs(WHOLE, "tables", "careers", "criteria"),
    ),
    Rule(
        running_text.read,
        "zin-functie-naam zin-naam-functie zin-naam-is zin-achternaam",
        needs(WHOLE, "tables", "criteria", "lists"),
    ),
    Rule(councils.read, "zin-lid", needs(NAMED, "tables", "lists", "running_text")),
    Rule(cards.read, "buurt-kaart", needs(TIED, "tables", "lists", "running_text", "councils")),
    Rule(enumerations.read, "buurt-rij", needs(TIED, "tables", "lists", "running_text", "councils", "cards")),
    Rule(
        nearby.read,
        "buurt-zin buurt-verwijzing buurt-organisatie",
        needs(TIED, "tables", "lists", "running_text", "councils", "cards", "enumerations"),
    ),
    Rule(
        present.read,
        "lijst-aanwezig lijst-fractie",
        needs(TIED, "tables", "lists", "running_text", "councils", "cards", "enumerations", "nearby"),
    ),
    Rule(
        represented.read,
        "zin-vertegenwoordigd",
        needs(TIED, "tables", "lists", "running_text", "councils", "cards", "enumerations", "nearby", "present"),
    ),
    Rule(
        succession.read,
        "buurt-opvolging",
        needs("what somebody's predecessor was, is what that somebody is", *FUNCTIONS[:-2]),
    ),
    Rule(unplaced.read, "buurt-rest naam-wie", needs("it asks of those whom no other rule places", *FUNCTIONS[:-1])),
    Rule(
        gemeenten.read,
        "gemeente-genoemd gemeente-plaats gemeente-of-niet",
        needs("where a function at a gemeente stands, the name is that of the gemeente", *FUNCTIONS),
    ),
    Rule(sites.read, "gemeente-bladzijde", needs("it asks for what the text does not name", "gemeenten")),
    Rule(bodies.read, "departement-genoemd organisatie-genoemd organisatie-kort organisatie-onbekend orgaan-lokaal"),
    Rule(laws.read, "wet-genoemd wet-onbekend"),
    Rule(themas.read, "thema-opsomming domein-opsomming thema-nieuw"),
    Rule(frameworks.read, "kader-genoemd"),
    Rule(
        trajecten.read,
        "traject-genoemd traject-regisseur traject-deelnemer traject-zin",
        needs(NAMED, *FUNCTIONS),
    ),
    Rule(quotes.read, "citaat-spreker citaat-vervolg"),
    Rule(dates.read, "datum-document datum-genoemd"),
    Rule(
        relations.read,
        "relatie-zitting relatie-betrokken relatie-opdrachtgever relatie-aanstelling relatie-secretariaat "
        "relatie-aansluiting",
        needs("both ends of a relation must have been found", "gemeenten", "bodies"),
    ),
    Rule(
        adoptions.read,
        "zin-toepassing",
        needs("who we are is said by all that was found on the page", *PEOPLE, *BODIES),
    ),
    Rule(solutions.read, "zin-knelpunt zin-oplossing", needs("who uses what is asked as that alone", "adoptions")),
    Rule(
        consistency.read,
        after={
            **needs("it looks at everything that was said of people", *PEOPLE),
            **needs("a function that is asserted says that its gemeente is one, a question does not", "gemeenten"),
        },
    ),
    Rule(
        offers.read,
        after=needs("it fills in answers to what every other rule asks", *PEOPLE, *OTHERS, "consistency"),
    ),
    Rule(new_bodies.read, after=needs("it names the bodies that no other answer was found for", "bodies", "offers")),
    Rule(
        residue.read,
        after=needs("it keeps the names of which nothing was said", *PEOPLE, "offers", "new_bodies"),
    ),
)


def read(document: Document, names: Names, findings: Findings, rules: Iterable[Rule] = RULES) -> None:
    """Read one document into `findings`."""
    composed = compose(document)
    page = Page(composed.document, names)
    book = Notebook(page, findings, composed, document.tekst)
    for rule in rules:
        rule.read(page, book)
