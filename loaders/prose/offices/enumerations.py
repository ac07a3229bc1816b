"""People in a row that share one function, which is said once: by a verb, or in the sentence above their list.

buurt-rij   "Anna Bos (26), Piet Vos en Els Smit zijn de jongerenwerkers", "Initiatiefnemers zijn Anna Bos (Ede) en
            Piet Vos", "De volgende wethouders ondertekenden:" with a name and a place on each line below

What each of them is stands some way off, so it is only ever asked.
"""

import re
from collections.abc import Iterator

from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.bodies import written
from loaders.prose.offices import nearby
from loaders.prose.people import functions, surnames
from loaders.prose.people.functions import PARTIES, PLURAL, is_role
from loaders.prose.people.people import Name, name_at, names_in
from loaders.prose.people.phrases import Phrase
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line, Sentence

RULE = "buurt-rij"
VERB = re.compile(
    r"\s(?P<verb>zijn|worden|waren|werden|werken als|vormen)\s(?:(?:de|onze|het|als|nu|sinds|ook|samen|twee|drie|vier|"
    r"vijf|nieuwe|beide|vaste|huidige|uw|hun|team|\d{1,2})\s){0,4}(?:[A-Z]\w{1,12}-)?(?P<rol>[a-zé-]{5,30})\b"
)
LED = re.compile(
    r"(?:^|[.:;]\s|\b[Dd]e\s(?:andere\s|nieuwe\s|overige\s|\w{3,6}\s)?|\b[Oo]nze\s)(?P<rol>[A-Za-zé-]{5,30})"
    r"(?:\s[^.;:!?]{2,80}?)?\s(?P<verb>zijn|worden|waren)\s?:?\s(?=[A-Z]|de\sheer|mevrouw)"
)
LABELLED = re.compile(r"(?:^|[.;]\s)(?P<rol>[A-Z][a-zé-]{4,30})\s?:\s(?=[A-Z]|de\sheer|mevrouw)")
"""`Projectleiders: Anna Bos (data) en Piet Vos`, in running text."""
COUNTED = re.compile(
    r"\b(?P<rol>[a-zé-]{5,30})(?:\s(?:die|van|uit|in|met|aan|namens|bij|zijn|waren)\b[^.;:!?]{2,80})?\s?:\s"
    r"(?=[A-Z]|de\sheer|mevrouw)"
)
"""`de vier wethouders die meededen: Anna Bos (Ede) en Piet Vos (Borne)`"""
ROW = re.compile(
    r"(?:\s?\([^()]{1,50}\))?(?:,\s(?:en\s)?|\sen\s|\s&\s|,\s(?:mevrouw|de\sheer)\s|"
    r"\s(?:van|bij)\s[^,.;:()]{2,50}?(?:,\s|\sen\s))"
)
OPENING = re.compile(
    r"\b(?:(?:volgende|onderstaande|deze|betrokken|deelnemende|onze|de|alle|\d{1,3})\s){1,3}(?P<rol>[a-zé-]{5,30})\b",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"\s{0,2}(?:[,(–—-]|\bvan\b|\bbij\b|\buit\b|\bnamens\b)\s?(?:de\s|het\s)?(?P<waar>[^,;:()\t]{2,60})"
)
IN_BRACKETS = re.compile(
    r"\s\((?:beiden?\s)?(?P<rol>[a-zé-]{5,30})\)|,\s(?:beiden\s)?(?P<los>[a-zé-]{5,30})(?=[.,;\n\t]|$)"
)
WHEN = {"worden": "straks", "waren": "vroeger", "werden": "vroeger"}
AGE = re.compile(r"\s?\((?:\d{1,3}|[^()]{1,30})\)")
MOST, LONGEST, FEWEST = 60, 120, 2


def read(page: Page, book: Notebook) -> None:
    for sentence in page.sentences:
        if len(sentence.tekst) < 900 and not book.taken.touches(sentence.start, sentence.start + 1):
            _before_verb(page, book, sentence)
            _behind_verb(page, book, sentence)
            _bracketed(page, book, sentence)
    for at, line in enumerate(page.lines):
        if line.tekst.endswith(":") and len(line.tekst) < 400:
            _below(page, book, at)


def _role(word: str) -> str:
    """`jongerenwerkers` -> `jongerenwerker`; empty when it is no function in the plural."""
    single = functions.singular(word.lower())
    single = re.sub(r"leden$", "lid", single)
    return single if single != word.lower() and PLURAL.fullmatch(word) and is_role(single) else ""


def _before_verb(page: Page, book: Notebook, sentence: Sentence) -> None:
    """`Anna Bos (26), Piet Vos en Els Smit zijn de jongerenwerkers`"""
    for found in VERB.finditer(sentence.tekst):
        function = _role(found["rol"])
        people = [*_row_until(page, sentence, sentence.start + found.start())] if function else []
        if len(people) >= FEWEST:
            _ask_all(page, book, people, function, WHEN.get(found["verb"], "nu"), sentence)


