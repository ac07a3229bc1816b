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
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import orjson
import xlsxwriter

from graph.dutch.phrasing import some
from loaders.documents.document import digest
from loaders.facts.fact import ROLES, Fact
from loaders.proposal.proposal import DECISIONS, STANDS, Proposal

SHEET, LEFT, ORIGIN, HIDDEN = "Voorstel", "Niet gebruikt", "Herkomst", "opdeplank"
MOST_FACTS = 50_000
MOST_LEFT = 50_000
LONGEST = 32_000
"""Characters; a cell holds 32,767."""
PIECE = 30_000
ID = re.compile(r"\b[a-z]+:[a-z0-9][a-z0-9-]*")
DAY = "dd-mm-yyyy"
EARLIEST = 1930
LEADING = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for a formula once somebody edits the cell."""


class Column(NamedTuple):
    name: str
    width: int


COLUMNS = (
    Column("nr", 5), Column("besluit", 9), Column("soort", 12), Column("wat", 40), Column("persoon", 22),
    Column("functie", 26), Column("organisatie", 34), Column("vanaf", 11), Column("tot", 11), Column("vraag", 44),
    Column("zekerheid", 9), Column("citaat", 60), Column("document", 22), Column("plaats", 20), Column("regel", 20),
    Column("opmerking", 24), Column("id", 24),
)  # fmt: skip
PLACE = {column.name: i for i, column in enumerate(COLUMNS)}
EDITABLE = ("persoon", "functie", "organisatie", "vanaf", "tot")
DATES = ("vanaf", "tot")
FIELDS: dict[str, dict[str, str]] = {
    "persoon": {"persoon": "naam"},
    "organisatie": {"organisatie": "naam"},
    "relatie": {"vanaf": "vanaf", "tot": "tot"},
    **{soort: dict(zip(EDITABLE, ("persoon", "functie", "organisatie", "van", "tot"), strict=True)) for soort in ROLES},
}
"""For each kind of fact the field that a column fills."""
ORDER = ("vervalt", "minder_bewijs", "nieuw", "bevestigd", "eerder_afgewezen")
HELP = (
    ("Zo werkt dit werkboek", ""),
    ("besluit", "Kies ja, nee of later. Een rij die je weggooit, telt als later."),
    (
        "vraag",
        "Een rij met een vraag wacht op jou. Vul het antwoord in bij persoon, functie, organisatie, vanaf of tot.",
    ),
    ("organisatie", "Schrijf de naam zoals wij hem kennen, of de id."),
    ("vanaf en tot", "Een hele datum, bijvoorbeeld 24-01-2018."),
    ("sorteren", "Sorteren, filteren en lege rijen mogen. Laat de kolomnamen en de namen van de bladen staan."),
    ("daarna", "opdeplank laad voorstel.xlsx"),
)

Called = Callable[[str], str]


class TooBig(Exception):
    """More facts than a person decides on in a workbook."""


def write(proposal: Proposal, called: Called = str, places: Mapping[str, str] | None = None) -> bytes:
    """`called` gives the name of an id; `places` where in the document a fact stands. Raises TooBig."""
    if len(proposal.feiten) > MOST_FACTS:
        raise TooBig
    rows = [_row(number, fact, proposal, called, places or {}) for number, fact in enumerate(_ordered(proposal), 1)]
    shown = {row["id"]: [row[name][:LONGEST] for name in EDITABLE] for row in rows}
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": DAY})
    _Writer(book, called).write(proposal, rows, shown)
    book.close()
    return out.getvalue()


def packed(proposal: Proposal, shown: Mapping[str, Sequence[str]]) -> list[str]:
    """The hidden sheet, line by line."""
    content = orjson.dumps({"voorstel": proposal, "getoond": shown})
    text = base64.b64encode(zlib.compress(content, 6)).decode()
    return [digest(content), *(text[at : at + PIECE] for at in range(0, len(text), PIECE))]


def _ordered(proposal: Proposal) -> list[Fact]:
    order = {fact.id: i for i, fact in enumerate(proposal.feiten)}
    rank = {stand: i for i, stand in enumerate(ORDER)}
    assert set(rank) == set(STANDS)
    return sorted(proposal.feiten, key=lambda f: (f.vraag is None, rank[f.stand], order[f.id]))


def _row(number: int, fact: Fact, proposal: Proposal, called: Called, places: Mapping[str, str]) -> dict[str, Any]:
    files = {source.id: source.bestand or source.titel for source in proposal.documenten}
    proofs = fact.bewijs
    first = proofs[0] if proofs else None
    more = f" (en {len(proofs) - 1} meer)" if len(proofs) > 1 else ""
    return {
        "nr": str(number), "besluit": fact.besluit, "soort": fact.soort, "wat": _what(fact, called),
        **shown_fields(fact, called),
        "vraag": fact.vraag or "", "zekerheid": f"{fact.zekerheid:.2f}",
        "citaat": " … ".join(proof.citaat for proof in proofs),
        "document": (files.get(first.document, first.document) if first else "") + more,
        "plaats": places.get(fact.id) or (f"teken {first.van} tot {first.tot}" if first else ""),
        "regel": fact.regel, "opmerking": fact.stand.replace("_", " ") if fact.stand != "nieuw" else "", "id": fact.id,
    }  # fmt: skip


def shown_fields(fact: Fact, called: Called) -> dict[str, str]:
    """What the columns that may be edited show of a fact."""
    made = dict.fromkeys(EDITABLE, "")
    for column, name in FIELDS.get(fact.soort, {}).items():
        value = fact.velden.get(name)
        if name == "organisatie" and value is None:
            value = fact.velden.get("organisatie_vorm")
        made[column] = _named(value, called) if isinstance(value, str) else ""
    return made


def _named(value: str, called: Called) -> str:
    """`gemeente:gm0344` -> `Utrecht (gemeente:gm0344)`."""
    if not ID.fullmatch(value):
        return value
    name = called(value)
    return value if name == value else f"{name} ({value})"


def _what(fact: Fact, called: Called) -> str:
    """The fields without those that have a column of their own, in words."""
    velden = dict(fact.velden)
    own = {*FIELDS.get(fact.soort, {}).values(), "organisatie_vorm"}
    title = next((str(velden[name]) for name in ("naam", "titel") if isinstance(velden.get(name), str)), "")
    rest = [
        f"{name}: {_words(value, called)}"
        for name, value in velden.items()
        if name not in own and name not in ("naam", "titel") and value not in (None, "", [])
    ]
    return "; ".join(filter(None, [title, *rest]))


def _words(value: Any, called: Called) -> str:
    if isinstance(value, list):
        return ", ".join(_words(item, called) for item in value)
    if isinstance(value, dict):
        return " ".join(_words(item, called) for item in value.values())
    return _named(value, called) if isinstance(value, str) else str(value)


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
        if name in ("nr", "zekerheid"):
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
        found = [_named(key, self.called).replace(",", " ") for key in dict.fromkeys(ID.findall(row["vraag"]))]
        if found and row["soort"] in ROLES and len(",".join(found)) < 250:
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
