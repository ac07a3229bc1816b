"""A proposal as a workbook, for a person to decide in: the questions first, a row for each fact.

    Voorstel        a decision for each row; persoon, functie, organisatie, vanaf and tot may be filled in or put right
    Niet gebruikt   what became no fact, and why
    Herkomst        the documents

The whole proposal travels along on a hidden sheet, with what each row showed, so that the workbook is enough to load
from and an edit can be told from what was there. loaders.proposal.workbook_answers reads it back. Text is always
written as text: what starts with "=" is no formula.
"""

import base64
import io
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import orjson
import xlsxwriter

from graph.dutch.phrasing import some
from loaders.documents.document import digest
from loaders.facts.fact import ROLES
from loaders.proposal.proposal import DECISIONS, Proposal
from loaders.proposal.shown import COLUMNS, EDITABLE, ID, PLACE, TOGETHER, Called, decisions, named

SHEET, LEFT, ORIGIN, HIDDEN = "Voorstel", "Niet gebruikt", "Herkomst", "opdeplank"
MOST_FACTS = 50_000
MOST_LEFT = 50_000
LONGEST = 32_000
"""Characters; a cell holds 32,767."""
PIECE = 30_000
DAY = "dd-mm-yyyy"
EARLIEST = 1930
LEADING = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for a formula once somebody edits the cell."""


DATES = ("vanaf", "tot")
HELP = (
    ("Zo werkt dit werkboek", ""),
    ("besluit", "Kies ja, nee of later. Een rij die je weggooit, telt als later."),
    (
        TOGETHER,
        "Eén antwoord voor alle rijen die erbij horen (zie opmerking). Een rij met een eigen ja of nee houdt dat.",
    ),
    (
        "vraag",
        "Een rij met een vraag wacht op jou. Vul het antwoord in bij persoon, functie, organisatie, vanaf of tot.",
    ),
    ("organisatie", "Schrijf de naam zoals wij hem kennen, of de id."),
    ("vanaf en tot", "Een hele datum, bijvoorbeeld 24-01-2018."),
    ("sorteren", "Sorteren, filteren en lege rijen mogen. Laat de kolomnamen en de namen van de bladen staan."),
    ("daarna", "opdeplank laad voorstel.xlsx"),
)


class TooBig(Exception):
    """More facts than a person decides on in a workbook."""


def write(proposal: Proposal, called: Called = str, places: Mapping[str, str] | None = None) -> bytes:
    """`called` gives the name of an id; `places` where in the document a fact stands. Raises TooBig."""
    if len(proposal.feiten) > MOST_FACTS:
        raise TooBig
    rows = decisions(proposal, called, places or {})
    showed = {row["id"]: [row[name][:LONGEST] for name in EDITABLE] for row in rows}
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": DAY})
    _Writer(book, called).write(proposal, rows, showed)
    book.close()
    return out.getvalue()


def packed(proposal: Proposal, shown: Mapping[str, Sequence[str]]) -> list[str]:
    """The hidden sheet, line by line."""
    content = orjson.dumps({"voorstel": proposal, "getoond": shown})
    text = base64.b64encode(zlib.compress(content, 6)).decode()
    return [digest(content), *(text[at : at + PIECE] for at in range(0, len(text), PIECE))]


class _Writer:
    def __init__(self, book: Any, called: Called) -> None:
        self.book = book
        self.called = called
        top = {"valign": "top", "text_wrap": True}
        self.head = book.add_format({"bold": True, "bg_color": "#154273", "font_color": "#ffffff", "valign": "top"})
        self.plain = book.add_format(top)
        self.fill = book.add_format({**top, "bg_color": "#fff7d6", "num_format": "@"})
        self.asked = book.add_format({**top, "bold": True})
        self.day = book.add_format({**top, "bg_color": "#fff7d6", "num_format": DAY})
        self.text = {
            id(made): book.add_format({**kind, "quote_prefix": True})
            for made, kind in (
                (self.plain, top), (self.asked, {**top, "bold": True}),
                (self.fill, {**top, "bg_color": "#fff7d6", "num_format": "@"}),
            )
        }  # fmt: skip

    def write(self, proposal: Proposal, rows: Sequence[Mapping[str, Any]], shown: Mapping[str, Sequence[str]]) -> None:
        self._facts(rows)
        self._list(LEFT, (("document", 24), ("plaats", 20), ("tekst", 80), ("reden", 40)), _left(proposal))
        columns = ("bestand", "titel", "soort", "datum", "uitgever", "url", "tekens", "sha256", "id")
        self._list(ORIGIN, [(name, 24) for name in columns], _origin(proposal, columns))
        hidden = self.book.add_worksheet(HIDDEN)
        hidden.very_hidden()
        for number, line in enumerate(packed(proposal, shown)):
            hidden.write_string(number, 0, line)

    def _facts(self, rows: Sequence[Mapping[str, Any]]) -> None:
        sheet = self._sheet(SHEET, [(column.name, column.width) for column in COLUMNS], len(rows))
        sheet.set_column(PLACE["id"], PLACE["id"], 24, None, {"hidden": True})
        for at, row in enumerate(rows, 1):
            for column, name in enumerate(PLACE):
                self._cell(sheet, at, column, name, row)
            self._choices(sheet, at, row)
        last = max(len(rows), 1)
        sheet.data_validation(1, PLACE["besluit"], last, PLACE["besluit"], {
            "validate": "list", "source": list(DECISIONS), "error_title": "Besluit",
            "error_message": "Kies ja, nee of later.",
        })  # fmt: skip

    def _cell(self, sheet: Any, at: int, column: int, name: str, row: Mapping[str, Any]) -> None:
        value = str(row[name])[:LONGEST]
        if name in ("nr", "zekerheid") and value:
            sheet.write_number(at, column, float(value), self.plain)
        elif name in DATES and (day := _day(value)):
            sheet.write_datetime(at, column, day, self.day)
        else:
            kind = self.fill if name in EDITABLE or name == "besluit" else self.asked if name == "vraag" else self.plain
            if not value:
                sheet.write_blank(at, column, None, self.day if name in DATES else kind)
                return
            sheet.write_string(at, column, value, self.text[id(kind)] if value.startswith(LEADING) else kind)

    def _choices(self, sheet: Any, at: int, row: Mapping[str, Any]) -> None:
        """The things that a question names, to choose from; anything else may be written too."""
        found = [named(key, self.called).replace(",", " ") for key in dict.fromkeys(ID.findall(row["vraag"]))]
        if found and row["soort"] in (*ROLES, TOGETHER) and len(",".join(found)) < 250:
            column = PLACE["organisatie"]
            sheet.data_validation(at, column, at, column, {"validate": "list", "source": found, "show_error": False})

    def _list(self, name: str, columns: Sequence[tuple[str, int]], rows: Iterator[Sequence[str]]) -> None:
        lines = [*rows]
        sheet = self._sheet(name, columns, len(lines))
        for at, line in enumerate(lines, 1):
            for column, value in enumerate(line):
                kind = self.text[id(self.plain)] if value.startswith(LEADING) else self.plain
                sheet.write_string(at, column, value[:LONGEST], kind)
        if name == ORIGIN:
            for at, (word, said) in enumerate(HELP, len(lines) + 3):
                sheet.write_string(at, 0, word, self.asked)
                sheet.write_string(at, 1, said)

    def _sheet(self, name: str, columns: Sequence[tuple[str, int]], rows: int) -> Any:
        sheet = self.book.add_worksheet(name)
        for column, (title, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, self.head)
        sheet.freeze_panes(1, 2 if name == SHEET else 0)
        sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
        return sheet


def _day(value: str) -> datetime | None:
    """Somebody who types 2019 in a cell for a date gets a day in 1905, so early days are written as text."""
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return None
    return datetime(found.year, found.month, found.day) if found.year >= EARLIEST else None


def _left(proposal: Proposal) -> Iterator[Sequence[str]]:
    files = {source.id: source.bestand or source.titel for source in proposal.documenten}
    for left in proposal.niet_gebruikt[:MOST_LEFT]:
        yield files.get(left.document, left.document), f"teken {left.van} tot {left.tot}", left.tekst, left.reden
    if len(proposal.niet_gebruikt) > MOST_LEFT:
        more = some(len(proposal.niet_gebruikt) - MOST_LEFT, "stuk", "stukken")
        yield "", "", f"en nog {more}; zie voorstel.json", ""


def _origin(proposal: Proposal, columns: Sequence[str]) -> Iterator[Sequence[str]]:
    for source in proposal.documenten:
        yield [str(value) if (value := getattr(source, name)) is not None else "" for name in columns]
