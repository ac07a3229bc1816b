"""Bytes -> text: the mark of an encoding, else strict UTF-8, else what the file declares, else Windows-1252 as a guess.

A guess gives a notice. A file that is part UTF-8 and part Windows-1252 is refused: any one reading garbles half of it.
"""

import codecs
import re

from loaders.documents.document import refuse

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
BROKEN = "de tekens zijn beschadigd. Sla het bestand op als UTF-8."
# What Dutch text in UTF-8 looks like; in Windows-1252 these bytes would read as "Ã©", "Â ", "â€" or "â‚¬".
UTF8_LETTERS = re.compile(rb"\xc3[\x80-\xbf]|\xc2[\xa0-\xbf]|\xe2\x80[\x80-\xbf]|\xe2\x82\xac")

PHONETIC = re.compile("[\u0250-\u02ff]")
"""Rare in a document; "É’" and "É”" of Windows-1252 happen to be such a letter in UTF-8."""


def decode(content: bytes, name: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Gives the text and the notices about it. `declared`: the encoding that the file gives itself.

    Raises Refusal.
    """
    marked = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    if marked is not None:
        return _strict(content, marked, name), ()
    if b"\0" in content:
        raise refuse("GEEN_TEKST", name, "dit is geen tekstbestand, al zegt de naam van wel. Kies het goede bestand.")
    text = _utf8(content, name)
    known = _known(declared) if text is None and declared is not None else None
    if text is None and known not in (None, "utf-8"):
        text = _strict(content, str(known), name)
    return (text, ()) if text is not None else _guessed(content, name)


def _utf8(content: bytes, name: str) -> str | None:
    """The text when it is UTF-8, None when it is something else. Raises Refusal when it is partly UTF-8."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if not UTF8_LETTERS.search(content):
            return None
        line = content.count(b"\n", 0, error.start) + 1
        said = "hier staan twee tekensets door elkaar. Sla het hele bestand op als UTF-8."
        raise refuse("TEKENS_GEMENGD", name, said, line, 1) from error
    return text if not PHONETIC.search(text) or UTF8_LETTERS.search(content) else None


def _guessed(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Read as Windows-1252, in which nearly any bytes are text; so there is a notice."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise refuse("TEKENSET", name, "de tekens zijn niet te lezen. Sla het bestand op als UTF-8.") from error
    return text, (f"{name}: tekens gelezen als Windows-1252; sla het op als UTF-8 als er iets mis is.",)


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise refuse("TEKENSET", name, BROKEN) from error
    if "\0" in text:
        raise refuse("TEKENSET", name, BROKEN)
    return text


def _known(declared: str) -> str | None:
    """The codec's own name. Browsers read Latin-1 as Windows-1252, and so do we."""
    try:
        found = codecs.lookup(declared).name
    except LookupError:
        return None
    return "cp1252" if found in ("iso8859-1", "ascii") else found
