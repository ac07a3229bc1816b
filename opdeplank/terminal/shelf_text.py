"""The answer of a look-up as text for a terminal. Pure: it only puts into lines what it is given."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from textwrap import wrap

from graph.contact.belpunt import BelRol
from graph.contact.belpunt import shown as shown_as
from graph.domain.web_address import openable
from graph.dutch.phrasing import series, some
from graph.pasklaar.alternative import Alternatief, Verwant
from graph.pasklaar.candidates import Treffer
from graph.pasklaar.details import Citaat, Details, Shown
from graph.pasklaar.lookup import Answer
from graph.pasklaar.weights import NAMES

WIDEST = 96
INDENT = 3
MOST_NUMBERS = 4
"""Whom to call: this many of them are shown."""


def told(answer: Answer, shown: Details, question: str, width: int = 0) -> str:
    """Everything a person needs to decide whom to call, or what to do when nothing is there."""
    columns = min(width or shutil.get_terminal_size((WIDEST, 40)).columns, WIDEST)
    lines = _hits(answer, shown, question) if answer.treffers else _nothing(answer.alternatief, shown)
    lines = chain(_has(answer), lines)
    return "\n".join(piece for line in lines for piece in _folded(line, columns)).rstrip()


def table(lines: Mapping[str, str]) -> list[str]:
    """`  persoon:toke-tom  Toke Tom, directeur bij Utrecht`: ids under each other, and what they are."""
    width = max(map(len, lines), default=0)
    return [f"  {key:<{width}}  {text}" for key, text in lines.items()]


def _folded(line: str, columns: int) -> Sequence[str]:
    """Broken at the edge of the screen; what follows stands under what went before."""
    body = line.lstrip(" ")
    margin = len(line) - len(body)
    hang = margin + (2 if body.startswith("- ") else 5 if body[:4].strip().lstrip("+-").isdigit() else 0)
    return wrap(line, columns, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False) or [""]


def _hits(answer: Answer, shown: Details, question: str) -> Iterator[str]:
    yield f"{some(answer.aantal, 'oplossing', 'oplossingen')} op de plank bij ‘{question}’"
    if len(answer.treffers) < answer.aantal:
        shown_count = len(answer.treffers)
        yield "Hieronder staat de beste." if shown_count == 1 else f"Hieronder staan de beste {shown_count}."
    yield "De punten laten zien hoe goed iets past, niet hoe goed het werkt."
    for number, hit in enumerate(answer.treffers, 1):
        yield ""
        yield f"{number}. {hit.naam} – {some(hit.score, 'punt', 'punten')}"
        yield f"{' ' * INDENT}{hit.oplossing}"
        yield from (" " * INDENT + line for line in _hit(hit, shown.treffers[hit.oplossing]))


def _hit(hit: Treffer, shown: Shown) -> Iterator[str]:
    if shown.samenvatting:
        yield shown.samenvatting
    if shown.bedacht_door:
        yield f"Bedacht door {series(shown.bedacht_door)}."
    yield "Waarom dit past"
    for reden in hit.redenen:
        yield f"  {reden.gewicht:>+3d}  {NAMES[reden.soort]}: {reden.uitleg}".replace(" +0 ", "  0 ")
    yield "Wie kun je bellen?"
    yield from (f"- {line}" for line in _whom_to_call(hit))
    if hit.ontbreekt:
        yield f"Dit ontbreekt nog: {'; '.join(hit.ontbreekt)}."
    if shown.citaten:
        yield "Waar staat dit?"
        yield from (f"- {_quoted(citaat)}" for citaat in shown.citaten)


def _whom_to_call(hit: Treffer) -> Iterator[str]:
    for each in hit.bellen[:MOST_NUMBERS]:
        ways = ", ".join(filter(None, [each.telefoon, each.email, each.website, each.postadres]))
        person = f" Vraag naar {each.vraag_naar}." if each.vraag_naar else ""
        yield f"{shown_as(each)}: {ways}.{person} {each.uitleg}".rstrip()
    if not hit.bellen:
        yield "we kennen nog niemand met een nummer of adres"
    users = sum(BelRol.GEBRUIKT in each.rollen for each in hit.bellen[:MOST_NUMBERS])
    more = len(hit.toepassers) - users
    if more > 0:
        yield f"en nog {some(more, 'gemeente', 'gemeenten')}"


def _has(answer: Answer) -> Iterator[str]:
    """What the asking gemeente has already."""
    if answer.heeft_al:
        yield "Dit heb je al"
        yield from (f"- {own.naam}. {own.uitleg}" for own in answer.heeft_al)
        yield ""


def _quoted(citaat: Citaat) -> str:
    source = openable(citaat.url) or citaat.titel
    day = f", {citaat.datum}" if citaat.datum else ", datum niet bekend"
    return f"‘{' '.join(citaat.tekst.split())}’ {source}{day}"


def _nothing(nothing: Alternatief | None, shown: Details) -> Iterator[str]:
    assert nothing is not None
    yield nothing.uitleg
    if nothing.verwante_knelpunten:
        yield ""
        yield "Dit komt het dichtst in de buurt"
        yield from (f"- {_near(verwant)}" for verwant in nothing.verwante_knelpunten)
    for heading, keys in (
        ("Hier ligt wel iets over", nothing.dichtbij),
        ("Wie is ermee bezig", nothing.lopende_trajecten),
        ("Welke wet", nothing.wetten),
        ("Welk departement", nothing.departementen),
    ):
        if keys:
            yield ""
            yield heading
            yield from (
                f"- {shown.namen[key]}{_directed(shown.regisseurs.get(key))}" for key in keys if key in shown.namen
            )


def _directed(regisseurs: Sequence[str] | None) -> str:
    if not regisseurs:
        return ""
    return f" ({'regisseur' if len(regisseurs) == 1 else 'regisseurs'}: {series(regisseurs)})"


def _near(verwant: Verwant) -> str:
    return f"{verwant.naam} (lijkt {round(100 * verwant.score)} van 100). {' '.join(verwant.redenen)}"
