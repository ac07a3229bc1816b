"""Departementen and organisations named in running text.

departement-genoemd   the name, `ministerie van …`, or the short form in its own capitals
organisatie-genoemd   a name that the graph knows, written with a capital
organisatie-kort      a short name (the Programmaraad) of the one known body that this document names in full
organisatie-onbekend  a word such as stichting or vereniging with a name behind it that the graph does not know: asked
orgaan-lokaal         a body that every gemeente can have: said so, and asked of which gemeente
"""

import re
from collections.abc import Iterator

from loaders.names.lexicon import Entry, Hit, first_letter_counts
from loaders.names.naming import perhaps
from loaders.names.tokens import form, tidy
from loaders.prose.people.people import everybody
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.spans import Spans

BODY_WORD = re.compile(r"\b[A-Z][a-z]{2,25}(?:raad|tafel|bureau|commissie|team|groep|platform|netwerk|programma)\b")
UNKNOWN = re.compile(
    r"\b(?:[Ss]tichting|[Vv]ereniging|[Cc]o[öo]peratie|[Ww]elzijnsorganisatie|[Zz]orgorganisatie|"
    r"[Ww]oningcorporatie|[Hh]ogeschool|[Uu]niversiteit|"
    r"[Kk]redietbank|GGD|GGZ|[Rr]egionaal [Oo]verleg|[Mm]inisterie van|[Dd]epartement van)"
    r"((?:\s(?:van|voor|en|de|het|der|te|in|[A-Z0-9][\w'’&.-]{0,30})){1,8})"
)
LOCAL_BODY = re.compile(
    r"\b([Rr]aadscommissie|[Aa]dviesraad|[Cc]li[eë]ntenraad|[Rr]ekenkamer|"
    r"[Rr]aadswerkgroep)[ \u00a0]([A-Z][\w-]{1,30}(?:[ \u00a0](?:en[ \u00a0]|van[ \u00a0]|"
    r"voor[ \u00a0])?[A-Z][\w-]{1,30}){0,4})"
)
KIND = re.compile(r"\b(?:project|aanpak|methode|methodiek|werkwijze|pilot|proef|zijn|hun)\s$", re.IGNORECASE)
"""Before a name that is of an oplossing too: then it is not of who makes it."""
TYPES = ("Departement", "Organisatie")


def read(page: Page, book: Notebook) -> None:
    people = everybody(page).spans
    taken = people.copy()
    for hit in page.hits:
        entries = [e for e in hit.entries if e.soort in TYPES]
        if any(e.soort == "Oplossing" for e in hit.entries) and _of_oplossing(page, hit, entries):
            continue
        if people.touches(hit.start, hit.end) or not any(_written(page, hit, e) for e in entries):
            continue
        if not _only_word(page, hit):
            taken.add((hit.start, hit.end))
            _known(page, book, hit, sorted({e.id for e in entries}))
    _short(page, book, taken)
    _local(page, book, taken)
    _unknown(page, book, taken)


def _of_oplossing(page: Page, hit: Hit, entries: list[Entry]) -> bool:
    """`het Sociaal hospitaal`: a name of both, and not as the organisation writes itself."""
    said = tidy(page.tekst[hit.start : hit.end])
    return bool(KIND.search(page.before(hit.start, 14))) or all(said != entry.naam for entry in entries)


