"""The kind of body that a function implies: a rechter works at a rechtbank, a gedeputeerde for a provincie.

Said by the word for the function, it puts the answers of that kind first; it never makes an answer.
"""

import re

from loaders.prose.bodies.subject import Topic
from loaders.prose.text.page import Page

KINDS = (
    (r"rechter$|raadsheer$|griffier van de rechtbank", r"\b(?:rechtbank|gerechtshof|hoge raad)\b"),
    (r"^officier van justitie|^parketsecretaris", r"\b(?:om|openbaar ministerie)\b|parket"),
    (r"^(?:wijk|buurt)agent|^recherch|^teamchef|^liaison politie", r"politie"),
    (r"^gedeputeerde|^statenlid|lid van provinciale staten|^commissaris van de koning", r"^provincie:|\bprovincie\b"),
    (r"^minister\b|^staatssecretaris\b", r"^departement:|\bministerie\b"),
    (r"hoogleraar|^lector\b|docent\b|^promovend", r"universit|hogeschool|university|college|school|instituut|umc\b"),
    (r"^schoolmaatschapp|^leerplicht|^rector\b|schooldirecteur", r"school|college|lyceum|gemeente:"),
    (r"dijkgraaf|heemraad", r"waterschap|hoogheemraadschap"),
    (r"^huisarts|^praktijkondersteuner", r"praktijk|gezondheidscentrum"),
)
"""Words for a function, and words in the id or the name of the bodies that have one."""
MADE = tuple((re.compile(function, re.IGNORECASE), re.compile(body, re.IGNORECASE)) for function, body in KINDS)


def first(page: Page, function: str, answers: list[Topic]) -> list[Topic]:
    """The answers of the kind that the function implies before the others; both in their order."""
    body = next((body for said, body in MADE if said.search(function)), None)
    if body is None:
        return answers
    return sorted(answers, key=lambda topic: body.search(_words(page, topic)) is None)


def _words(page: Page, topic: Topic) -> str:
    return f"{topic.id} {page.names.name(topic.id)}" if topic.id else topic.vorm
