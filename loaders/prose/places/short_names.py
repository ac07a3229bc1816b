"""The whole name of a body that a sentence names in short (JPF, de rechtbank, het programmabureau).

A page says who it is once, and in short after that. A guess, for filling in the answer of a question.
"""

import re

from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.bodies.subject import Topic
from loaders.prose.text.page import Page

WORD = r"[A-Z][\w’'&-]{0,30}"
RUN = re.compile(rf"{WORD}(?:(?:[ ](?:van|voor|en|de|het|der|in|op|te)){{0,2}}[ ]{WORD}){{1,6}}")
"""A row of words with capitals: what a short name may stand for."""
ARTICLE = re.compile(r"^(?:De|Het|Een|Bij|In|Van|Voor|Met|Ook|Namens)\s")
COUNCIL = re.compile(r"gemeenteraad van (?P<waar>.+)", re.IGNORECASE)
LEAST, MOST = 2, 6
"""Letters of a short name."""
LONGEST = 80


def whole(page: Page, topic: Topic, topics: list[Topic]) -> Topic:
    """The same answer with the whole name. `topics`: what the page is about, which the graph knows."""
    council = COUNCIL.match(topic.vorm) if not topic.id else None
    if council is not None and len(ids := page.names.resolve(council["waar"], ("Gemeente",))) == 1:
        return topic._replace(id=ids[0], vorm="")
    if topic.id or not topic.vorm or " " in topic.vorm:
        return topic
    if topic.vorm[0].islower():
        return _by_kind(page, topic, topics)
    found = page.once(_by_initials).get(topic.vorm.lower()) if LEAST <= len(topic.vorm) <= MOST else None
    return _named(page, topic, found) if found else topic


def _named(page: Page, topic: Topic, vorm: str) -> Topic:
    ids = page.names.resolve(vorm, PARTIJ)
    return topic._replace(id=ids[0] if len(ids) == 1 else "", vorm=vorm)


def _by_kind(page: Page, topic: Topic, topics: list[Topic]) -> Topic:
    """`de rechtbank`, where the page names one: `Rechtbank Limburg`."""
    word = flat(topic.vorm)
    known = {each.id for each in topics if flat(page.names.name(each.id)).startswith(f"{word} ")}
    if len(known) == 1:
        return topic._replace(id=known.pop(), vorm="")
    written = {vorm for vorm in page.once(_runs) if flat(vorm).startswith(f"{word} ") and flat(vorm).count(word) == 1}
    if any(flat(vorm).count(word) > 1 for vorm in page.once(_runs)):
        return topic
    return _named(page, topic, written.pop()) if len(written) == 1 else topic


def _runs(page: Page) -> list[str]:
    """Every row of words with capitals, once, in the order of the page."""
    rows = (tidy(ARTICLE.sub("", found[0])) for found in RUN.finditer(page.tekst) if len(found[0]) <= LONGEST)
    return [*dict.fromkeys(row for row in rows if " " in row)]


def _by_initials(page: Page) -> dict[str, str]:
    """The first row of words with capitals for each row of first letters, with and without the small words."""
    found: dict[str, str] = {}
    for vorm in page.once(_runs):
        said = vorm.split()
        for start in range(len(said) - 1):
            row = said[start:]
            if row[0][0].isupper() and not row[0].isupper():
                rest = " ".join(row)
                found.setdefault("".join(word[0] for word in row).lower(), rest)
                found.setdefault("".join(word[0] for word in row if word[0].isupper()).lower(), rest)
    return found
