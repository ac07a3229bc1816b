"""The body that is tied to a function by the words between: `directeur van Plangroep`, `de Goudse fractievoorzitter`.

Guesses, the likeliest answers to the question where somebody has the function.
"""

import re
from collections.abc import Iterator

from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.bodies import subject, written
from loaders.prose.bodies.subject import Topic
from loaders.prose.people.functions import FIELD, PARTIES, has_role
from loaders.prose.people.people import everybody
from loaders.prose.people.signs import ORDINARY
from loaders.prose.text.body_words import CAPITAL, ENDING, JOINT
from loaders.prose.text.page import Page

OF_GEMEENTE = re.compile(
    r"beleids|ambtenaar|gemeente|strateeg|accounthouder|collegelid|portefeuillehouder|handhaver|raads|programmamanager|"
    r"opgave|domein|bestuursadviseur|steller|concern|klantmanager|kwaliteitsmedewerker|wijkregisseur|gebiedsmanager",
    re.IGNORECASE,
)
"""Functions that gemeenten have: of somebody who is one of these the gemeente comes before the body of the page."""
NEAREST, OWN = "staat in dezelfde zin", "is waar deze bladzijde van is"
FOR = re.compile(
    r"\b[Nn]amens\s(?:de\s|het\s)?(?P<wie>(?:gemeente\s|woningcorporatie\s|stichting\s|zorgverzekeraar\s)?[A-Z][\w’'&.-]{1,30}"
    r"(?:\s(?:(?:van|voor|en|de|het|der)\s){0,2}[A-Z][\w’'&.-]{1,30}){0,4})\s(?:[a-z]{4,14}\s){0,2}$"
)
"""`namens Xzorg tekende directeur Anna Bos`: the party stands before who signs for it."""
OF_ITS_OWN = re.compile(
    r"\b(?:[Dd]e\s|[Hh]et\s)?(?P<wie>[A-Z@][\w’'&.-]{1,30}(?:\s(?:(?:van|voor|en|de|het|der)\s){0,2}"
    r"[A-Z@][\w’'&.-]{1,30}){0,4})(?:,?\s(?:bij\smonde\svan|en|met|stuurde|stuurt|laat))?\s(?:zijn|haar|hun)\s$"
)
"""`De Raad, bij monde van zijn voorzitter Anna Bos`: whose voorzitter it is."""
ADJECTIVE = re.compile(r"\b(?P<stam>[A-Z][a-z-]{2,20}?)(?:er|se)\s(?:[\w-]{3,20}\s){0,2}$")
"""Before a function: an adjective made of the name of a place."""
OTHERWISE = {
    "Haag": "Den Haag", "Bos": "Den Bosch", "Boss": "Den Bosch", "Leid": "Leiden", "Nijmeeg": "Nijmegen",
    "Zaan": "Zaanstad", "Dordt": "Dordrecht", "Schag": "Schagen", "Groning": "Groningen",
}  # fmt: skip
"""Places of which the adjective is made otherwise, by what is left of it."""
TIED = re.compile(
    r"(?:\b(?:(?:verbonden|werkzaam|in\sdienst|actief|aangesteld)\s)?(?:van|bij|namens|aan)\s"
    r"(?:de\s|het\s|zijn\s|haar\s)?(?:gemeente\s)?|\(|,\s|\s[-–]\s|\s(?=(?:De|Het)\s[A-Z]))"
    r"(?P<wie>(?:[a-z]{4,24}\s(?=(?:De|Het|’t)?\s?[A-Z]))?(?:[’']s-)?[A-Z@][\w’'&.-]{1,30}"
    r"(?:\s(?:(?:van|voor|en|de|het|der|in|op)\s){0,2}[A-Z@][\w’'&.-]{1,30}){0,4})"
)
"""A joint and a row of words with capitals."""
SMALL = re.compile(
    r"(?:\b(?:van|bij|namens|in)\s(?:de|het|onze|een)\s|(?<=r\s)(?=[Rr]aad\svan\s))"
    r"(?P<wie>(?:[Rr]aad\svan\s(?:[Tt]oezicht|[Bb]estuur|[Cc]ommissarissen|[Aa]dvies)|"
    rf"(?!gemeente|raad\b|team\b)(?:{ENDING}|[a-zé-]{{3,20}}commissie|stuurgroep|werkgroep)(?=[\s,.;:)]|$))"
    r"(?:\svan\s(?:de\s|het\s)?(?P<van>[A-Z@][\w’'&.-]{1,30}(?:\s(?:(?:van|voor|en|de|het|der)\s){0,2}"
    r"[A-Z@][\w’'&.-]{1,30}){0,4}))?)"
)
"""A body without a capital, `voorzitter van de seniorenraad`, and whose it is: `de raad van toezicht van Dal`."""
NO_BODY = re.compile(r"gemeente\b|[a-z-]*team\b", re.IGNORECASE)
OF_PARTY = re.compile(r"(?P<wie>[A-Z][A-Za-z0-9]{1,15})[ -](?:Tweede\s|Eerste\s)?[Kk]amerlid\b")
"""`PvdA-kamerlid`: of whom a member of parliament is."""
BEHIND_FIELD = re.compile(r"^[A-Za-zé-]{5,30}(?:\s[a-zé]{2,20}){1,5}\s(?P<wie>[A-Z][\w’'&-]{3,25})$")
"""`adviseur strategie en beleid Woondal`: a capital behind a field without one."""
LEADS = re.compile(
    r"\b(?:voorzitter|directeur|directrice|bestuurder|bestuurslid|secretaris|oprichter|ombudsman|woordvoerder)\s"
    r"(?P<wie>[A-Z][\w’'&-]{2,25}(?:\s(?:van\s|voor\s|en\s)?[A-Z][\w’'&-]{2,25}){1,4})$"
)
"""Who speaks for a body, with its name behind it and nothing between."""
BY_KIND = re.compile(rf"\s(?P<wie>(?:[A-Z][a-z]*(?:centrum|instituut|bureau)|{CAPITAL}\s(?:Instituut|Centrum))"
                     rf"(?:{JOINT}\s{CAPITAL}){{0,4}})$")  # fmt: skip