def _known(page: Page, book: Notebook, hit: Hit, ids: list[str]) -> None:
    """A name that the graph knows, of one thing or of several."""
    kinds = {key.partition(":")[0] for key in ids}
    start = _with_kind(page, hit) if kinds == {"departement"} else hit.start
    vorm = tidy(page.tekst[start : hit.end])
    if len(ids) > 1 and "ministerie" in vorm.lower():  # of a ministry and others of that name the ministry is meant
        departments = [key for key in ids if key.startswith("departement:")]
        ids, kinds = (departments, {"departement"}) if len(departments) == 1 else (ids, kinds)
    soort = next(iter(kinds)) if len(kinds) == 1 else "organisatie"
    if len(ids) > 1:
        velden = {"id": None, "naam": vorm, "vorm": vorm}
        question = f"Wie is bedoeld met '{vorm}': {' of '.join(ids)}?"
        book.ask(soort, velden, [(start, hit.end)], "organisatie-genoemd", question)
        return
    velden = {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": vorm}
    book.state(soort, velden, [(start, hit.end)], f"{soort}-genoemd", SURE)


def short_for(page: Page, text: str) -> tuple[str, ...]:
    """What a short name (`Programmaraad`) stands for: bodies whose longer name holds it, and stands in this document.

    `Programmabureau` also stands for `Programmabureau Programma Sociaal Domein` in a document that names the
    Programma Sociaal Domein.
    """
    wanted = form(text)
    found = []
    said = page.folded
    for key, name in page.names.holding(wanted, "Organisatie"):
        long = form(name)
        rest = long.replace(wanted, "", 1).strip()
        if long in said or (long.startswith(wanted) and rest in said and _is_body(page, rest)):
            found.append(key)
    return tuple(sorted(set(found)))


def _is_body(page: Page, name: str) -> bool:
    return bool(page.names.resolve(name, ("Organisatie",)))


def _short(page: Page, book: Notebook, taken: Spans) -> None:
    """`de Programmaraad`, in a document that writes the whole name somewhere."""
    for found in BODY_WORD.finditer(page.tekst):
        if taken.touches(*found.span()):
            continue
        ids = short_for(page, found[0])
        if len(ids) == 1:
            velden = {"id": ids[0], "naam": page.names.name(ids[0]), "vorm": found[0]}
            book.state("organisatie", velden, [found.span()], "organisatie-kort")
            taken.add(found.span())


def _local(page: Page, book: Notebook, taken: Spans) -> None:
    """`raadscommissie Zorg`: said so, unless it is of a body that we know, and asked of which gemeente."""
    for found in LOCAL_BODY.finditer(page.tekst):
        end = found.start() + len(found[0].rstrip())
        name = tidy(re.sub(r"\s(?:en|van|voor|[Dd]e|[Hh]et|In|Op|Zij|Wij)$", "", page.tekst[found.start() : end]))
        if " " not in name:
            continue
        span = (found.start(), found.start() + len(name))
        taken.add(span)
        if not page.hits_in(found.start(2), end):  # Cliëntenraad Leger des Heils
            book.state("organisatie", {"id": None, "naam": name, "vorm": name}, [span], "orgaan-lokaal")
        question = (
            f"Elke gemeente kan een '{name}' hebben. Van welke gemeente is deze? Geef een naam met de gemeente "
            f"erbij, of zeg nee."
        )
        velden = {"id": None, "naam": f"{name} (gemeente niet genoemd)", "vorm": name}
        book.ask("organisatie", velden, [span], "orgaan-lokaal", question)


def _unknown(page: Page, book: Notebook, taken: Spans) -> None:
    """`Stichting Onbekend`"""
    for span, name in _candidates(page):
        if not taken.touches(*span):
            hint = perhaps(page.names.suggest(name, TYPES, 3))
            question = f"'{name}' ken ik niet. Is dit een nieuwe organisatie?{hint}"
            book.ask("organisatie", {"id": None, "naam": name, "vorm": name}, [span], "organisatie-onbekend", question)


def _candidates(page: Page) -> Iterator[tuple[tuple[int, int], str]]:
    """Words such as stichting with a name behind them, and where they stand."""
    for sentence in page.sentences:
        for found in UNKNOWN.finditer(page.tekst, sentence.start, sentence.end):
            text = re.sub(r"(?:\s(?:van|voor|en|de|het|der|te|in))+$", "", found[0]).rstrip(".")
            if any(part[:1].isupper() or part[:1].isdigit() for part in text.split()[1:]):
                yield (found.start(), found.start() + len(text)), tidy(text)


def _written(page: Page, hit: Hit, entry: Entry) -> bool:
    """Whether the text writes one of the names as a name, not as ordinary words.

    The capital at the start of a sentence says nothing: `Justitie en veiligheid gaan samen`.
    """
    text = page.tekst[hit.start : hit.end]
    if " " in text and not _with_kind(page, hit) < hit.start:
        start = page.before(hit.start, 3).strip()[-1:] in ("", ".", "!", "?", ":", "•", "-")
        return any(part[:1].isupper() for part in text.split()[1 if start else 0 :])
    same = [each for each in (entry.naam, *page.names.called(entry.id)) if form(each) == form(text)]
    return any(first_letter_counts(each, text) for each in same or [text])


def _only_word(page: Page, hit: Hit) -> bool:
    """An ordinary word at the start of a sentence, such as `Justitie`, is no name by its capital alone."""
    text = page.tekst[hit.start : hit.end]
    return " " not in text and text.istitle() and text.lower() in page.lower


def _with_kind(page: Page, hit: Hit) -> int:
    """Where the name begins, with the words `ministerie van` before it."""
    found = re.search(r"\b(?:ministerie|departement)(?: van)?\s{1,3}$", page.before(hit.start, 24), re.IGNORECASE)
    return hit.start - len(found[0]) if found else hit.start
