"""What a person typed -> a decision, a day or a year. Raises ValueError for what may mean something else."""

import re
from datetime import date, datetime, timedelta

from graph.dutch.collation import fold

DECIDED = {
    "ja": "ja", "j": "ja", "jawel": "ja", "akkoord": "ja", "waar": "ja", "klopt": "ja",
    "nee": "nee", "n": "nee", "neen": "nee", "onwaar": "nee",
    "later": "later", "l": "later", "": "later",
}  # fmt: skip
"""What somebody writes for a decision, folded. A cross can be a yes and a no."""
MONTHS = "jan feb maa apr mei jun jul aug sep okt nov dec".split()
WRITTEN_DAY = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,9})\.?\s*[-/. ]\s*(\d{4})", re.IGNORECASE)
WHOLE_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]00:00(?::00)?)?")
YEAR = re.compile(r"(?:19|20)\d\d")
SERIAL = range(20_000, 80_000)
"""Days since 1900 as a spreadsheet counts them: 1954 to 2119."""
DAY_NOUGHT = datetime(1899, 12, 30)
"""From which a spreadsheet counts its days."""


def decision(text: str) -> str:
    """`Ja `, `J` -> `ja`"""
    found = DECIDED.get(fold(text).strip(" .!"))
    if found is None:
        raise ValueError(text)
    return found


def day(text: str) -> str:
    """`24 januari 2018`, `24-1-2018`, `2018-01-24`, `43124` -> `2018-01-24`; less than a whole day is none."""
    if whole := WHOLE_DAY.fullmatch(text):
        return date(*map(int, whole.groups())).isoformat()
    if re.fullmatch(r"\d+(?:\.0)?", text) and int(float(text)) in SERIAL:
        return (DAY_NOUGHT + timedelta(days=int(float(text)))).date().isoformat()
    found = WRITTEN_DAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    number, word, year = found.groups()
    return date(int(year), _month(word), int(number)).isoformat()


def year(text: str) -> str:
    """`2015` -> `2015`"""
    if not YEAR.fullmatch(text):
        raise ValueError(text)
    return text


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    start = word.lower()[:3].replace("mrt", "maa")
    return MONTHS.index(start) + 1
