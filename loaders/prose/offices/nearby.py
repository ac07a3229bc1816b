"""A word for a function near somebody, in the same sentence or list item, that no other rule tied to anybody.

buurt-zin          in the same sentence or list item: the nearest person, not across another one
buurt-verwijzing   a pronoun, a surname or a first name stands for the person named before
buurt-organisatie  somebody of an organisation behind a comma or between brackets, without a function

These rules run after the other rules for people, and only ever ask: what stands near is no proof (see owners).
"""

import re
from collections.abc import Iterator

from loaders.facts.fact import ENDED
from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.bodies import meetings, subject, written
from loaders.prose.offices import owners
from loaders.prose.people import doubt, roles
from loaders.prose.people.functions import PARTIES, Role, has_role
from loaders.prose.people.mentions import Mention, Mentions
from loaders.prose.people.people import Name, everybody
from loaders.prose.people.phrases import Phrase, phrases
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import ORDINARY, Sign
from loaders.prose.places.bound_bodies import FOR
from loaders.prose.text import abbreviations
from loaders.prose.text.body_words import CAPITAL
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import ITEM, Sentence

NEAR, REFERS, OF_BODY = "buurt-zin", "buurt-verwijzing", "buurt-organisatie"
NEGATED = re.compile(r"\b(?:geen|niet|nooit)\b")
LONGER = re.compile(r"\b(?:meer|langer)\b")
SUPPOSED = re.compile(
    r"\bstel\b|\bzou(?:den)?\b|\bmocht\b|\bals (?:ik|u|je|jij)\b|\bwil(?:de)?\b.{0,40}\bworden\b|\bsolliciteer|"
    r"\bgenoemd als\b|\b(?:u|jij|je) bent\b|\beventuele?\b|\b(?:zoeken|gezocht|zoekt)\b|\bvacature\b|\bvacant\b",
    re.IGNORECASE,
)
BODY = re.compile(r"[\s*_]{0,3}(?:[,(\[]|[-–]\s)\s?([^,;:()\[\]\t\n]{2,60}?)(?=\s?[),;\]\t\n]|\.\s?$|\s{2,}|$)")
CALLED = re.compile(r"[A-Z][\w’'&.-]{1,30}(?:\s(?:(?:van|voor|en|de|het)\s)?[A-Z][\w’'&.-]{1,30}){0,4}")
ADDRESSED = re.compile(r": (?:[Mm]evrouw de |[Mm]ijnheer de )?(?:[Vv]oorzitter|[Bb]urgemeester|[Ww]ethouder)[.,!]")
"""`De heer BOS: Voorzitter, …`: whom somebody speaks to."""
OF = re.compile(r"\s(?:van|namens|bij|uit)\s(?:de\s|het\s)?")
BRACKETED = re.compile(r"\(([^()\n]{2,30})\)")
LONGEST = 700
ROW = re.compile(r",\s|\sen\s(?:(?:van|in|bij)\s)?(?:daarvoor\s)?")
AT = re.compile(
    r"(?:\svan\s(?:de\sraad\svan\s[a-z]{5,15}|het\s(?:dagelijks\s|algemeen\s)?bestuur))?\s(?:van|bij)\s(?:de\s|het\s)?"
    rf"(?P<wie>{CAPITAL}(?:\s{CAPITAL}){{0,4}})(?=[\s,.;:)]|$)"
)
"""Behind a function: the body where it is held."""
FAR_BACK = 300
ALL = re.compile(r"(?:allen|allemaal|beiden|beide)\s(?:van\s|bij\s|namens\s)?(?:de\s|het\s)?")
SIDE_BY_SIDE = re.compile(r",\s|,?\sen\s|\s&\s")
DASHED = re.compile(r"(?:^|\n)\s{0,4}[-–•*]\s{1,3}$")
"""Before a name that begins an item."""
JOINED = re.compile(r"\s(?:en|&)\s")
ASKED = {
    "nu": "Is {}? Vul aan wat ontbreekt, of zeg nee.",
    "vroeger": "Was {}? Vul in van wanneer tot wanneer, of zeg nee.",
    "straks": "Wordt {}? Vul in vanaf wanneer, of zeg nee.",
}