"""`onderzoeker Kenniscentrum Sociale Innovatie`"""
ARTICLE = re.compile(r"^(?:De|Het)\s")
WORDS = 60
"""Letters around a place in which the name of a body that it is part of may stand."""
WORKS_AT = re.compile(
    rf"(?:,\s|\s(?:van|bij|namens)\s(?:de\s|het\s)?)(?P<wie>{CAPITAL}(?:{JOINT}\s{CAPITAL}){{1,5}})\.?"
)
"""The end of a line with a function: two words or more with capitals."""


def at_end(text: str) -> str:
    """`casemanager, Reclassering Nederland` on a line of its own: where somebody works, behind the function."""
    found = WORKS_AT.fullmatch(text)
    strange = found is None or has_role(found["wie"]) or PARTIES.fullmatch(found["wie"])
    return "" if strange or found is None else tidy(found["wie"])


def within(page: Page, function: str) -> Iterator[Topic]:
    """`voorzitter Werkplaatsen Dal`: the body that was read as the field of the function."""
    small = SMALL.search(function)
    if small and not small["van"]:
        yield from _own_board(page, small["wie"])
        yield topic_of(page, small["wie"], NEAREST)
    last = function.split()[-1]
    ids = page.names.resolve(last, ("Gemeente",)) if " " in function and last[:1].isupper() else ()
    if len(ids) == 1 and OF_GEMEENTE.search(function):
        yield Topic(ids[0], NEAREST)
    party = OF_PARTY.match(function)
    if party and PARTIES.fullmatch(party["wie"]):
        yield topic_of(page, party["wie"], NEAREST)
    found = LEADS.search(function) or BY_KIND.search(function) or BEHIND_FIELD.search(function)
    if found and not FIELD.search(found["wie"].split()[0].lower()) and not PARTIES.fullmatch(found["wie"]):
        yield topic_of(page, found["wie"], NEAREST)


