"""Finds citizen service numbers. A document that holds one is refused: nothing of it enters the graph.

A number counts when its digits pass the eleven test (9·a + 8·b + … + 2·h − i divisible by 11) and

    a word such as "BSN" stands shortly before it: eight or nine digits, with points, spaces or dashes between them; or
    it stands on its own: nine digits in a row, or written 1234.56.789 or 1234 56 789.

One in eleven other numbers passes the test too. So on its own it does not count when it is part of something longer (an
account, a telephone number, an address on the web, a code with letters), when it is an amount of money, or when the
words before it say that it is another number (RSIN, KvK, kenmerk, telefoon …).
"""

import re
from collections.abc import Iterator

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
NAMED = re.compile(r"\b(?:bsn|burgerservicenummers?|burger service ?nummer|sofi-?nummers?|a-nummer)\b", re.IGNORECASE)
OTHER = re.compile(
    r"(?:\b(?:rsin|kvk|btw|fiscaal|isbn|issn|doi|iban|bic|ean|oin|agb|kenmerk|ordernummer|factuurnummer|zaaknummer|"
    r"dossiernummer|documentnummer|klantnummer|relatienummer|projectnummer|artikelnummer|referentie|nummer van de zaak|"
    r"rekeningnummer|bankrekening|telefoon|telefoonnummer|tel|fax|mobiel|postbus|vestigingsnummer|id)\b|€|\$|[#+])"
    r"[^\n]{0,24}$",
    re.IGNORECASE,
)
MONEY = re.compile(r"\s{0,2}(?:euro|eur|€|miljoen|miljard|inwoners|%|,\d\d?\b)", re.IGNORECASE)
RUN = re.compile(r"(?<![\w.,/=@#&+-])\d(?:[ .\u00a0-]?\d){7,8}(?![\w/=@]|[.,-]\d|[ \u00a0]\d)")
ALONE = re.compile(r"\d{9}|\d{4}([. \u00a0])\d{2}\1\d{3}")
ADDRESS = re.compile(r"(?:https?://|www\.|@)\S*$", re.IGNORECASE)
BEFORE = 60


def lines_with_bsn(text: str) -> list[int]:
    """The lines, counted from one. Linear in the length of the text."""
    found = []
    line, at = 1, 0
    for start in _found(text):
        line += text.count("\n", at, start)
        at = start
        found.append(line)
    return found


def _found(text: str) -> Iterator[int]:
    for run in RUN.finditer(text):
        digits = re.sub(r"\D", "", run[0])
        if not passes(digits):
            continue
        before = text[max(0, run.start() - BEFORE) : run.start()]
        if NAMED.search(before) or (ALONE.fullmatch(run[0]) and _stands_alone(text, run.end(), before)):
            yield run.start()


def _stands_alone(text: str, end: int, before: str) -> bool:
    return not (OTHER.search(before) or ADDRESS.search(before) or MONEY.match(text, end))


def passes(digits: str) -> bool:
    """`123456782` -> True; eight digits stand for nine with a nought before them."""
    nine = digits.rjust(9, "0")
    if len(nine) != 9 or len(set(nine)) == 1:
        return False
    return sum(int(d) * w for d, w in zip(nine, WEIGHTS, strict=True)) % 11 == 0
