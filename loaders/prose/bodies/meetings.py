"""Whose meeting a page is of: a council of a gemeente, or another body, as its first lines say."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from loaders.names.tokens import flat, tidy
from loaders.prose.bodies import councils, subject, written
from loaders.prose.text.body_words import CAPITAL, JOINT
from loaders.prose.text.page import Page

COUNCIL = re.compile(
    r"\b(?:gemeenteraad|raadsvergadering|raadsleden|vergadering van de raad|raad (?:der|van de) gemeente|"
    r"forum(?:verslag)?)\b",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?P<naam>(?:[A-Z][\w-]{1,12}\s[-–]\s)?(?:[A-Z]{2,5}[ -])?"
    r"(?:Advies|Cli[eë]nten|Senioren|Jeugd|Wmo|WMO|Jongeren|Participatie|Programma|Stuur|Regie|Bestuurs|Drecht|Ouderen|"
    r"Gehandicapten)-?(?:raad|groep|commissie|tafel|overleg|panel)(?:[ ](?:[A-Z][\w-]{1,25}|en(?=[ ][A-Z]))){0,4}|"
    r"Rekenkamer(?:commissie)?|"
    r"(?:[Pp]ortefeuillehouders?|[Ww]ethouders?|[Bb]estuurlijk |[Rr]egionaal )(?:overleg|beraad|kring)"
    r"(?:[ ](?:[A-Z][\w-]{1,25}|en(?=[ ][A-Z]))){0,3}|"
    r"(?<=vergadering van de )(?:[a-z]{0,14}commissie|stuurgroep|werkgroep|klankbordgroep)"
    r"(?:\s(?!gehouden|op\b|van\b|d\.?d\.?)[\w-]{2,25}){0,6}|"
    r"[Rr]aad van (?:[Tt]oezicht|[Cc]ommissarissen|[Aa]dvies)"
    r"(?:\svan\s(?:het\s|de\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})?)"
)
TOP, HEAD = 3_000, 500
"""Letters at the start in which minutes name the council, and any other body."""
NEAR, OVERLAP = 40, 12
"""Letters behind the words for a council in which its gemeente is named, and in which those words may name it."""
OWN_WORD = re.compile(r"\s(?:Verslag|Notulen|Agenda|Vergadering|Datum|Aanwezig)$")
"""A heading that follows on the name of the body in the same line."""


BARE = re.compile(r"raad van (?:toezicht|commissarissen|advies)|bestuur|cli[eë]ntenraad", re.IGNORECASE)
"""A body that every organisation has: it is called after the one that the page is of."""


class Meeting(NamedTuple):
    """Whose meeting it is: a council, of which the gemeente is asked, or a body as it is written."""

    functie: str
    vorm: str
    ids: tuple[str, ...] = ()


def meeting(page: Page) -> Meeting | None:
    """What the first lines say: the body that is named first."""
    return page.once(_meeting)


def _meeting(page: Page) -> Meeting | None:
    body, council = BODY.search(page.tekst[:HEAD]), COUNCIL.search(page.tekst[:TOP])
    if council and (body is None or council.start() < body.start()):
        return Meeting("raadslid", "", tuple(_gemeente(page, council.end())))
    if body is None:
        return None
    vorm = OWN_WORD.sub("", tidy(body["naam"]))
    own = whose(page, vorm) if BARE.fullmatch(vorm) else ""
    vorm = f"{vorm} {own}" if own and flat(own) != flat(vorm) else vorm
    return Meeting("lid", vorm, councils.organ(page, vorm))


def whose(page: Page, body: str) -> str:
    """`De raad van toezicht van Stichting Dal houdt toezicht`, below a heading that only says `Raad van toezicht`."""
    name = rf"(?P<wie>{CAPITAL}(?:{JOINT}\s{CAPITAL}){{0,4}})"
    found = re.search(rf"(?i:{re.escape(body)})\svan\s(?:de\s|het\s)?{name}", page.tekst)
    return tidy(found["wie"]) if found else written.own(page)


def is_council(page: Page) -> bool:
    return COUNCIL.search(page.tekst[:TOP]) is not None


def _gemeente(page: Page, place: int) -> Iterator[str]:
    """`vergadering van de raad der gemeente Ede`: what stands right behind it."""
    found = (key for key, _ in subject.named(page, place - OVERLAP, place + NEAR) if key.startswith("gemeente:"))
    yield from islice(found, 1)