def _row_until(page: Page, sentence: Sentence, end: int) -> Iterator[Name]:
    """The names of the row that ends right before the verb."""
    row: list[Name] = []
    for name in _people(page, sentence.start, end):
        if row and not ROW.fullmatch(page.tekst[row[-1].end : name.start].replace("\n", " ")):
            row = []
        row.append(name)
    if row and not AGE.sub("", page.tekst[row[-1].end : end]).strip():
        yield from row


def _behind_verb(page: Page, book: Notebook, sentence: Sentence) -> None:
    """`De andere wethouders zijn: Anna Bos (D66) en Piet Vos`"""
    for found in (f for pattern in (LED, LABELLED, COUNTED) for f in pattern.finditer(sentence.tekst)):
        function = _role(found["rol"])
        people = [*_row_from(page, sentence, sentence.start + found.end())] if function else []
        if len(people) >= FEWEST:
            _ask_all(page, book, people, function, WHEN.get(found.groupdict().get("verb", ""), "nu"), sentence)


def _bracketed(page: Page, book: Notebook, sentence: Sentence) -> None:
    """`Anna Bos en Piet Vos (begeleiders)`: the function behind the last one is of both."""
    for found in IN_BRACKETS.finditer(page.tekst, sentence.start, sentence.end):
        function = _role(found["rol"] or found["los"])
        people = [*_row_until(page, sentence, found.start())] if function else []
        if len(people) >= FEWEST:
            _ask_all(page, book, people[-FEWEST:], function, "nu", sentence)


def _row_from(page: Page, sentence: Sentence, start: int) -> Iterator[Name]:
    last = start
    for name in _people(page, start, sentence.end):
        between = page.tekst[last : name.start].replace("\n", " ")
        if not (ROW.fullmatch(between) if last != start else len(between) < 12):
            return
        yield name
        last = name.end


def _people(page: Page, start: int, end: int) -> Iterator[Name]:
    for name in names_in(page, start, end):
        whole = surnames.meant(page, name)
        if whole is not None and whole.sign is not Sign.NONE and (" " in whole.tekst or whole.titled):
            yield whole


def _ask_all(page: Page, book: Notebook, people: list[Name], function: str, when: str, sentence: Sentence) -> None:
    for name in people:
        vorm, ids, end = _where(page, name, sentence.end, function)
        span = (name.start, end)
        _drop_without_function(book, name, ids)
        phrase = Phrase(function, flat(function), vorm, ids, *span, when, "", False, True)
        nearby.ask(book, name, phrase, span, RULE)


def _drop_without_function(book: Notebook, name: Name, ids: tuple[str, ...]) -> None:
    """The question what somebody is there, of the same words read without the function that they share."""
    for fact in [f for f in book.roles[book.person(name.tekst)] if f.soort == "rol" and not f.velden["functie"]]:
        if fact.vraag and fact.velden["organisatie"] in ids:
            book.drop(fact)


def _where(page: Page, name: Name, end: int, function: str) -> tuple[str, tuple[str, ...], int]:
    """`(gemeente Ede)`, `van Welzijn Dal`, `, Ede`: what stands behind the name, known or written; else nothing."""
    found = BEHIND.match(page.tekst, name.end, min(end, name.end + 80))
    if found is None:
        return "", (), name.end
    said = [*re.finditer(r"\S+", found["waar"])][:8]
    for last in reversed(said):
        vorm = tidy(found["waar"][: last.end()])
        ids = page.names.resolve(vorm, ("Gemeente",) if functions.is_local(function) else PARTIJ)
        if ids and vorm[:1].isupper() | vorm.lower().startswith(("gemeente ", "ministerie ")):
            return vorm, ids, found.start("waar") + last.end()
    body = next(iter(written.within(page, found.start("waar"), found.end("waar") + 1)), None)
    if body is not None and body.start - found.start("waar") < 4 and not PARTIES.fullmatch(body.vorm):
        return body.vorm, (), body.end
    return "", (), name.end


def _below(page: Page, book: Notebook, at: int) -> None:
    """`De volgende wethouders ondertekenden de oproep:` and a name with a place on each line below it."""
    sentence = page.sentence_at(page.lines[at].end - 1)
    text = sentence.tekst if sentence else page.lines[at].tekst
    found = next((f for f in OPENING.finditer(text) if _role(f["rol"])), None)
    if found is None:
        return
    for line in page.lines[at + 1 : at + 1 + MOST]:
        name = _listed(page, line)
        if name is None:
            return
        vorm, ids, end = _where(page, name, line.end, _role(found["rol"]))
        _drop_without_function(book, name, ids)
        if vorm or not any(f.velden.get("functie") for f in book.roles[book.person(name.tekst)]):
            function = _role(found["rol"])
            phrase = Phrase(function, flat(function), vorm, ids, line.start, end, "nu", "", False, True)
            nearby.ask(book, name, phrase, (line.start, end), RULE)


def _listed(page: Page, line: Line) -> Name | None:
    if len(line.tekst) > LONGEST:
        return None
    name = name_at(page, line.mark, line.end)
    return name if name is not None and " " in name.tekst and name.sign is not Sign.NONE else None
