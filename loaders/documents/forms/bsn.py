"""Finds citizen service numbers. A document that holds one is refused: nothing of it enters the graph.

A number counts when its digits pass the eleven test (9·a + 8·b + … + 2·h − i divisible by 11) and it is

    named     a word such as "BSN" stands shortly before it: eight or nine digits, apart by points, spaces or dashes
    bare      nine digits in a row, or written 1234.56.789 or 1234 56 789
    column    eight digits in a table with a column for it: a spreadsheet drops the nought in front

One in eleven other numbers passes the test too. So a bare one does not count when it is part of something longer (an
account, a telephone number, an address on the web, a code with letters), when it is an amount, or when the words before
it say that it is another number (RSIN, KvK, kenmerk, telefoon …).
"""

import re
from collections.abc import Iterator

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
NAMES = r"\b(?:bsn|bsn-?nummers?|burger ?service ?nummers?|sofi-?nummers?)\b"
NAMED = re.compile(rf"{NAMES}[^\n]{{0,40}}\Z", re.IGNORECASE)
NAMED_COLUMN = re.compile(rf"(?:^|[;,|\t])[^;,|\t\n]{{0,40}}{NAMES}[^;,|\t\n]{{0,40}}(?:[;,|\t]|$)", re.I | re.M)
OTHER = re.compile(
    r"(?:\b(?:rsin|kvk|btw|fiscaal|isbn|issn|doi|iban|bic|ean|oin|agb|kenmerk|referentie|postbus|tel|telefoon|fax|mobiel|"
    r"(?:order|factuur|zaak|dossier|document|klant|relatie|project|artikel|rekening|bankrekening|telefoon|vestigings)"
    r"nummer)\b|[€$#])[^\n]{0,24}\Z",
    re.IGNORECASE,
)
PART = re.compile(r"(?:\w|\w[./=@#&_+-]|(?:\+|\b00)\d{1,3}[ -]?|\(0\) ?|(?:https?://|www\.|@)\S*)\Z", re.IGNORECASE)
AMOUNT = re.compile(r"\s{0,2}(?:euro|eur\b|€|miljoen|miljard|inwoners|procent|%)", re.IGNORECASE)
RUN = re.compile(r"(?<!\d)\d(?:[ .\u00a0-]?\d){7,8}(?!\w|@|[.-]\d)")
BARE = re.compile(r"\d{9}|\d{4}([. \u00a0])\d{2}\1\d{3}")
EIGHT = re.compile(r"(?:^|[;,|\t])\"?\d{8}(?=\"?(?:[;,|\t]|\r?$))", re.MULTILINE)
BEFORE = 60


def lines_with_bsn(text: str) -> list[int]:
    """The lines, counted from one. Linear in the length of the text."""
    found: list[int] = []
    line, at = 1, 0
    for start in _found(text):
        line += text.count("\n", at, start)
        at = start
        found.append(line)
    return found


def passes(digits: str) -> bool:
    """`123456782` -> True; eight digits stand for nine with a nought before them."""
    nine = digits.rjust(9, "0")
    if len(nine) != 9 or len(set(nine)) == 1:
        return False
    return sum(int(d) * w for d, w in zip(nine, WEIGHTS, strict=True)) % 11 == 0


def _found(text: str) -> Iterator[int]:
    for run in RUN.finditer(text):
        if not passes(re.sub(r"\D", "", run[0])):
            continue
        before = text[max(0, run.start() - BEFORE) : run.start()]
        if NAMED.search(before) or (BARE.fullmatch(run[0]) and _stands_alone(text, run, before)):
            yield run.start()
    if NAMED_COLUMN.search(text):
        yield from (run.start() for run in EIGHT.finditer(text) if passes(re.sub(r"\D", "", run[0])))


def _stands_alone(text: str, run: re.Match[str], before: str) -> bool:
    if OTHER.search(before) or PART.search(before) or AMOUNT.match(text, run.end()):
        return False
    grouped = not run[0].isdigit()
    return not (grouped and (re.search(r"\d[ .,-]\Z", before) or re.match(r"[ .,-]\d", text[run.end() :][:2])))
