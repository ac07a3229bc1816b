"""Parties of an agreement, and who stands for them: the party comes first, and owns the name.

zin-vertegenwoordigd   "Stichting X, vertegenwoordigd door mevrouw A. Bos, directeur", "Koepel (Anna Bos)"

A line that begins a new party ends the one before it. The party is asked: that somebody signs for it is clear, what the
person does there often is not.
"""

import re
from collections.abc import Iterator

from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.people import functions, roles
from loaders.prose.people.functions import PARTIES, Role, begins_with_role, has_role, is_role
from loaders.prose.people.people import Name, looks_like_a_name, names_in
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page

RULE = "zin-vertegenwoordigd"
BY = re.compile(
    r"(?:,?\s(?:(?:hierbij|hier|ten deze|te dezen|in deze|in dezen|rechtsgeldig|dat|die|wordt|worden|thans)\s){0,4})"
    r"(?:vertegenwoordigd|ondertekend|getekend)\sdoor\s{0,2}:?\s{0,2}",
    re.IGNORECASE,
)
WRITTEN = re.compile(
    r"(?:(?:gemeente|[Ss]tichting|[Vv]ereniging|[Ww]oningcorporatie|[Cc]oöperatie|[Pp]rovincie|[Kk]redietbank|"
    r"[Dd]e|[Hh]et)\s)?"
    r"[A-Z][\w'’&.-]{0,30}(?:\s(?:(?:van|voor|en|de|het|der|aan|den)\s){0,2}[A-Z][\w'’&.-]{0,30}){0,5}$"
)
"""A row of words with capitals at the end of what stands before."""
ENDS = re.compile(
    r"[;\n]|,\s(?=(?:de\s)?(?:gemeente|stichting|woningcorporatie|vereniging|provincie)\b)|\shierna\b", re.IGNORECASE
)
BRACKET = re.compile(
    r"(?P<wie>[A-Z][\w'’&.-]{1,30}(?:\s(?:(?:van|voor|en|de|het|des)\s)?[A-Z][\w'’&.-]{1,30}){0,4})"
    r"\s\((?P<naam>[^()\d]{5,50})\)"
)
SEATED = re.compile(r",\s(?:statutair\s)?(?:gevestigd|kantoorhoudende?|zetelende?|gelegen)\b[^\n]{2,90}$")
"""`Stichting X, gevestigd te Assen`: where it is, is not what it is called."""
FURTHEST, BEHIND = 200, 140


def read(page: Page, book: Notebook) -> None:
    for sentence in page.sentences:
        for found in BY.finditer(page.tekst, sentence.start, sentence.end):
            _party(page, book, found)
        for found in BRACKET.finditer(page.tekst, sentence.start, sentence.end):
            _in_brackets(page, book, found)


def _party(page: Page, book: Notebook, found: re.Match[str]) -> None:
    """The first name behind `vertegenwoordigd door`, with the function beside it, at the party before it."""
    before = page.tekst[max(0, found.start() - FURTHEST) : found.start()].rpartition("\n\n")[2]
    before = SEATED.sub("", before.rstrip(" ,\n")).rstrip(" ,\n")
    party = _written(page, before)
    end = found.end() + BEHIND
    stop = ENDS.search(page.tekst, found.end() + 3, end)
    end = stop.start() if stop else min(end, len(page.tekst))
    name = next(_people(page, found.end(), end), None)
    if party is None or name is None:
        return
    function = _function(page, name, found.end(), end)
    _ask(book, name, Role(function, *party), (found.start() - len(before.split("\n")[-1]), name.end))


def _people(page: Page, start: int, end: int) -> Iterator[Name]:
    return (n for n in names_in(page, start, end) if n.sign is not Sign.NONE and (" " in n.tekst or n.titled))


def _function(page: Page, name: Name, start: int, end: int) -> str:
    """`bestuurder Anna Bos`, `Anna Bos, directeur`; empty when neither says it."""
    behind = re.match(r"\s?[,(]\s?([^,;()\n]{3,60})", page.tekst[name.end : end])
    if behind and begins_with_role(behind[1]):
        return functions.parse(tidy(behind[1]), page.names).functie
    front = [word for word in page.tekst[start : name.start].split() if word.lower() not in functions.TITLES]
    at = next((i for i, word in enumerate(front) if is_role(word)), None)
    return re.sub(r",.*$", "", tidy(" ".join(front[at:]))) if at is not None else ""


def _written(page: Page, text: str) -> tuple[str, tuple[str, ...]] | None:
    """The party at the end of a stretch of text: a name that we know, or a row of words with capitals."""
    said = text.split()
    for start in range(max(0, len(said) - 8), len(said)):
        vorm = tidy(" ".join(said[start:]))
        ids = page.names.resolve(vorm, PARTIJ)
        if ids and vorm[:1].isupper() | vorm.lower().startswith("gemeente "):
            return vorm, ids
    found = WRITTEN.search(" ".join(said))
    return (tidy(found[0]), ()) if found and not has_role(found[0]) else None


def _in_brackets(page: Page, book: Notebook, found: re.Match[str]) -> None:
    """`De Sleutel (mw. A. Bos)`: a body, and who is there for it."""
    name = looks_like_a_name(page, found.start("naam"), found.end("naam"))
    if name is None or name.sign < Sign.STRONG or PARTIES.fullmatch(found["wie"]) or _is_person(page, found):
        return
    party = _written(page, found["wie"])
    if party is not None and not has_role(found["wie"]):
        _ask(book, name, Role("", *party), (found.start(), found.end()))


def _is_person(page: Page, found: re.Match[str]) -> bool:
    return any(n.sign is not Sign.NONE for n in names_in(page, found.start("wie"), found.end("wie")))


def _ask(book: Notebook, name: Name, role: Role, span: tuple[int, int]) -> None:
    held = [f for f in book.roles[book.person(name.tekst)] if f.velden.get("functie")]
    if any(f.velden.get("organisatie") in role.ids for f in held):
        return
    for fact in held:
        if fact.vraag and not fact.velden.get("organisatie") and flat(fact.velden["functie"]) == flat(role.functie):
            book.drop(fact)
            continue
        if fact.velden.get("organisatie") is None and not role.functie:
            role = role._replace(functie=str(fact.velden["functie"]))
            book.drop(fact)
    said = f"{role.functie} bij" if role.functie else "iemand van"
    question = f"Is {name.tekst} {said} '{role.vorm}'? Vul aan wat ontbreekt, of zeg nee."
    book.ask("rol", roles.fields(book, name.tekst, role), [span], RULE, question)
