"""A proposal as a workbook, for a person to decide in: the questions first, a row for each fact.

    Voorstel        a decision for each row, and a column for each kind of answer
    Niet gebruikt   what became no fact, and why
    Herkomst        the documents
    Uitleg          what to write where

The whole proposal travels along on a hidden sheet, with what each row showed, so that the workbook is enough to load
from and an edit can be told from what was there. loaders.proposal.workbook_answers reads it back. Text is always
written as text: what starts with "=" is no formula.
"""

import base64
import io
import math
import zlib
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import orjson
import xlsxwriter

from graph.dutch.phrasing import some
from loaders.answers.answer_columns import COLUMNS, DATES, FIELDS, NEW, PLACE, fields_of
from loaders.answers.given import Given
from loaders.documents.document import digest
from loaders.proposal.proposal import DECISIONS, Proposal
from loaders.proposal.shown import TOGETHER, Called, decisions, filled, named, offered, showed

SHEET, LEFT, ORIGIN, GUIDE, HIDDEN = "Voorstel", "Niet gebruikt", "Herkomst", "Uitleg", "opdeplank"
MOST_FACTS = 50_000
MOST_LEFT = 50_000
LONGEST = 32_000
"""Characters; a cell holds 32,767."""
PIECE = 30_000
A3 = 8
LINE, MOST_LINES, WIDE = 15.0, 8, 1.2
READ = ("wat", "vraag", "functie", "organisatie", "titel", "welke", "citaat")
"""The columns in which a text may be long."""
DAY = "dd-mm-yyyy"
EARLIEST = 1930
LEADING = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for a formula once somebody edits the cell."""


HELP = (
    ("Beslis", "Kies bij besluit ja, nee of later. Een rij die je weggooit, telt als later."),
    ("Vragen", "Een rij met een vraag wacht op jou. Schrijf het antwoord in een gele cel van die rij, en kies ja. "
               "Klopt wat er al staat, dan is ja genoeg."),
    (TOGETHER, "Eén antwoord voor alle rijen die erbij horen (zie opmerking). Een rij met een eigen ja of nee houdt "
               "dat."),
    ("Namen", "Een naam is zo goed als een id. Past een naam bij meer dan één, dan hoor je welke het kunnen zijn."),
    ("Nieuw", f"Een organisatie die we niet kennen, schrijf je bij '{NEW}'. Ze komt er dan bij, met deze passage."),
    ("Vrij", "Sorteren (het hele blad), filteren, kolommen verbergen en lege rijen mogen. Laat de namen van de "
             "kolommen en de bladen staan. Een eigen kolom erbij mag ook: die wordt niet gelezen."),
    ("Niet hier", "Wat er in de andere cellen staat, is wat het document zegt. Verander je daar iets, dan hoor je dat "
                  "bij het laden; er gaat niets stil verloren."),
    ("Daarna", "opdeplank laad voorstel.xlsx"),
)  # fmt: skip
TOGETHER_IN = ("organisatie", NEW)
"""Where the answer to a question for several rows may be written."""
WORDS = 240
"""Letters that fit in the list of choices of a cell."""


class TooBig(Exception):
    """More facts than a person decides on in a workbook."""


def write(
    proposal: Proposal, called: Called = str, places: Mapping[str, str] | None = None,
    given: Mapping[str, Given] | None = None,
) -> bytes:  # fmt: skip
    """`called` gives the name of an id; `places` where in the document a fact stands; `given` what was decided already,
    which stands in the cells as if it was written there. Raises TooBig."""
    if len(proposal.feiten) > MOST_FACTS:
        raise TooBig
    rows = decisions(proposal, called, places or {})
    stood = {row["id"]: showed(row, LONGEST) for row in rows}
    rows = [filled(row, (given or {}).get(row["id"])) for row in rows]
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": DAY})
    _Writer(book, called).write(proposal, rows, packed(proposal, stood, given))
    book.close()
    return out.getvalue()


def packed(
    proposal: Proposal, shown: Mapping[str, Mapping[str, str]], given: Mapping[str, Given] | None = None
) -> list[str]:  # fmt: skip
    """The hidden sheet, line by line."""
    said = {key: each.as_json() for key, each in (given or {}).items()}
    content = orjson.dumps({"voorstel": proposal, "getoond": shown, "gegeven": said})
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

    def write(
        self, proposal: Proposal, rows: Sequence[Mapping[str, Any]], hidden_lines: Sequence[str]
    ) -> None:  # fmt: skip
        self._facts(rows, {fact.id: {*fields_of(fact)} for fact in proposal.feiten})
        self._list(LEFT, (("document", 24), ("plaats", 20), ("tekst", 80), ("reden", 40)), _left(proposal))
        columns = ("bestand", "titel", "soort", "datum", "uitgever", "url", "tekens", "sha256", "id")
        self._list(ORIGIN, [(name, 24) for name in columns], _origin(proposal, columns))
        self._guide()
        hidden = self.book.add_worksheet(HIDDEN)
        hidden.very_hidden()
        for number, line in enumerate(hidden_lines):
            hidden.write_string(number, 0, line)

    def _guide(self) -> None:
        """What to write where, as a sheet; the columns say it too, to who points at their names."""
        sheet = self.book.add_worksheet(GUIDE)
        sheet.set_column(0, 0, 20)
        sheet.set_column(1, 1, 70)
        sheet.set_column(2, 2, 50)
        used = {
            column.name: ", ".join(soort for soort, fields in FIELDS.items() if column.name in fields)
            for column in COLUMNS
        }
        lines = [
            *((word, said, "") for word, said in HELP), ("", "", ""), ("Kolom", "Wat je er schrijft", "Bij soort"),
            *((column.name, column.uitleg, used[column.name]) for column in COLUMNS if column.uitleg),
        ]  # fmt: skip
        for at, line in enumerate(lines):
            head = self.head if line[0] == "Kolom" else None
            for column, text in enumerate(line):
                sheet.write_string(at, column, text, head or (self.asked if column == 0 else self.plain))

    def _facts(self, rows: Sequence[Mapping[str, Any]], answers: Mapping[str, set[str]]) -> None:
        sheet = self._sheet(SHEET, [(column.name, column.width) for column in COLUMNS], len(rows))
        sheet.set_column(PLACE["id"], PLACE["id"], 24, None, {"hidden": True})
        for at, row in enumerate(rows, 1):
            for column, name in enumerate(PLACE):
                open_ = name == "besluit" or name in answers.get(row["id"], TOGETHER_IN)
                self._cell(sheet, at, column, name, row, open_)
            sheet.set_row(at, _height(row))
            self._choices(sheet, at, row, answers.get(row["id"], TOGETHER_IN))
        for top in COLUMNS:
            if top.uitleg:
                sheet.write_comment(0, PLACE[top.name], top.uitleg, {"x_scale": 1.6})
        last = max(len(rows), 1)
        sheet.data_validation(1, PLACE["besluit"], last, PLACE["besluit"], {
            "validate": "list", "source": list(DECISIONS), "error_title": "Besluit",
            "error_message": "Kies ja, nee of later.",
        })  # fmt: skip

    def _cell(self, sheet: Any, at: int, column: int, name: str, row: Mapping[str, Any], open_: bool) -> None:
        """`open_`: an answer may be written there."""
        value = str(row[name])[:LONGEST]
        if name in ("nr", "zekerheid") and value:
            sheet.write_number(at, column, float(value), self.plain)
        elif name in DATES and (day := _day(value)):
            sheet.write_datetime(at, column, day, self.day)
        else:
            kind = self.fill if open_ else self.asked if name == "vraag" else self.plain
            if not value:
                sheet.write_blank(at, column, None, self.day if name in DATES and open_ else kind)
                return
            sheet.write_string(at, column, value, self.text[id(kind)] if value.startswith(LEADING) else kind)

    def _choices(self, sheet: Any, at: int, row: Mapping[str, Any], answers: Container[str]) -> None:
        """The things that a question names, to choose from; anything else may be written too."""
        for name, keys in offered(row, answers).items():
            some = [named(key, self.called).replace(",", " ") for key in keys]
            if len(",".join(some)) < WORDS:
                at_column = PLACE[name]
                rule = {"validate": "list", "source": some, "show_error": False}
                sheet.data_validation(at, at_column, at, at_column, rule)

    def _list(self, name: str, columns: Sequence[tuple[str, int]], rows: Iterator[Sequence[str]]) -> None:
        lines = [*rows]
        sheet = self._sheet(name, columns, len(lines))
        for at, line in enumerate(lines, 1):
            for column, value in enumerate(line):
                kind = self.text[id(self.plain)] if value.startswith(LEADING) else self.plain
                sheet.write_string(at, column, value[:LONGEST], kind)

    def _sheet(self, name: str, columns: Sequence[tuple[str, int]], rows: int) -> Any:
        sheet = self.book.add_worksheet(name)
        for column, (title, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, self.head)
        sheet.freeze_panes(1, 2 if name == SHEET else 0)
        sheet.set_landscape()
        sheet.set_paper(A3)
        sheet.fit_to_pages(1, 0)  # on paper: all columns beside each other
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
        return sheet


def _height(row: Mapping[str, Any]) -> float:
    """In points: high enough for the question and what may be written, since not every office program looks itself."""
    lines = (len(str(row[column.name])) * WIDE / column.width for column in COLUMNS if column.name in READ)
    return LINE * min(MOST_LINES, max(1, *(math.ceil(each) for each in lines)))


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
