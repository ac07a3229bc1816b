"""Sentences that look like a knelpunt, an oplossing or the use of one. A matter of judgement: always a question.

A sentence that says who uses what is asked as that alone.

zin-toepassing   a gemeente, a verb of taking over or using, and an oplossing (known, or the words behind the verb)
zin-knelpunt     words for getting stuck
zin-oplossing    words for a way out
"""

import re

from loaders.names.tokens import tidy
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
USES = re.compile(
    r"\b(?:nam|neemt|namen|nemen|heeft|hebben)\b.{2,160}\b(?:over|overgenomen)\b|\b(?:past|passen|paste|"
    r"pasten)\b.{2,160}\btoe\b|"
    r"\bwerk(?:t|en|te|ten) (?:nu |ook |al |inmiddels )?(?:met|volgens)\b|\b(?:voert|voerde|voeren|"
    r"voerden)\b.{2,160}\bin\b|\bingevoerd\b|\btoegepast\b|"
    r"\b(?:start|startte|begon|begint|kopieerde|gebruikt|gebruikte|koos voor|kiest voor|stopte)\b.{2,160}|"
    r"\bin navolging van\b|\bnaar (?:het )?voorbeeld van\b",
    re.IGNORECASE,
)
SHORTEST, LONGEST, TITLE = 25, 700, 160


QUESTIONS = (
    (KNELPUNT, "knelpunt", "Is dit een knelpunt? Geef het een korte titel, of zeg nee."),
    (OPLOSSING, "oplossing", "Is dit een oplossing? Geef haar een korte titel, of zeg nee."),
)


def read(page: Page, book: Notebook) -> None:
    for sentence in page.sentences:
        if not SHORTEST <= len(sentence.tekst) <= LONGEST or sentence.tekst.endswith("?"):
            continue
        if USES.search(sentence.tekst) and _use(page, book, sentence):
            continue
        for words, soort, question in QUESTIONS:
            if words.search(sentence.tekst):
                _ask(page, book, sentence, soort, question)


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


def _use(page: Page, book: Notebook, sentence: Sentence) -> bool:
    """`Gemeente X nam de aanpak van Y over`: who, and what, as far as the sentence says. Whether it was asked."""
    gemeenten, solutions = _named(page, sentence, "Gemeente"), _named(page, sentence, "Oplossing")
    if not gemeenten or not (solutions or OPLOSSING.search(sentence.tekst)):
        return False
    gemeente, oplossing = _only(gemeenten[:1]), _only(solutions)
    key = f"toepassing:{gemeente.partition(':')[2]}-{oplossing.partition(':')[2]}" if gemeente and oplossing else None
    velden = {"id": key, "naam": tidy(sentence.tekst)[:TITLE], "gemeente": gemeente, "oplossing": oplossing}
    who = page.names.name(gemeente) if gemeente else "een gemeente"
    what = page.names.name(oplossing) if oplossing else "een oplossing die je nog moet kiezen"
    question = f"Past {who} hier {what} toe? Vul aan wat ontbreekt, of zeg nee."
    book.ask("toepassing", velden, [(sentence.start, sentence.end)], "zin-toepassing", question, SOFT)
    return True


def _only(found: list[list[str]]) -> str | None:
    """The one thing that one name means."""
    return found[0][0] if len(found) == 1 and len(found[0]) == 1 else None
