"""The columns of the workbook, and which of them answer what: a column for each kind of answer.

In voorstel.json the same answers stand in `velden`, under the name of the field or of the column.
"""

from collections.abc import Mapping
from typing import NamedTuple

from loaders.facts.fact import ROLES, Fact

NEW = "nieuwe organisatie"
WHICH = "welke"


class Column(NamedTuple):
    """`uitleg`: what to write there, for a column that may be filled in."""

    name: str
    width: int
    uitleg: str = ""


COLUMNS = (
    Column("nr", 5),
    Column("besluit", 9, "Kies ja, nee of later. Leeg is later."),
    Column("soort", 12),
    Column("wat", 36),
    Column("vraag", 44),
    Column("persoon", 22, "De naam. Kennen we er meer met die naam, schrijf dan de id."),
    Column("functie", 24, "Wat iemand is, zonder de organisatie."),
    Column("organisatie", 32, "De naam zoals wij hem kennen, een andere naam ervan, of de id. Ook een gemeente of "
                              "ministerie."),
    Column(NEW, 24, "De naam van een organisatie die wij nog niet kennen. Ze komt er dan bij."),
    Column("titel", 30, "Een korte titel of naam. Kennen we het al, dan is het dat."),
    Column(WHICH, 28, "Welke van de bekende het is: de naam of de id. Wat er staat, geldt dan voortaan als een andere "
                      "naam daarvan."),
    Column("oplossing", 28, "De naam of de id van de oplossing."),
    Column("vanaf", 11, "Een hele datum, bijvoorbeeld 24-01-2018."),
    Column("tot", 11, "Een hele datum, bijvoorbeeld 24-01-2018."),
    Column("jaar", 7, "Het jaar van de wet, bijvoorbeeld 2015."),
    Column("zekerheid", 9), Column("citaat", 60), Column("document", 22), Column("plaats", 20), Column("regel", 20),
    Column("opmerking", 24, "Voor jezelf. Dit gaat niet mee."),
    Column("id", 24),
)  # fmt: skip
PLACE = {column.name: i for i, column in enumerate(COLUMNS)}
DATES = ("vanaf", "tot")
EDITABLE = ("persoon", "functie", "organisatie", NEW, "titel", WHICH, "oplossing", *DATES, "jaar")
"""Where an answer may be written."""
FIXED = ("soort", "wat", "vraag", "citaat", "document", "plaats", "regel")
"""What tells somebody what a row is about."""

ENDS = {
    "persoon": "persoon", "oplossing": "oplossing", "gemeente": "organisatie", "departement": "organisatie",
    "organisatie": "organisatie",
}  # fmt: skip
"""Where the end of a relationship is written, by what begins its id."""
PARTIES = frozenset(("Gemeente", "Departement", "Organisatie"))
NAMED = {WHICH: "id"}
TITLE, CALLED = {"titel": "titel", **NAMED}, {"titel": "naam", **NAMED}
FIELDS: dict[str, dict[str, str]] = {
    "persoon": {"persoon": "naam", **NAMED},
    "organisatie": {"organisatie": "naam", **NAMED},
    "gemeente": NAMED,
    "departement": NAMED,
    "criterium": NAMED,
    "thema": CALLED,
    "traject": CALLED,
    "wet": {**CALLED, "jaar": "jaar"},
    "knelpunt": TITLE,
    "oplossing": TITLE,
    "beleidskader": {**TITLE, "organisatie": "gemeente", "vanaf": "vastgesteldOp"},
    "toepassing": {"organisatie": "gemeente", "oplossing": "oplossing", "vanaf": "sinds", "tot": "tot"},
    "citaat": {"persoon": "spreker"},
    **{
        soort: {"persoon": "persoon", "functie": "functie", "organisatie": "organisatie", NEW: "nieuwe_organisatie",
                "vanaf": "van", "tot": "tot"}
        for soort in ROLES
    },
}  # fmt: skip
"""For each kind of fact the field that a column fills."""


def where(fact: Fact) -> str:
    """`titel of welke`: the columns for an answer about this fact."""
    *most, last = fields_of(fact)
    return f"{', '.join(most)} of {last}" if most else last


def fields_of(fact: Fact) -> Mapping[str, str]:
    """The columns in which an answer about this fact may stand, with the field of each."""
    if "eigenschap" in fact.velden:
        return {}
    if fact.soort != "relatie":
        return FIELDS.get(fact.soort, {})
    found: dict[str, str] = {}
    for field in ("van", "naar"):
        column = ENDS.get(str(fact.velden.get(field)).partition(":")[0], WHICH)
        found.setdefault(WHICH if column in found else column, field)
    return found | {column: column for column in DATES}
