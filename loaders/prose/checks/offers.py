"""Questions about somebody with the likeliest answers filled in: one question for a person and what the person does.

At which organisation somebody has a function comes, in this order, from the same sentence or row, the heading above,
and what the page is about. The first of those is filled in, so that "ja" says it all; the others stand in the question.
Nothing is asserted: what somebody has to decide stays a question.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from loaders.facts.fact import Candidate, Fact, person_id
from loaders.names.tokens import flat
from loaders.prose.bodies import meetings, subject
from loaders.prose.bodies.subject import Topic
from loaders.prose.people import functions
from loaders.prose.people.roles import NOT_NAMED
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

MOST = 3
"""Answers that a question offers."""
ABOVE = "staat in de kop erboven"
WHETHER = re.compile(r"^Is '.*' een persoon\?$")
FIRST = re.compile(r"^Eerst weten: wie is ")
BOARD = re.compile(
    r"(?:technisch |onafhankelijk |plv\.? |plaatsvervangend |waarnemend |vice-?)*(?:voorzitter|vz|secretaris|lid|"
    r"ambtelijk secretaris|penningmeester|notulist|bestuurslid)",
    re.IGNORECASE,
)
"""What somebody is of a body that meets."""
LONGEST = 700
TENSE = {"Was": "Vul ook in tot wanneer.", "Wordt": "Vul ook in vanaf wanneer."}


def read(page: Page, book: Notebook) -> None:
    topics = subject.about(page, book)
    for fact in [f for f in book.facts.values() if f.soort == "rol"]:
        if fact.vraag is not None and fact.velden.get("functie"):
            _offer(page, book, fact, topics)
    _drop_said_twice(book)
    _drop_asked_twice(book)


def _offer(page: Page, book: Notebook, fact: Fact, topics: list[Topic]) -> None:
    """The first answer filled in, the others in the question."""
    where = fact.velden.get("organisatie")
    if where is None and _is_written(fact):
        return
    if where is None and BOARD.fullmatch(_what(fact)) and _of_meeting(page, book, fact):
        return
    found = [Topic(where, "")] if where else [*_answers(page, book, fact, topics)]
    if not found:
        return
    verb = _verb(fact)
    if where and not FIRST.match(str(fact.vraag)):
        return
    first, rest = found[0], found[1:MOST]
    velden = {**fact.velden, "organisatie": first.id, "organisatie_vorm": page.names.name(first.id)}
    said = f"{verb} {_who(page, fact)} {_what(fact)} bij {_called(page, first)}?"
    other = f" Of bij {' of '.join(_called(page, each) for each in rest)}?" if rest else ""
    candidates = [Candidate(each.id, page.names.name(each.id), each.reden) for each in found[:MOST]]
    book.change(fact, velden, f"{said}{other} {TENSE.get(verb, '')}".rstrip(), candidates)


def _of_meeting(page: Page, book: Notebook, fact: Fact) -> bool:
    """`voorzitter`, in the minutes of a body: of that body, as it is written."""
    meeting = meetings.meeting(page)
    if meeting is None or not meeting.vorm:
        return False
    key = meeting.ids[0] if len(meeting.ids) == 1 else None
    velden = {**fact.velden, "organisatie": key, "organisatie_vorm": meeting.vorm}
    tail = TENSE.get(_verb(fact), "")
    question = f"{_verb(fact)} {_who(page, fact)} {_what(fact)} van '{meeting.vorm}'? {tail}".rstrip()
    book.change(fact, velden, question)
    return True


def _called(page: Page, topic: Topic) -> str:
    reason = f"; {topic.reden}" if topic.reden else ""
    return f"{page.names.name(topic.id)} ({topic.id}{reason})"


def _is_written(fact: Fact) -> bool:
    """The passage says where, in words that we do not know."""
    vorm = str(fact.velden.get("organisatie_vorm") or "")
    return bool(vorm) and not vorm.endswith(NOT_NAMED)


def _verb(fact: Fact) -> str:
    said = f"{fact.velden.get('functie')} {fact.vraag}"
    if (
        fact.velden.get("toestand") == "voormalig"
        or functions.FORMER.search(said)
        or str(fact.vraag).startswith("Was ")
    ):
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
    for topic in _in_order(page, [*book.spans[fact.id]], topics):
        if topic.id not in seen and (not local or topic.id.startswith("gemeente:")):
            seen.add(topic.id)
            yield topic


def _in_order(page: Page, spans: list[tuple[int, int]], topics: list[Topic]) -> Iterator[Topic]:
    yield from (Topic(key, subject.NEAREST) for key in _beside(page, spans))
    for line in subject.headings(page, min(start for start, _ in spans)):
        yield from (Topic(key, ABOVE) for key, _ in subject.named(page, line.start, line.end))
    yield from topics


def _beside(page: Page, spans: list[tuple[int, int]]) -> Iterable[str]:
    """What the sentence of the passage names, the nearest first."""
    found = []
    for start, end in spans:
        sentence = page.sentence_at(start)
        if sentence is not None and len(sentence.tekst) <= LONGEST:
            found += [(_distance(start, end, at), key) for key, at in _of(page, sentence)]
    return dict.fromkeys(key for _, key in sorted(found))


def _of(page: Page, sentence: Sentence) -> Iterator[tuple[str, int]]:
    return subject.named(page, sentence.start, sentence.end)


def _distance(start: int, end: int, at: int) -> int:
    return max(start - at, at - end, 0)


def _drop_said_twice(book: Notebook) -> None:
    """An office that is kept as it was said, beside the question where it is."""
    asked = {_told(f.velden) for f in book.facts.values() if f.soort == "rol" and f.vraag and f.velden["organisatie"]}
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
