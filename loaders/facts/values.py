"""Text as written -> the value the database keeps, by the kind the model gives a property."""

import re
from datetime import date, datetime
from typing import Any

from graph.domain.reader import Property
from graph.domain.web_address import is_web_address

TRUE = {"ja": True, "true": True, "waar": True, "nee": False, "false": False, "onwaar": False}
MAX_INT = 2**31 - 1
"""GraphQL's Int has 32 bits; a larger number could be stored and never be shown."""


def parse(prop: Property, text: str) -> Any:
    """Raises ValueError with what should have been written."""
    text = text.strip()
    if prop.enum:
        return _member(prop, text)
    reader = READERS.get(prop.kind)
    return reader(text) if reader else text


def plain(value: Any, kind: str) -> bool:
    """Whether a value from a proposal has the form its kind asks for."""
    if kind == "Int":
        return isinstance(value, int) and not isinstance(value, bool) and -MAX_INT - 1 <= value <= MAX_INT
    if kind == "Float":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, bool if kind == "Boolean" else str)


def _member(prop: Property, text: str) -> str:
    assert prop.enum is not None
    wanted = re.sub(r"[\s-]+", "_", text).upper()
    if wanted in prop.enum.__members__:
        return wanted
    raise ValueError(f"'{text}' is geen keuze; kies uit {', '.join(prop.enum.__members__)}")


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,15}", text):
        raise ValueError(f"'{text}' is geen heel getal; schrijf bijvoorbeeld 25000")
    if not -MAX_INT - 1 <= int(text) <= MAX_INT:
        raise ValueError(f"'{text}' is te groot; hoogstens {MAX_INT}")
    return int(text)


def _number(text: str) -> float:
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", text):
        raise ValueError(f"'{text}' is geen getal; schrijf bijvoorbeeld 0.5")
    return float(text)


def _yes(text: str) -> bool:
    if text.lower() not in TRUE:
        raise ValueError(f"'{text}' is geen ja of nee; schrijf true of false")
    return TRUE[text.lower()]


def _day(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) or not _is(date, text):
        raise ValueError(f"'{text}' is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2018-01-24")
    return text


def _moment(text: str) -> str:
    if not _is(datetime, text):
        raise ValueError(f"'{text}' is geen tijdstip; schrijf bijvoorbeeld 2018-01-24T09:00:00Z")
    return text


def _address(text: str) -> str:
    if not is_web_address(text):
        raise ValueError(f"'{text}' is geen webadres; begin met https://")
    return text


def _code(text: str) -> str:
    if not re.fullmatch(r"GM[0-9]{4}", text.upper(), re.ASCII):
        raise ValueError(f"'{text}' is geen gemeentecode; schrijf bijvoorbeeld GM0344")
    return text.upper()


def _is(kind: type[date], text: str) -> bool:
    try:
        kind.fromisoformat(text)
    except ValueError:
        return False
    return True


READERS: dict[str, Any] = {
    "Int": _whole,
    "Float": _number,
    "Boolean": _yes,
    "Date": _day,
    "DateTime": _moment,
    "URI": _address,
    "GemeenteCode": _code,
}
