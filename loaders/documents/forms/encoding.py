"""Bytes -> text: the mark of an encoding, else strict UTF-8, else what the file declares, else Windows-1252 as a guess.

A guess is said. A file that is part UTF-8 and part Windows-1252 is refused: any one reading garbles half of it.
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
    """Raises Refusal. Gives the text and what has to be said about it."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strict(content, encoding, name), ()
    if b"\0" in content:
        raise refuse("GEEN_TEKST", name, "dit is geen tekstbestand, al zegt de naam van wel. Kies het goede bestand.")
    try:
        text = content.decode("utf-8")
        if not PHONETIC.search(text) or UTF8_LETTERS.search(content):
            return text, ()
    except UnicodeDecodeError as error:
        if UTF8_LETTERS.search(content):
            line = content.count(b"\n", 0, error.start) + 1
            said = "hier staan twee tekensets door elkaar. Sla het hele bestand op als UTF-8."
            raise refuse("TEKENS_GEMENGD", name, said, line, 1) from error
    known = _known(declared) if declared is not None else None
    if known is not None and known != "utf-8":
        return _strict(content, known, name), ()
    try:
        return content.decode("cp1252"), (
            f"{name}: tekens gelezen als Windows-1252; sla het op als UTF-8 als er iets mis is.",
        )
    except UnicodeDecodeError as error:
        raise refuse("TEKENSET", name, "de tekens zijn niet te lezen. Sla het bestand op als UTF-8.") from error


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
