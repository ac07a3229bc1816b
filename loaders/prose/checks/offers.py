"""Questions about somebody with the likeliest answers filled in: one question for a person and what the person does.

At which organisation somebody has a function comes, in this order, from the same sentence or row, the label before it,
the heading above, the paragraph, and what the page is about. The first of those is filled in, so that "ja" says it all;
the others stand in the question. Nothing is asserted: what somebody has to decide stays a question.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from loaders.facts.fact import ENDED, WHO, Candidate, Fact, person_id
from loaders.names.tokens import flat
from loaders.prose.bodies import meetings, subject
from loaders.prose.bodies.subject import Topic
from loaders.prose.people import functions
from loaders.prose.people.roles import NOT_NAMED
from loaders.prose.places import bound_bodies, implied_bodies, short_names, workplaces
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page

MOST = 3
"""Answers that a question offers."""
WHETHER = re.compile(rf"^Is '.*' een persoon\?$|^{WHO} '.*'\? Zeg ja")
FIRST = re.compile(r"^Eerst weten: wie is ")
BOARD = re.compile(
    r"(?:technisch |onafhankelijk |plv\.? |plaatsvervangend |waarnemend |nieuwe? |vice-?)*"
    r"(?:voorzitter|vz|secretaris|lid|ambtelijk secretaris|penningmeester|bestuurslid)"
    r"(?:\sen\s(?:notul(?:en|ist)|verslag|secretaris))?",
    re.IGNORECASE,
)
"""What somebody is of a body that meets."""
OFFICIAL = re.compile(r"^secretaris\b|^hoofd\b|\bafdeling", re.IGNORECASE)
"""Who signs for a gemeente and stands lower on its letters."""
OFTEN = 3
COLLEAGUES = "is waar anderen op deze bladzijde werken"
OCCASION = re.compile(r"(?:dagvoorzitter|notulist|notuliste|gespreksleider|moderator|presentator|presentatrice)", re.I)
"""What somebody is for one day: the page says nothing of where."""
HEAD = 600
OFFICES = (
    (re.compile(r"\bportefeuillehouders?(?:overleg|beraad)", re.IGNORECASE), "portefeuillehouder"),
    (re.compile(r"\bwethouders?(?:overleg|kring)", re.IGNORECASE), "wethouder"),
    (re.compile(r"\bgriffiers?(?:overleg|kring)", re.IGNORECASE), "griffier"),
)
"""What the members of a meeting are, by its name in the first lines."""
MANY = "Welke is bedoeld"
"""A question with candidates of its own."""
TENSE = {"Was": "Vul ook in tot wanneer.", "Wordt": "Vul ook in vanaf wanneer."}


def read(page: Page, book: Notebook) -> None:
    topics = subject.about(page, book)
    _name_offices(page, book)
    asked = [f for f in book.facts.values() if f.soort == "rol" and f.vraag is not None and f.velden.get("functie")]
    later = [fact for fact in asked if not _offer(page, book, fact, topics)]
    others = _employer(page, book) if later else []
    for fact in later:
        _offer(page, book, fact, topics, others)
    _drop_member(book)
    _drop_said_twice(book)
    _drop_asked_twice(book)


def _name_offices(page: Page, book: Notebook) -> None:
    """Members of a meeting of portefeuillehouders, each with a gemeente and no function: that is what they are."""
    office = next((office for pattern, office in OFFICES if pattern.search(page.tekst[:HEAD])), "")
    for fact in [f for f in book.facts.values() if f.soort == "rol" and f.vraag and not f.velden.get("functie")]:
        where = str(fact.velden.get("organisatie") or "")
        if office and where.startswith("gemeente:") and not _has_office(book, fact, where):
            velden = {**fact.velden, "functie": office}
            topic = Topic(where, "")
            book.change(fact, velden, f"Is {_who(page, fact)} {office} bij {_called(page, topic)}?")


def _has_office(book: Notebook, fact: Fact, where: str) -> bool:
    held = book.roles[str(fact.velden["persoon"])]
    return any(f.velden.get("functie") and f.velden.get("organisatie") == where for f in held)


def _employer(page: Page, book: Notebook) -> list[Topic]:
    """Where most others on the page work, when that is no gemeente, and the page names it often."""
    held = (f.velden for f in book.facts.values() if f.soort == "rol")
    where = [(v.get("organisatie") or "", str(v.get("organisatie_vorm") or "")) for v in held]
    where = [pair for pair in where if (pair[0] or pair[1]) and not pair[1].endswith(NOT_NAMED)]
    bodies = Counter(pair for pair in where if not pair[0].startswith("gemeente:") and _is_often(page, pair[1]))
    return [Topic(key, COLLEAGUES, vorm) for (key, vorm), _ in bodies.most_common(1)]


def _is_often(page: Page, vorm: str) -> bool:
    """By its last word with a capital, at least as often as any gemeente."""
    said = [word for word in vorm.split() if word[:1].isupper()]
    places = Counter(page.tekst[hit.start : hit.end] for hit in page.hits if hit.entries[0].soort == "Gemeente")
    most = max(places.values(), default=0)
    return bool(said) and page.tekst.count(said[-1]) >= max(OFTEN, most)


def _is_poor(fact: Fact, first: Topic) -> bool:
    """The gemeente that a page is about says little of where a bestuurder or a coördinator works."""
    function = str(fact.velden["functie"])
    far = first.reden in (subject.HEAD, subject.ONLY, subject.OFTEN, workplaces.BEFORE)
    own = bound_bodies.OF_GEMEENTE.search(function) or OFFICIAL.search(function)
    return far and first.id.startswith("gemeente:") and not own


def _offer(
    page: Page, book: Notebook, fact: Fact, topics: list[Topic], others: list[Topic] | None = None
) -> bool:  # fmt: skip
    """The first answer filled in, the others in the question. `others`: what comes before a poor answer; None to let a
    poor answer wait. Gives whether there was nothing to wait for."""
    where = fact.velden.get("organisatie")
    vorm = str(fact.velden.get("organisatie_vorm") or "")
    long = short_names.whole(page, Topic("", "", vorm), topics) if where is None and _is_written(fact) else None
    if long is not None and long.vorm != vorm:
        _fill_in(page, book, fact, [long])
        return True
    if where is None and _is_written(fact) or where and not FIRST.match(str(fact.vraag)):
        return True
    found = [Topic(where, "")] if where else [*_answers(page, book, fact, topics)][:MOST]
    if not found:
        return True
    if not where and not functions.is_local(str(fact.velden["functie"])) and _is_poor(fact, found[0]):
        if others is None:
            return False
        found = [*others, *found][:MOST]
    _fill_in(page, book, fact, found)
    return True


def _fill_in(page: Page, book: Notebook, fact: Fact, found: list[Topic]) -> None:
    verb, first = _verb(fact), found[0]
    vorm = page.names.name(first.id) if first.id else first.vorm
    velden = {**fact.velden, "organisatie": first.id or None, "organisatie_vorm": vorm}
    said = f"{verb} {_who(page, fact)} {_what(fact)} bij {_called(page, first)}?"
    other = f" Of bij {' of '.join(_called(page, each) for each in found[1:])}?" if found[1:] else ""
    known = [each for each in found if each.id] if first.id else []
    candidates = [Candidate(each.id, page.names.name(each.id), each.reden) for each in known]
    book.change(fact, velden, f"{said}{other} {TENSE.get(verb, '')}".rstrip(), candidates)


def _called(page: Page, topic: Topic) -> str:
    """`Ede (gemeente:gm0228; staat in de kop erboven)`, `'Welzijn Dal' (staat in dezelfde zin)`"""
    if not topic.id:
        return f"'{topic.vorm}'" + (f" ({topic.reden})" if topic.reden else "")
    reason = f"; {topic.reden}" if topic.reden else ""
    return f"{page.names.name(topic.id)} ({topic.id}{reason})"


def _is_written(fact: Fact) -> bool:
    """The passage says where, in words that we do not know; behind an office of a gemeente that is a party."""
    vorm = str(fact.velden.get("organisatie_vorm") or "")
    if not vorm or vorm.endswith(NOT_NAMED):
        return False
    local = functions.is_local(str(fact.velden.get("functie"))) and not str(fact.vraag).startswith(MANY)
    return not local or vorm.lower().startswith(("gemeente", "de ", "het "))


def _verb(fact: Fact) -> str:
    said = f"{fact.velden.get('functie')} {fact.vraag}"
    if fact.velden.get("toestand") == ENDED or functions.FORMER.search(said) or str(fact.vraag).startswith("Was "):
        return "Was"
    return "Wordt" if functions.COMING.search(said) or str(fact.vraag).startswith("Wordt ") else "Is"


def _who(page: Page, fact: Fact) -> str:
    said = str(fact.velden["persoon"])
    return page.names.name(said) if ":" in said else said


def _what(fact: Fact) -> str:
    bare = functions.COMING.sub("", functions.FORMER.sub("", str(fact.velden["functie"]))).strip(" -")
    return bare or str(fact.velden["functie"])


def _answers(page: Page, book: Notebook, fact: Fact, topics: list[Topic]) -> Iterator[Topic]:
    """Each organisation once, the likeliest first; for a function of a gemeente only gemeenten."""
    local = functions.is_local(str(fact.velden["functie"]))
    seen: set[str] = set()
    found = (short_names.whole(page, each, topics) for each in _in_order(page, fact, [*book.spans[fact.id]], topics))
    in_order = implied_bodies.first(page, _what(fact), [*found])
    for topic in sorted(in_order, key=lambda topic: workplaces.TEAM.match(topic.vorm) is not None):
        key = topic.id or flat(topic.vorm)
        if key not in seen and (not local or topic.id.startswith("gemeente:")):
            seen.add(key)
            yield topic


def _in_order(page: Page, fact: Fact, spans: list[tuple[int, int]], topics: list[Topic]) -> Iterator[Topic]:
    function = str(fact.velden["functie"])
    if OCCASION.fullmatch(_what(fact)):
        yield from bound_bodies.tied(page, spans)
        return
    if BOARD.fullmatch(_what(fact)):
        yield from workplaces.label(page, spans)
        yield from bound_bodies.tied(page, spans, brackets=False, function=function)
        yield from workplaces.opening(page, spans)
        meeting = meetings.meeting(page)
        if meeting is not None and meeting.vorm:
            yield Topic(meeting.ids[0] if len(meeting.ids) == 1 else "", workplaces.MEETING, meeting.vorm)
    gemeenten = [topic for topic in topics if topic.id.startswith("gemeente:")]
    yield from workplaces.near(page, spans, function, gemeenten[:1])
    yield from workplaces.about(page, function, topics)


def _drop_member(book: Notebook) -> None:
    """The voorzitter of a body is a member of it: that is no question beside it."""
    board = [f for f in book.facts.values() if f.soort == "rol" and BOARD.fullmatch(str(f.velden.get("functie")))]
    for fact in [f for f in board if f.vraag and flat(f.velden["functie"]) == "lid"]:
        where = [fact.velden.get(key) for key in ("persoon", "organisatie", "organisatie_vorm")]
        if any(
            f is not fact and [f.velden.get(k) for k in ("persoon", "organisatie", "organisatie_vorm")] == where
            for f in board
        ):
            book.drop(fact)


def _drop_said_twice(book: Notebook) -> None:
    """An office that is kept as it was said, beside the question where it is."""
    asked = {
        _told(f.velden)
        for f in book.facts.values()
        if f.soort == "rol" and f.vraag and (f.velden["organisatie"] or _is_written(f))
    }
    for fact in [f for f in book.facts.values() if f.soort == "rol" and f.vraag is None]:
        if not fact.velden.get("organisatie") and _told(fact.velden) in asked:
            book.drop(fact)


def _told(velden: dict[str, Any]) -> tuple[str, str]:
    return person_id(str(velden["persoon"])), flat(str(velden.get("functie") or ""))


def _drop_asked_twice(book: Notebook) -> None:
    """Who says yes to what somebody does says that the person is there."""
    told = [f for f in book.facts.values() if f.soort in ("rol", "lid") and ":" not in str(f.velden["persoon"])]
    people = {person_id(str(f.velden["persoon"])) for f in told}
    for fact in [f for f in book.facts.values() if f.soort == "persoon"]:
        if fact.vraag and WHETHER.match(fact.vraag) and fact.velden.get("id") in people:
            book.drop(fact)
