"""One module per kind of file: bytes -> Text. They run in a child process (loaders.documents.sandbox) and import
nothing of the graph. Each is imported when a file of its kind comes by, so that a text does not wait for the reader of
pdf.

    plain   txt, md, csv, yaml, json      word   docx           archive   the zip around docx and xlsx
    html    html                          sheet  xlsx           canvas    text with zones and tables, piece by piece
    pdf     pdf                                                 layout, typeset   from letters on a page to text

`read` checks what holds for every text: there is something in it, it has no citizen service number, and a notice names
letters that look like others.
"""

from dataclasses import replace
from importlib import import_module

from loaders.documents.document import Text, refuse
from loaders.documents.forms import bsn, deception

READERS = {
    "txt": "plain:read", "md": "plain:read_markdown", "csv": "plain:read", "yaml": "plain:read_yaml",
    "json": "plain:read_json", "html": "html:read", "docx": "word:read", "pdf": "pdf:read", "xlsx": "sheet:read",
}  # fmt: skip
LONGEST_TEXT = 20_000_000
SHOWN = 5
MAGIC = (
    (b"%PDF-", "een pdf", ("pdf",)),
    (b"PK\x03\x04", "een zip-bestand, zoals Word en Excel maken", ("docx", "xlsx")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oud Office-bestand", ("docx", "xlsx")),
    (b"{\\rtf", "een rtf-bestand", ()),
    (b"\x89PNG\r\n", "een plaatje (png)", ()),
    (b"\xff\xd8\xff", "een foto (jpg)", ()),
    (b"GIF8", "een plaatje (gif)", ()),
    (b"\x1f\x8b", "een ingepakt bestand (gz)", ()),
    (b"7z\xbc\xaf", "een ingepakt bestand (7z)", ()),
    (b"Rar!", "een ingepakt bestand (rar)", ()),
    (b"\x7fELF", "een programma", ()),
    (b"MZ\x90", "een programma", ()),
    (b"<!doctype html", "een webpagina (html)", ("html",)),
    (b"<html", "een webpagina (html)", ("html",)),
)
"""How files begin, what they are then, and the forms that begin so."""
NEEDED = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK"}
PDF_HEAD = 1_024
"""A pdf may have something before its mark."""


def read(content: bytes, form: str, name: str) -> Text:
    """Raises Refusal."""
    _check_kind(content, form, name)
    module, _, function = READERS[form].partition(":")
    text: Text = getattr(import_module(f"loaders.documents.forms.{module}"), function)(content, name)
    if any("\ud800" <= char <= "\udfff" for char in set(text.tekst)):  # half a character, from a damaged pdf
        text = replace(text, tekst=text.tekst.encode("utf-8", "replace").decode())
    if not text.tekst.strip():
        raise refuse("LEEG", name, "er staat geen tekst in. Controleer of dit het goede bestand is.")
    if len(text.tekst) > LONGEST_TEXT:
        raise refuse("TE_GROOT", name, "er staat te veel tekst in. Splits het bestand en probeer opnieuw.")
    _check_bsn(text, name)
    zones, notices = deception.look(text.tekst, name)
    ordered = sorted([*text.zones, *zones], key=lambda zone: (zone.start, -zone.end))
    return replace(text, zones=tuple(ordered), meldingen=(*text.meldingen, *notices))


def _check_kind(content: bytes, form: str, name: str) -> None:
    start = content[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    for magic, said, forms in MAGIC:
        if start.startswith(magic.lower()) and form not in forms:
            remedy = f"Geef het bestand de naam .{forms[0]}" if len(forms) == 1 else "Kies het goede bestand"
            raise refuse("VERKEERDE_SOORT", name, f"dit heet {form} maar is {said}. {remedy} en probeer opnieuw.")
    needed = NEEDED.get(form)
    if needed is None:
        return
    head = content[:PDF_HEAD]
    if not content.startswith(needed) and not (form == "pdf" and needed in head) and not _is_old_office(content, form):
        raise refuse("VERKEERDE_SOORT", name, f"dit heet {form} maar is het niet. Kies het goede bestand.")


def _is_old_office(content: bytes, form: str) -> bool:
    return form in ("docx", "xlsx") and content.startswith(b"\xd0\xcf\x11\xe0")


def _check_bsn(text: Text, name: str) -> None:
    """The message does not repeat the number: it may be kept in a log."""
    lines = bsn.lines_with_bsn(text.tekst)
    if lines:
        shown = ", ".join(map(str, sorted(set(lines))[:SHOWN]))
        said = (
            f"hier staat een burgerservicenummer (regel {shown}). Haal het weg en probeer opnieuw. "
            "Is het een ander nummer? Zet er dan voor wat het is, bijvoorbeeld RSIN."
        )
        raise refuse("BSN", name, said, min(lines), 1)
