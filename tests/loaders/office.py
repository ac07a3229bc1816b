"""Small Word, Excel and PDF files, made when a test asks for them."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl

from loaders.documents.document import Text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Placed = tuple[float, float, float, str]
"""x, y, size and the text of a line."""


def zipped(**parts: str | bytes) -> bytes:
    """`zipped(**{"word/document.xml": …})`"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """`parts` by their name within the folder word."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'
    beside = {f"word/{name}.xml": content for name, content in parts.items()}
    return zipped(**{"[Content_Types].xml": "<Types/>", "word/document.xml": document, **beside})


def p(text: str, style: str = "", inside: str = "") -> str:
    """A paragraph. `inside` are the properties of its run."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:rPr>{inside}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tbl(*rows: Sequence[str], head: bool = False) -> str:
    mark = "<w:trPr><w:tblHeader/></w:trPr>"
    made = [f"<w:tr>{mark if head and not i else ''}{''.join(row)}</w:tr>" for i, row in enumerate(rows)]
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def styles(**named: str) -> str:
    made = "".join(f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in named.items())
    return f"<w:styles {W}>{made}</w:styles>"


def xlsx(**sheets: Sequence[Sequence[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def sheet(rows: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> bytes:
    """One sheet, with cells that were merged: `A2:A4`."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for cells in merged:
        book.active.merge_cells(cells)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def pdf(*pages: Sequence[Placed], encrypt: str = "") -> bytes:
    """Helvetica on A4; `encrypt` is a dictionary for the trailer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for page in pages:
        stream = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET" for x, y, size, text in page)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    if encrypt:
        objects.append(encrypt)
    return _assembled(objects, f" /Encrypt {len(objects)} 0 R /ID [<00><00>]" if encrypt else "")


def _assembled(objects: Sequence[str], trailer: str) -> bytes:
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010d} 00000 n \n" for place in places).encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R{trailer} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def zones(text: Text, soort: str) -> list[str]:
    """What stands in the zones of this kind."""
    return [text.tekst[zone.start : zone.end] for zone in text.zones if zone.soort == soort]


def cells(text: Text, number: int = 0) -> list[list[str]]:
    return [[text.tekst[cell.start : cell.end] for cell in row] for row in text.tabellen[number].rijen]