def read(page: Page, book: Notebook) -> None:
    mentions = page.once(Mentions)
    for number, sentence in enumerate(page.sentences):
        if len(sentence.tekst) <= LONGEST:
            _sentence(page, book, mentions, number)
        for at, mention in enumerate(mentions.rows[number]):
            _of_body(page, book, mentions.rows[number][: at + 1], mention, sentence)


def _sentence(page: Page, book: Notebook, mentions: Mentions, number: int) -> None:
    """Each function in a sentence, with the person it belongs to."""
    sentence, row = page.sentences[number], mentions.rows[number]
    last: Name | None = None
    stops = [m.start - sentence.start for m in row]
    stops += [found.end() - sentence.start for found in ITEM.finditer(page.tekst, sentence.start, sentence.end)]
    for phrase in phrases(page.names, sentence.tekst, sentence.start, stops):
        said = _meant(page, sentence, row, phrase)
        if said is None:
            continue
        near = owners.beside(page, sentence, row, said) or owners.joined(sentence, said, last, row)
        for each in (said, *_elsewhere(page, sentence, said)):
            if near is not None:
                ask(book, near, each, (min(near.start, each.start), max(each.end, near.end)), NEAR)
            elif (meant := owners.referred(page, mentions, number, said)) is not None:
                ask(book, meant, each, (each.start, each.end), REFERS)
                last = meant
        last = near or last


def _elsewhere(page: Page, sentence: Sentence, phrase: Phrase) -> Iterator[Phrase]:
    """`burgemeester van Ede, Borne en Wierden`: the same function at each of them."""
    if not all(key.startswith("gemeente:") for key in phrase.ids) or not phrase.ids:
        return
    end = phrase.end
    for hit in page.hits_in(phrase.end, sentence.end):
        ids = tuple(sorted({e.id for e in hit.entries if e.soort == "Gemeente"}))
        if not ids or not ROW.fullmatch(page.tekst[end : hit.start]):
            return
        end = hit.end
        yield phrase._replace(ids=ids, vorm=tidy(page.tekst[hit.start : hit.end]), end=hit.end)


# what


def _meant(page: Page, sentence: Sentence, row: list[Mention], phrase: Phrase) -> Phrase | None:
    """The function as the sentence says it; None when it is part of a name, supposed, denied or only asked about."""
    if any(m.start < phrase.end and phrase.start < m.end for m in row) or _supposed(sentence, phrase):
        return None
    if ADDRESSED.match(page.tekst, max(0, phrase.start - 2)):
        return None
    if sentence.tekst.endswith("?") and not any(page.tekst[phrase.end : m.start].strip() == "" for m in row):
        return None
    return _denied(sentence, phrase)


def _supposed(sentence: Sentence, phrase: Phrase) -> bool:
    """`Stel dat`, `zou`, `u bent`: said, and not so."""
    start = max(0, phrase.start - sentence.start - 90)
    return SUPPOSED.search(sentence.tekst[start : phrase.end - sentence.start + 60]) is not None


