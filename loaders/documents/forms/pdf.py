"""pdf -> the text of its pages in reading order. What stands at the head or foot of many pages is a zone.

pdfium gives each letter with its box; loaders.documents.forms.layout makes lines and columns of them.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from graph.dutch.phrasing import some
from loaders.documents.document import Text, refuse
from loaders.documents.forms.archive import PASSWORD
from loaders.documents.forms.canvas import PARAGRAPH, Canvas
from loaders.documents.forms.layout import Letter, Line, Piece, lines_of, pieces
from loaders.documents.forms.typeset import Style, write

MAGIC = b"%PDF-"
FEW_LETTERS = 8
"""On average on a page: a stamp on a scan, not a text."""
EDGE = 2
"""Lines at the top and the bottom of a page that may be its header or footer."""
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:pagina|blz\.?|bladzijde|p\.)?\s*-?\s*\d{1,4}\s*-?(?:\s*(?:/|van|of)\s*\d{1,4})?", re.IGNORECASE
)
SHOWN = 10


@dataclass
class _Page:
    pieces: list[Piece]
    has_picture: bool


def read(content: bytes, name: str) -> Text:
    document = _open(content, name)
    try:
        pages = [_page(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise _broken(name) from error
    finally:
        document.close()
    _check_scan(pages, name)
    heads, feet = _repeated(pages)
    style = Style.of([piece for page in pages for piece in page.pieces])
    canvas = Canvas()
    for number, page in enumerate(pages, 1):
        with canvas.zone("bladzijde", number):
            _write(canvas, page, style, heads, feet)
        canvas.gap(PARAGRAPH)
    return canvas.text(meldingen=tuple(_notices(pages, canvas, name)))


def _open(content: bytes, name: str) -> Any:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise refuse("VERSLEUTELD", name, PASSWORD) from error
        raise _broken(name) from error


def _broken(name: str) -> Exception:
    return refuse("BESCHADIGD", name, "de pdf is beschadigd. Maak hem opnieuw uit het oorspronkelijke document.")


def _page(page: Any) -> _Page:
    textpage = page.get_textpage()
    try:
        made = pieces(_letters(textpage, page))
        picture = not made and any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        return _Page(made, picture)
    finally:
        textpage.close()
        page.close()


def _letters(textpage: Any, page: Any) -> Iterator[Letter]:
    """In the order of the file, turned the way the page is turned."""
    raw = textpage.raw
    box = pdfium.FS_RECTF()
    pointer = ctypes.byref(box)
    turn = page.get_rotation()
    width, height = page.get_size()
    seen = page.get_cropbox()
    unicode_of, box_of, generated = (
        pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_IsGenerated,
    )  # fmt: skip
    high = 0
    for i in range(textpage.count_chars()):
        code = unicode_of(raw, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code in (0x0D, 0x0A) or generated(raw, i) == 1:
            yield Letter(" " if code not in (0x0D, 0x0A) else "\n", 0, 0, 0, 0, False)
        elif box_of(raw, i, pointer) and _inside(box, seen):
            yield Letter(_char(code), *_turned(box, turn, width, height), True)


def _inside(box: Any, seen: tuple[float, float, float, float]) -> bool:
    """Whether a letter stands on the part of the page that a reader sees."""
    left, bottom, right, top = seen
    across = left <= (box.left + box.right) / 2 <= right
    return bool(across and bottom <= (box.bottom + box.top) / 2 <= top)


def _char(code: int) -> str:
    if code in (2, 0xFFFE):  # pdfium's marks for a hyphen at the end of a line
        return "-"
    if 0xF000 <= code < 0xF100:  # a sign of a font of signs: nearly always a bullet
        return "•"
    return chr(code) if 0x20 <= code <= 0x10FFFF else " " if code == 9 else "\ufffd"


def _turned(box: Any, turn: int, width: float, height: float) -> tuple[float, float, float, float]:
    """left, bottom, right, top as the reader sees them."""
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    if turn == 90:
        return bottom, height - right, top, height - left
    if turn == 180:
        return width - right, height - top, width - left, height - bottom
    if turn == 270:
        return width - top, left, width - bottom, right
    return left, bottom, right, top


def _check_scan(pages: Sequence[_Page], name: str) -> None:
    letters = sum(len(piece.text) for page in pages for piece in page.pieces)
    if not pages or letters < FEW_LETTERS * len(pages):
        said = "dit is een scan: een plaatje zonder tekst. Maak er eerst tekst van (OCR) en probeer opnieuw."
        raise refuse("SCAN", name, said)


BARE_ONE = "bladzijde", "is een plaatje zonder tekst en is niet gelezen."
BARE_MORE = "bladzijden", "zijn plaatjes zonder tekst en zijn niet gelezen."


def _notices(pages: Sequence[_Page], canvas: Canvas, name: str) -> Iterator[str]:
    bare = [str(number) for number, page in enumerate(pages, 1) if page.has_picture]
    if bare:
        more = f" en {len(bare) - SHOWN} meer" if len(bare) > SHOWN else ""
        which, told = BARE_ONE if len(bare) == 1 else BARE_MORE
        yield f"{name}: {which} {', '.join(bare[:SHOWN])}{more} {told}"
    if canvas.joined:
        joined = some(canvas.joined, "woord stond over twee regels en is", "woorden stonden over twee regels en zijn")
        yield f"{name}: {joined} aan elkaar gezet."


def _repeated(pages: Sequence[_Page]) -> tuple[frozenset[str], frozenset[str]]:
    """Lines that many pages begin or end with, whatever their numbers."""
    heads, feet = Counter[str](), Counter[str]()
    for page in pages:
        lines = lines_of(page.pieces)
        heads.update({_key(line) for line in lines[:EDGE]})
        feet.update({_key(line) for line in lines[-EDGE:]})
    least = max(2, (len(pages) + 1) // 2)
    return (
        frozenset(key for key, seen in heads.items() if seen >= least),
        frozenset(key for key, seen in feet.items() if seen >= least),
    )


def _key(line: Line) -> str:
    return DIGITS.sub("#", " ".join(" ".join(piece.text for piece in line).split()))


def _write(canvas: Canvas, page: _Page, style: Style, heads: frozenset[str], feet: frozenset[str]) -> None:
    """The page between its header and its footer; those are lines at its edges that many pages have, or its number."""
    lines = lines_of(page.pieces)
    last = len(lines) - 1
    above = [line for i, line in enumerate(lines[:EDGE]) if _key(line) in heads or i == 0 < last and _is_number(line)]
    below = [
        line
        for i, line in enumerate(lines)
        if i > last - EDGE
        and not any(line is other for other in above)
        and (_key(line) in feet or i == last > 0 and _is_number(line))
    ]
    apart = {id(piece) for line in (*above, *below) for piece in line}
    _edge(canvas, above, "koptekst")
    write(canvas, [piece for piece in page.pieces if id(piece) not in apart], style)
    _edge(canvas, below, "voettekst")


def _is_number(line: Line) -> bool:
    return PAGE_NUMBER.fullmatch(" ".join(piece.text for piece in line)) is not None


def _edge(canvas: Canvas, lines: Sequence[Line], kind: str) -> None:
    canvas.gap(PARAGRAPH)
    with canvas.zone(kind):
        for line in lines:
            canvas.gap(1)
            canvas.write("\t".join(piece.text for piece in line))
    canvas.gap(PARAGRAPH)
