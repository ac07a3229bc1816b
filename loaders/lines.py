"""vind, for plain text: lists of people, one a line. Everything else is kept as left over, with the reason."""

from loaders.document import Document
from loaders.findings import Findings, Leftover
from loaders.naming import Names


def read(document: Document, names: Names, findings: Findings) -> None:
    findings.leftovers.append(Leftover(document.id, 0, 0, "", "nog niet"))