def tied(page: Page, spans: list[tuple[int, int]], brackets: bool = True, function: str = "") -> Iterator[Topic]:
    """`directeur van Plangroep`, `Anna Bos (Senzer)`: a name with capitals right there that nothing else explains.

    `brackets`: what stands in brackets counts; for the voorzitter of a meeting that says where somebody comes from.
    """
    people = everybody(page).certain
    for start, end in spans:
        sentence = page.sentence_at(start)
        before = (
            FOR.search(page.tekst[max(sentence.start, start - 90) : start].replace("\n", " ")) if sentence else None
        )
        if before is None and sentence is not None:
            before = OF_ITS_OWN.search(page.tekst[max(sentence.start, start - 90) : start].replace("\n", " "))
        if before is not None and not people.touches(start - len(before[0]), start + 1):
            yield topic_of(page, tidy(before["wie"]), NEAREST)
        stop = min(sentence.end, end + 80) if sentence else end
        yield from _small(page, start, end, stop, function)
        for found in TIED.finditer(page.tekst, start, stop):
            at = found.start("wie")
            if (
                found[0][0] in ", -–"
                and found.start() < end - 1
                or at > end + 20
                or found.start() > end + 2
                or people.touches(at, found.end("wie"))
                or any(name.start < at < name.end for name in everybody(page).names)
                or found[0].startswith("(")
                and not brackets
            ):
                continue
            known = [key for key, place in subject.named(page, at - 9, found.end()) if place <= found.end()]
            vorm = tidy(found["wie"])
            whole = longer(page, at, known)
            if whole:
                yield Topic("", NEAREST, whole)
            elif known:
                yield Topic(known[0], NEAREST)
            elif (
                not PARTIES.fullmatch(vorm)
                and flat(ARTICLE.sub("", vorm).split()[0]) not in ORDINARY
                and not has_role(vorm)
            ):
                yield Topic("", NEAREST, vorm)


def _small(page: Page, start: int, end: int, stop: int, function: str) -> Iterator[Topic]:
    """A body without a capital, and before it the organisation that it is of."""
    opens = page.tekst[start : start + len(function)].lower() == function.lower()
    right_behind = start + len(function) + 1 if function and opens else -1
    for found in SMALL.finditer(page.tekst, start, stop):
        if found.start() > end + 2:
            return
        inside = found.end() < end - 2  # Anna Bos (voorzitter van de cliëntenraad), directeur
        if inside and found.start() != right_behind:
            continue
        if found["van"]:
            known = [key for key, _ in subject.named(page, found.start("van"), found.end("van"))]
            yield (
                Topic(known[0], NEAREST)
                if known and not _goes_on(page, found, known[0])
                else topic_of(page, tidy(found["van"]), NEAREST)
            )
        else:
            yield from _own_board(page, found["wie"])
            yield topic_of(page, tidy(found["wie"]), NEAREST)


def by_adjective(page: Page, spans: list[tuple[int, int]]) -> Iterator[Topic]:
    """`de Goudse fractievoorzitter`, `zijn Rotterdamse collega`: the gemeente of which the adjective is."""
    for start, _ in spans:
        found = ADJECTIVE.search(page.before(start, 60))
        for name in (found["stam"], f"{found['stam']}a", f"{found['stam']}e") if found else ():
            ids = page.names.resolve(OTHERWISE.get(name, name), ("Gemeente",))
            if len(ids) == 1:
                yield Topic(ids[0], NEAREST)
                break


def _own_board(page: Page, body: str) -> Iterator[Topic]:
    """Of whom the raad van toezicht is, when the page is of one body."""
    own = written.own(page) if body.lower().startswith("raad van") else ""
    if own and flat(body) not in flat(own):
        yield topic_of(page, own, OWN)


def _goes_on(page: Page, found: re.Match[str], key: str) -> bool:
    """`Maastricht UMC`: the name of a place begins that of something else."""
    return key.startswith("gemeente:") and " " in found["van"] and flat(page.names.name(key)) != flat(found["van"])


def longer(page: Page, at: int, known: list[str]) -> str:
    """`Samenwerkingsorganisatie De Wolden Hoogeveen`: the body of whose name a place is only a part."""
    if not known or not known[0].startswith("gemeente:"):
        return ""
    around = written.within(page, max(0, at - WORDS), at + WORDS)
    whole = (each.vorm for each in around if each.start <= at < each.end and " " in each.vorm)
    return next((vorm for vorm in whole if not NO_BODY.match(vorm)), "")


def topic_of(page: Page, vorm: str, reason: str) -> Topic:
    ids = page.names.resolve(vorm, PARTIJ)
    return Topic(ids[0] if len(ids) == 1 else "", reason, vorm)