def _denied(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """`geen wethouder` is nothing; `geen wethouder meer` is a function of the past."""
    start = max(0, phrase.start - sentence.start - 30)
    before = re.split(r"[,;:.(]", sentence.tekst[start : phrase.start - sentence.start])[-1]
    if not NEGATED.search(before):
        return phrase
    around = before + sentence.tekst[phrase.start - sentence.start : phrase.end - sentence.start + 20]
    return phrase._replace(wanneer="vroeger") if LONGER.search(around) else None


# asking


def ask(book: Notebook, name: Name, phrase: Phrase, span: tuple[int, int], rule: str) -> None:
    """One question per person and function, unless they are tied already, or the passage made that person up."""
    if doubt.invented(book.page, name.start, name.end):
        return
    if _tied(book, name.tekst, phrase.hoofd, phrase.ids):
        vorm = _elsewhere_too(book, name.tekst, phrase) if rule == REFERS else ""
        if not vorm:
            return
        phrase = phrase._replace(vorm=vorm, ids=book.page.names.resolve(vorm, PARTIJ))
    roles.person(book, name, Grounds(rule, [span]), Sign.PROVEN)
    velden = roles.fields(book, name.tekst, Role(phrase.functie, phrase.vorm, phrase.ids))
    if phrase.wanneer == "vroeger":
        velden["toestand"] = ENDED
    where = f" bij '{phrase.vorm}'" if phrase.vorm else ""
    book.ask("rol", velden, [span], rule, ASKED[phrase.wanneer].format(f"{name.tekst} {phrase.functie}{where}"))


def _elsewhere_too(book: Notebook, person: str, phrase: Phrase) -> str:
    """`Momenteel is zij voorzitter van Zorg Dal`, of whom it is said that she was voorzitter of something else."""
    found = AT.match(book.page.tekst, phrase.end) if not phrase.vorm else None
    if found is None or everybody(book.page).certain.touches(*found.span("wie")):
        return ""
    vorm = tidy(found["wie"])
    said = [str(fact.velden.get("organisatie_vorm") or "") for fact in book.roles[book.person(person)]]
    before = book.page.tekst[max(0, phrase.start - FAR_BACK) : phrase.start]
    return (
        ""
        if vorm in before or any(each and (flat(vorm) in flat(each) or flat(each) in flat(vorm)) for each in said)
        else vorm
    )


def _tied(book: Notebook, person: str, head: str, ids: tuple[str, ...]) -> bool:
    """Whether another rule gave this person this function already, at this organisation or at one not known."""
    place = ids[0] if len(ids) == 1 else None
    for fact in book.roles[book.person(person)]:
        said = flat(str(fact.velden.get("functie") or "")).replace("-", " ")
        there = fact.velden.get("organisatie")
        bare = head.replace("-", " ")
        if (re.search(rf"(?<![a-z]){re.escape(bare)}", said) or said and bare.endswith(f" {said}")) and (
            place is None or there == place
        ):
            return True
    return False


# an organisation without a function


def _of_body(page: Page, book: Notebook, row: list[Mention], mention: Mention, sentence: Sentence) -> None:
    """`Anna Bos (prov. Groningen)`, `Anna Bos en Piet Vos, Divosa`. `row`: the mentions up to and with this one."""
    _on_behalf(page, book, mention, sentence)
    joint = OF.match(page.tekst, mention.end, sentence.end)
    found = BODY.match(page.tekst, mention.end, sentence.end)
    if joint is not None:
        _behind_joint(page, book, row, joint, sentence)
    elif found is not None:
        _behind_mark(page, book, row, found)


def _behind_joint(page: Page, book: Notebook, row: list[Mention], joint: re.Match[str], sentence: Sentence) -> None:
    """`met Anna Bos van Divosa`; a gemeente behind a name is where somebody lives."""
    mention, at = row[-1], joint.end()
    known = next((key for key, start in subject.named(page, at, sentence.end) if start == at), None)
    lives = known is not None and known.startswith("gemeente:") and "namens" not in joint[0]
    if known is not None and not lives and mention.name.sign is Sign.STRONG:
        _of_known(page, book, _joined(page, row), known)
        return
    body = next(iter(written.within(page, at, min(sentence.end, at + 80))), None)
    if body is not None and body.start == at:
        _of_unknown(page, book, mention, body.vorm, (mention.start, body.end))


def _behind_mark(page: Page, book: Notebook, row: list[Mention], found: re.Match[str]) -> None:
    """`Anna Bos (Dal)`, `Anna Bos, Divosa`"""
    mention, bracketed = row[-1], found[0].strip()[0] in "(["
    vorm = abbreviations.places(tidy(found[1]))
    if len(vorm) < 5 and flat(vorm) == "".join(word[0] for word in flat(mention.name.tekst).split()):
        return  # Anna Bos (AB): how the minutes write her
    every = ALL.match(vorm) if bracketed else None
    people = _whole_row(page, row) if every else _joined(page, row)
    vorm = vorm[every.end() :] if every else vorm
    ids = page.names.resolve(vorm, PARTIJ) if vorm[:1].isupper() or " " in vorm else ()
    if ids:
        if len(ids) == 1 and mention.name.sign >= (Sign.SHAPE if bracketed else Sign.STRONG):
            _of_known(page, book, people, ids[0], vorm)
        return
    item = DASHED.search(page.before(mention.start, 6)) and page.tekst[found.end() : found.end() + 1] in ("", "\n")
    if bracketed or item or written.within(page, found.start(1) - 1, found.end(1) + 1):
        for each in people:
            _of_unknown(page, book, each, vorm, (each.start, found.end()))


def _joined(page: Page, row: list[Mention]) -> list[Mention]:
    """`Anna Bos en Piet Vos, Divosa`: both."""
    pair = len(row) > 1 and JOINED.fullmatch(page.tekst[row[-2].end : row[-1].start])
    return row[-2:] if pair else row[-1:]


def _whole_row(page: Page, row: list[Mention]) -> list[Mention]:
    """`Anna Bos, Els Smit en Piet Vos (allen Dal)`: everybody up to the brackets."""
    first = len(row) - 1
    while first and SIDE_BY_SIDE.fullmatch(page.tekst[row[first - 1].end : row[first].start]):
        first -= 1
    return row[first:]


def _of_known(page: Page, book: Notebook, people: list[Mention], body: str, vorm: str = "") -> None:
    """`met Anna Bos van Divosa`, `Anna Bos en Piet Vos (gemeente Ede)`"""
    role = Role("", vorm or page.names.name(body), (body,))
    for each in people:
        if not _placed(book, each.name, body):
            _ask_function(book, each.name, role, (each.start, people[-1].end))


def _on_behalf(page: Page, book: Notebook, mention: Mention, sentence: Sentence) -> None:
    """`Namens de VNG sloot Anna Bos aan.`"""
    before = FOR.search(page.tekst[max(sentence.start, mention.start - 90) : mention.start].replace("\n", " "))
    if before is None or mention.name.sign is not Sign.STRONG:
        return
    vorm = tidy(before["wie"])
    ids = page.names.resolve(vorm, PARTIJ)
    known = len(ids) == 1 and not _placed(book, mention.name, ids[0])
    if known or not ids and not book.roles[book.person(mention.name.tekst)] and not PARTIES.fullmatch(vorm):
        start = mention.start - len(before[0])
        _ask_function(book, mention.name, Role("", vorm, ids), (start, mention.end))


def _of_unknown(page: Page, book: Notebook, mention: Mention, vorm: str, span: tuple[int, int]) -> None:
    """`Anna Bos (Senzer)`: a name with capitals that we do not know, and that is no party or age."""
    kind = any(each.vorm == vorm for each in written.within(page, *span))
    one = CALLED.fullmatch(vorm) and not PARTIES.fullmatch(vorm) and (kind or not meetings.is_council(page))
    strange = everybody(page).with_surname(vorm) or not kind and flat(vorm.split()[0]) in ORDINARY or has_role(vorm)
    held = any(f.soort == "rol" for f in book.roles[book.person(mention.name.tekst)])
    if one and not strange and not held and mention.name.sign >= Sign.SHAPE and not _political(page):
        _ask_function(book, mention.name, Role("", vorm, ()), span)


def _political(page: Page) -> bool:
    """Whether parties stand between brackets here: then other names there may be parties too."""
    return sum(bool(PARTIES.fullmatch(found[1])) for found in BRACKETED.finditer(page.tekst)) > 1


def _placed(book: Notebook, name: Name, body: str) -> bool:
    """Whether somebody has a function there already, or one of which it is not known where."""
    held = [fact for fact in book.roles[book.person(name.tekst)] if fact.soort == "rol"]
    return any(fact.velden.get("organisatie") in (body, None) for fact in held)


def _ask_function(book: Notebook, name: Name, role: Role, span: tuple[int, int]) -> None:
    roles.person(book, name, Grounds(OF_BODY, [span]), Sign.PROVEN)
    question = f"Welke functie heeft {name.tekst} bij '{role.vorm}'?"
    book.ask("rol", roles.fields(book, name.tekst, role), [span], OF_BODY, question)
