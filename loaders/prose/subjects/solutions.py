"""Sentences that look like a knelpunt or an oplossing. A matter of judgement: always a question.

A sentence that says who uses what is asked as that alone (`adoptions`).

zin-knelpunt     words for getting stuck
zin-oplossing    words for a way out
"""

import re
from collections import Counter

from loaders.names.tokens import tidy
from loaders.prose.bodies import subject
from loaders.prose.subjects import adoptions
from loaders.prose.text.notebook import SOFT, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

KNELPUNT = re.compile(
    r"\bknelpunt|\bschotten\b|\bdilemma|\bobstakel|\bweeffout|\bweerbarstig|\bpijnpunt|\bvastlop|\bloop(?:t|"
    r"en) vast|\bliep(?:en)? vast|tussen wal en schip|"
    r"\bverdwal|\bschuurt\b|\bschuren\b|niet altijd binnen handbereik|\bhandelingsverlegen|\bwachtlijst|"
    r"\bwachttijd|\bbelemmer|\bbottleneck|"
    r"\bprobleem is\b|\bproblemen\b|\bte weinig\b|\bontbreekt het\b|\bsluit(?:en)? niet aan|\bversnipper|"
    r"\bvan het kastje naar de muur|"
    r"\bknelt\b|\bte klein\b|\bte lang\b|\bgeen (?:ruimte|geld|plek|woning|eigenaar)\b|\bgeldzorgen\b|"
    r"\bkwijtraken\b|\bblijft liggen\b|"
    r"\bstruikel|\bhobbel|\bstuit(?:en|te|ten)? op|\blastig\b|\bgeen passende\b|\btekort aan\b|\bbezwaren\b|"
    r"\bonduidelijk\b|\bbureaucrati|\bkomt niet rond|\bdrempel",
    re.IGNORECASE,
)
OPLOSSING = re.compile(
    r"\boplossing|\bpasklaar|\baanpak\b|\bpilot\b|\bproef(?:tuin)?\b|\bexperiment|\binitiatieven ontwikkelen|"
    r"\bmogelijkheden voor\b|\bwerkwijze\b|"
    r"\bslimmer samen|\bsamenwerkingsstructuur|\btussenvorm|\bverstevigen\b|\bvoucher|\bfonds\b|\bregeling\b|"
    r"\b(?:wet|regelgeving) aanpassen|"
    r"\bsamen te werken\b|\bgegevens .{0,80}bij elkaar\b|\béén loket\b|\bloket\b|\bhandreiking|\bconvenant|"
    r"\bmaatwerkbudget|\bdoorbraak",
    re.IGNORECASE,
)
SHORTEST, LONGEST, TITLE = 25, 700, 160


MADE = re.compile(
    r"\b(?:ontwikkel|bedacht|bedenk|lanceer|introduceer|opgezet|zet(?:te)? .{2,80}\bop\b|opgericht|start|begon|"
    r"bouwde|maakt|proeftuin|samenwerk)",
    re.IGNORECASE,
)
"""What somebody does who makes a way out."""
NO_TROUBLE = re.compile(
    r"\bvra(?:agt|gen|ag) of\b|\bbeantwoording\b|\bvan af\b|\?|"
    r"\b(?:op(?:te )?lossen|op te lossen|opgelost|geholpen|(?:doel|bedoeling) (?:is|van)|over te nemen|krijgt elk|"
    r"biedt hulp|helpt|voorkomen)\b",
    re.IGNORECASE,
)
"""Words that ask whether there is one, name an item of a list, or say what is done about it."""
SAID = re.compile(
    r"\boplossing(?:en)?\s(?:is|was|zijn|waren|zou|kan|ligt|bleek)\b|\bpasklaar|\bdoorbraak", re.IGNORECASE
)
"""Words that call something a way out."""
QUESTIONS = (
    (KNELPUNT, "knelpunt", "Is dit een knelpunt? Geef het een korte titel, of zeg nee.", 1),
    (OPLOSSING, "oplossing", "Is dit een oplossing? Geef haar een korte titel, of zeg nee.", 1),
)
"""With how many of them a page is asked about at most: the first are what it is about."""


def read(page: Page, book: Notebook) -> None:
    asked: Counter[str] = Counter()
    used = adoptions.asked(book)
    for sentence in page.sentences:
        if not SHORTEST <= len(sentence.tekst) <= LONGEST or sentence.tekst.endswith("?"):
            continue
        if (sentence.start, sentence.end) in used:
            continue
        for words, soort, question, most in QUESTIONS:
            if asked[soort] < most and words.search(sentence.tekst) and _tells(page, sentence, soort):
                _ask(page, book, sentence, soort, question)
                asked[soort] += 1


def _tells(page: Page, sentence: Sentence, soort: str) -> bool:
    """Whether a sentence says who does what: a word as `loket` or `convenant` alone says nothing of a way out."""
    if soort == "knelpunt":
        return NO_TROUBLE.search(sentence.tekst) is None
    if SAID.search(sentence.tekst):
        return True
    return MADE.search(sentence.tekst) is not None and any(subject.named(page, sentence.start, sentence.end))


def _ask(page: Page, book: Notebook, sentence: Sentence, soort: str, question: str) -> None:
    title = tidy(sentence.tekst)
    title = title if len(title) <= TITLE else title[:TITLE].rsplit(" ", 1)[0] + "…"
    known = sorted({key for ids in _named(page, sentence, soort.capitalize()) for key in ids})
    said = ", ".join(f"{key} ({page.names.name(key)})" for key in known[:3])
    hint = f" De graaf kent al {said}." if known else ""
    velden = {"id": page.names.proposed(soort, title), "titel": title}
    book.ask(soort, velden, [(sentence.start, sentence.end)], f"zin-{soort}", question + hint, SOFT)


def _named(page: Page, sentence: Sentence, soort: str) -> list[list[str]]:
    """What each name of this type in the sentence can mean."""
    hits = page.hits_in(sentence.start, sentence.end)
    found = (sorted({e.id for e in hit.entries if e.soort == soort}) for hit in hits)
    return [ids for ids in found if ids]
