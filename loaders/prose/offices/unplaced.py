"""People of whom no other rule says what they do: the function that stands nearest is asked, or else who they are.

buurt-rest   a function in the same part of the line, on the line below a name alone, or in the heading above a list
naam-wie     somebody whose name stands where a person is meant, with nothing beside it

Where a name stands shows that it is one: alone on a line, before an age, beside a verb of saying, before a verb for
what people do. A guess, so it is only ever asked; and once for each name.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from loaders.facts.fact import WHO, Fact
from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.bodies import subject
from loaders.prose.offices import cards, nearby
from loaders.prose.people import functions, surnames
from loaders.prose.people.functions import PARTIES, has_role, is_role
from loaders.prose.people.people import Name, everybody, names_in
from loaders.prose.people.phrases import Phrase, phrases
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line
from loaders.prose.text.spans import Spans

RULE, WHO_RULE = "buurt-rest", "naam-wie"
CUT = re.compile(r"[;\t|•▪]|(?<=[a-z)]{3})\.\s|\s/\s")
"""What parts one item of a line from the next."""
BEHIND, BEFORE, LONGEST, BACK = 70, 40, 80, 25
"""Letters behind and before a name in which its function may stand; of a line that is only a function; and lines."""
SHORT = 3
"""Spaces in a line that ends like a sentence and is none: `Anna Bos, adviseur.`"""
ALONE = 16
"""Letters beside a name that stands alone on its line."""
BODY_HEADING = re.compile(
    r"(?:(?:de\s|het\s|onze?\s)?(?:leden\s(?:van\s)?(?:de\s|het\s)?)?"
    r"(?:raad van (?:toezicht|commissarissen|advies|bestuur)|"
    r"(?:dagelijks |algemeen )?bestuur|stuurgroep|werkgroep|kerngroep|projectgroep|redactie(?:raad)?|commissie|"
    r"[a-zë]*raad|kwaliteitsteam|team)(?:\s[A-Z][\w’' -]{2,40})?|"
    r"(?:(?:externe|interne|overige|huidige|nieuwe|vaste)\s)?(?:bestuurs|commissie|raads|project)?leden)\s?:?",
    re.IGNORECASE,
)
"""A heading above, or a label before, the names of its members."""
ITEM_OPENS = re.compile(
    r"(?:^|\s[-–•]\s)[\s•*–-]{0,12}(?:(?:de heer|mevrouw|dhr\.?|mw\.?|[a-z]{2,4}\.)\s)*[*_]{0,2}$",
    re.IGNORECASE,
)
"""A name begins its line, or an item in it: `- De heer A. Bos, voorzitter - Mevrouw C. Vos`."""
CONSISTS = re.compile(
    r"\b(?:raad(?:\svan\s(?:toezicht|commissarissen|advies))?|bestuur|[a-z]{3,20}(?:commissie|raad)|stuurgroep|werkgroep)\s"
    r"(?:bestaat\s(?:momenteel\s|nu\s|op dit moment\s)?uit|is\s(?:als\svolgt|nu)\ssamengesteld|heeft\sals\sleden)|"
    r"\bbestaat\s(?:de|het)\s(?:raad(?:\svan\s(?:toezicht|commissarissen))?|bestuur|[a-z]{3,20}(?:commissie|raad))\suit",
    re.IGNORECASE,
)
"""`De raad van toezicht bestaat uit de volgende leden:`, above a list."""
SAYS = (
    r"(?:zegt|vertelt|vindt|stelt|legt|licht|merkt|ziet|denkt|weet|reageert|aldus|beaamt|vult|lacht|besluit|verzucht|"
    r"herinnert|constateert|benadrukt|noemt)"
)
DOES = re.compile(
    rf"\s(?:{SAYS}|is|was|werkt|werkte|woont|heeft|had|kwam|komt|nam|neemt|gaat|wil|kan|zit|doet|deed|sprak|spreekt|begon|"
    r"begeleidt|leidt|geeft|gaf|helpt|hielp|schreef|won|kreeg|krijgt|liet|opende|maakte)\b"
)
SAID = re.compile(rf"\b{SAYS}\s$")
AGED = re.compile(rf"\s?\((?:\d{{1,2}}(?:\sjaar)?\)|(?:{PARTIES.pattern})\b)|,\s\d{{2}}\sjaar")
"""An age or a party."""
LED_BY = re.compile(
    r"\b(?:onder leiding van|samen met|contact(?:persoon)?:?|bel|mail|bij|vraag naar|door|namens)\s$", re.I
)
REACHED = re.compile(r"[^\n]{0,4}\n?[^\n]{0,40}(?:@|\b0\d{1,3}[ -–]|tel\b)")
"""An address or a number right behind it, or on the next line."""


def read(page: Page, book: Notebook) -> None:
    told, people = _told(book), _people(book)
    taken = Spans(span for fact in book.facts.values() if fact.soort == "rol" for span in book.spans[fact.id])
    for name in _once(page):
        if flat(name.tekst) in told or cards.MAKER.search(page.before(name.start, 24)):
            continue
        if not _function(page, book, name, taken) and _is_meant(page, name) and flat(name.tekst) not in people:
            _who(page, book, name)

    _fill_in(page, book)


def _told(book: Notebook) -> set[str]:
    """Those of whom a function or a membership is said or asked."""
    return {_called(book, fact) for fact in book.facts.values() if fact.soort in ("rol", "lid")}


def _people(book: Notebook) -> set[str]:
    named = (fact.velden for fact in book.facts.values() if fact.soort == "persoon")
    return {flat(str(said)) for velden in named for said in (velden.get("vorm"), velden["naam"]) if said}


def _named(book: Notebook, fact: Fact) -> str:
    said = str(fact.velden["persoon"])
    return book.page.names.name(said) if ":" in said else said


def _called(book: Notebook, fact: Fact) -> str:
    return flat(_named(book, fact))


def _once(page: Page) -> Iterator[Name]:
    """Everybody by the full name that the page has for them; where somebody is named again the first place counts."""
    seen: set[str] = set()
    for name in everybody(page).names:
        meant = surnames.meant(page, name)
        whole = meant if meant is not None and " " in meant.tekst else name
        if name.titled or name.sign > Sign.NONE:
            key = flat(whole.tekst)
            if key not in seen and (whole.tekst == name.tekst or name.titled and meant is None):
                seen.add(key)
                yield name


def _fill_in(page: Page, book: Notebook) -> None:
    """Of whom only an organisation is known: what the heading above the table or list says."""
    for fact in [f for f in book.facts.values() if f.soort == "rol" and f.vraag and not f.velden.get("functie")]:
        start = min(start for start, _ in book.spans[fact.id])
        said = next((word for line in subject.headings(page, start) if (word := _said(line.tekst))), "")
        vorm = fact.velden.get("organisatie_vorm")
        if said and vorm:
            question = f"Is {_named(book, fact)} {said} bij '{vorm}'? Vul aan wat ontbreekt, of zeg nee."
            book.change(fact, {**fact.velden, "functie": said}, question)


# what somebody does


def _function(page: Page, book: Notebook, name: Name, taken: Spans) -> bool:
    """Whether a function was found and asked."""
    line = _line(page, name)
    if line is None or name.sign is Sign.SHAPE and not _is_meant(page, name):
        return False
    phrase = _in_line(page, taken, line, name) or _below(page, line, name) or _heading(page, line, name)
    if phrase is None:
        return False
    span = (min(name.start, phrase.start), max(name.end, phrase.end))
    span = span if span[1] - span[0] < BEHIND + BEFORE + LONGEST else (name.start, name.end)
    nearby.ask(book, name, phrase, span, RULE)
    return True


def _line(page: Page, name: Name) -> Line | None:
    at = _at(page, name.start)
    return page.lines[at] if at >= 0 and name.start < page.lines[at].end else None


def _at(page: Page, place: int) -> int:
    """The number of the line in which a place is."""
    return bisect_right(page.once(_starts), place) - 1


def _starts(page: Page) -> list[int]:
    return [line.start for line in page.lines]


def _in_line(page: Page, taken: Spans, line: Line, name: Name) -> Phrase | None:
    """The first function behind the name, or the last before it; not across somebody else or another item.

    In a sentence only the rules that read its verb may say whose function it is.
    """
    if line.tekst[-1] in ".!?" and line.tekst.count(" ") > SHORT:
        return None
    others = [n for n in names_in(page, line.start, line.end) if n.sign > Sign.NONE and n.start != name.start]
    right = min([line.end, name.end + BEHIND, *(n.start for n in others if n.start > name.start)])
    left = max([line.start, name.start - BEFORE, *(n.end for n in others if n.end <= name.start)])
    stop, opened = CUT.search(page.tekst, name.end, right), [*CUT.finditer(page.tekst, left, name.start)]
    right, left = stop.start() if stop else right, opened[-1].end() if opened else left
    behind = phrases(page.names, page.tekst[name.end : right].replace("\n", " "), name.end)
    before = [*phrases(page.names, page.tekst[left : name.start].replace("\n", " "), left)]
    sure = (
        phrase
        for phrase in (*behind, *reversed(before))
        if phrase.zeker and not taken.touches(phrase.start, phrase.end)
    )
    return next(sure, None)


def _below(page: Page, line: Line, name: Name) -> Phrase | None:
    """A name alone on its line: what stands on the next one is what somebody is, whatever the word for it."""
    names = [n for n in names_in(page, line.start, line.end) if n.sign > Sign.NONE]
    if len(AGED.sub("", line.tekst)) - sum(n.end - n.start for n in names) > ALONE * len(names):
        return None
    at = _at(page, line.start)
    below = page.lines[at + 1] if at + 1 < len(page.lines) and not page.lines[at + 1].blank else None
    if below is None or len(below.tekst) > LONGEST or re.search(r"[@?!]|\d{2}|[.:]$", below.tekst):
        return None
    if any(n.sign is Sign.STRONG for n in names_in(page, below.start, below.end)):
        return None
    if len(names) > 1 and (several := _plural(page, below)) is not None:
        return several
    found = next(iter(phrases(page.names, below.tekst, below.start)), None)
    bare = re.split(r"[,(|/]", below.tekst)[0].strip()
    if found is not None or not bare[:1].islower() or cards.SENTENCE.search(f" {bare} ") or bare.count(" ") > 5:
        return found
    said = functions.parse(tidy(bare), page.names)
    return Phrase(said.functie, flat(said.functie), said.vorm, said.ids, below.start, below.start + len(bare), "nu", "",
                  False, False)  # fmt: skip


def _plural(page: Page, line: Line) -> Phrase | None:
    """`stagiairs Noorderpoort`, below the names of two"""
    first, _, rest = line.tekst.partition(" ")
    single = functions.singular(first.lower())
    if single == first.lower() or not is_role(single):
        return None
    vorm = tidy(rest.removeprefix("van ").removeprefix("bij ")) if rest[:1].isupper() or " " in rest else ""
    ids = page.names.resolve(vorm, PARTIJ) if vorm else ()
    return Phrase(single, single, vorm, ids, line.start, line.end, "nu", "", False, True)


def _heading(page: Page, line: Line, name: Name) -> Phrase | None:
    """`Leden: Anna Bos, Piet Vos`, or a list of names below `Raad van toezicht` or `Onze jongerenwerkers`."""
    label = page.tekst[line.start : name.start].partition(":")[0].strip() if ":" in line.tekst else ""
    said = _said(label)
    if not said and len(line.tekst) <= LONGEST and ITEM_OPENS.search(page.tekst[line.start : name.start]):
        said = next((word for above in _above(page, line) if (word := _said(above))), "")
    span = (name.start, name.end)
    return Phrase(said, said, "", (), *span, "nu", "", False, True) if said else None


def _said(text: str) -> str:
    """What a heading says that those below it are."""
    bare = tidy(text.strip("*#_ :"))
    plural = cards.plural(bare) if bare else None
    body = bare and (BODY_HEADING.fullmatch(bare) and not has_role(bare) or CONSISTS.search(bare))
    return plural or ("lid" if body else "")


def _above(page: Page, line: Line) -> Iterator[str]:
    """The lines above that may be the heading of a list, the nearest first; other names may stand between."""
    at = _at(page, line.start)
    for other in reversed(page.lines[max(0, at - BACK) : at]):
        if len(other.tekst) > LONGEST:
            return
        yield other.tekst
        if other.blank and not other.is_item and page.lines[at - 1] is not other and other.tekst.endswith("."):
            return


# who somebody is


def _is_meant(page: Page, name: Name) -> bool:
    """Whether a person is meant: the name is beyond doubt, or it stands where only a person fits."""
    if name.sign is Sign.STRONG:
        return True
    if any(hit.end > name.start for hit in page.hits_in(name.start - 30, name.end)) or is_role(name.tekst.split()[-1]):
        return False
    behind = page.tekst[name.end : name.end + 60]
    if AGED.match(behind) or REACHED.match(behind) or SAID.search(page.before(name.start, 14)):
        return True
    return (
        DOES.match(behind.replace("\n", " ")) is not None
        and _opens(page, name)
        or bool(LED_BY.search(page.before(name.start, 24)))
    )


def _opens(page: Page, name: Name) -> bool:
    """At the start of its sentence, and not of one word with a capital because of that."""
    sentence = page.sentence_at(name.start)
    return sentence is not None and sentence.start == name.start and len(name.tekst.split()) >= 2


def _who(page: Page, book: Notebook, name: Name) -> None:
    velden = {"id": book.person_key(name.tekst), "naam": name.tekst, "vorm": name.tekst}
    question = f"{WHO} '{name.tekst}'? Zeg ja voor een nieuw persoon, of zeg nee."
    book.ask("persoon", velden, [(name.start, name.end)], WHO_RULE, question)
