"""vind and herleid, for prose: the text of a document -> facts, questions, and what was left with the reason.

A module is a noun, and in it the rules that find that noun; the docstring names each rule with its reason. The name of
the rule stands on the fact. The order matters twice: people first, since a surname can be a place, and relations last,
since their ends must be known.

    page        the document, cut into lines, sentences and words, with the names the graph knows
    notebook    where rules write: asserted, asked or left
    nearby      functions near somebody that no rule tied to them: only asked (with cards and succession)
    roles       what follows from a name and a function, for lists, tables and sentences alike
    consistency what one document, or two, say against each other

Assert or ask: what the passage proves is asserted, every gap is a question. Likeness of names only suggests.
"""

from loaders.documents.document import Document
from loaders.facts.findings import Findings
from loaders.names.naming import Names
from loaders.prose.bodies import bodies, councils, gemeenten, relations
from loaders.prose.checks import consistency, residue
from loaders.prose.offices import cards, nearby, quotes, running_text, succession, tables
from loaders.prose.offices.lists import Lists
from loaders.prose.people import people
from loaders.prose.people.mentions import Mentions
from loaders.prose.subjects import criteria, dates, frameworks, laws, solutions, themas, trajecten
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.spans import Spans

VERSION = "2"
"""Raised when the rules read differently: the version is part of "nothing changed"."""


def read(document: Document, names: Names, findings: Findings) -> None:
    """Read one document into `findings`."""
    page = Page(document, names)
    page.people = people.find(page)
    book = Notebook(page, findings)
    used = Spans([*tables.read(page, book), *criteria.read(page, book)])
    lists = Lists(page, book, used)
    lists.read()
    running_text.read(page, book, lists.used)
    councils.read(page, book)
    cards.read(page, book)
    mentions = Mentions(page)
    nearby.read(page, book, mentions)
    succession.read(page, book, mentions)
    spans = Spans((name.start, name.end) for name in page.people.names)
    gemeenten.read(page, book, spans)
    bodies.read(page, book, spans)
    for rules in (laws, themas, frameworks, trajecten, quotes, dates, relations, solutions):
        rules.read(page, book)
    consistency.check(book)
    residue.read(page, book)
