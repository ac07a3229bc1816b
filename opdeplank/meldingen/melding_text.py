"""What may stand in a melding: no more than somebody reads, and nothing about a resident. What may not is refused with
a sentence that says what to do; nothing is cut or changed.

Names of people are for the sender to leave out: no list knows them all, and an official may be named. What has the
shape of personal data, and whoever is addressed as a person, is refused here.
"""

import re
from collections.abc import Iterator

from loaders.documents.forms.bsn import lines_with_bsn
from loaders.report.texts import hidden
from opdeplank.display.display import number, several

MOST = 2_000
"""Characters of a text."""
MOST_ADDRESS = 200
MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
OFFICES = re.compile(
    r"(?:info|gemeente|contact|post|postbus|mail|loket|algemeen|sociaal|wmo|jeugd|werk|schuld|wijk|team|klant|secretariaat|"
    r"communicatie|programma|bureau|hallo|welkom|support|redactie|beleid|zorg)[\w.+-]*@",
    re.IGNORECASE,
)
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("een rekeningnummer", re.compile(r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?(?:\d[ ]?){9,10}\d?\b")),
    ("een mobiel nummer", re.compile(r"(?<![\w+])(?:\+31|0031|0)[ -]?(?:\(0\))?[ -]?6(?:[ -]?\d){8}(?!\d)")),
    ("een postcode met huisnummer", re.compile(r"\b\d{4}\s?[A-Z]{2}[\s,]{1,3}\d+\b")),
    (
        "een postcode met huisnummer",
        re.compile(r"\b[\w'’-]+(?:straat|laan|weg|plein|kade|gracht|singel|hof|dreef)\s+\d+\s?[a-z]?,?\s+\d{4}\s?[A-Z]{2}\b"),
    ),
    (
        "een geboortedatum",
        re.compile(r"\bgeb(?:oren|\.|oortedatum)[^\n]{0,20}\d{1,2}(?:[-/. ]\w{1,9}){1,2}[-/. ]?\d{2,4}", re.I),
    ),
    (
        "de naam van een persoon",
        re.compile(r"\b(?:meneer|mevrouw|mijnheer|mw\.|dhr\.|mevr\.|fam\.|familie)\s+(?:(?:van|de|der|den|el|al|ten|ter)\s+)*[A-Z]\w+"),
    ),
)  # fmt: skip
"""What has the shape of personal data, and what we call it."""


def faults_in_text(text: str) -> Iterator[str]:
    """Why this text cannot be kept, in whole sentences."""
    if not text.strip():
        yield "Schrijf op wat je wilt melden."
        return
    if len(text) > MOST:
        over = several(len(text) - MOST, "teken", "tekens")
        yield f"Je tekst heeft {number(len(text))} tekens. Er passen er {number(MOST)}. Haal er {over} af."
        return
    if any(map(hidden, text)):
        yield "In je tekst staat een teken dat niemand ziet. Typ dat stuk opnieuw."
    if lines_with_bsn(text):
        yield "In je tekst staat een burgerservicenummer. Haal het weg: dat bewaren we nooit."
    told = {name: match[0].strip() for name, shape in SHAPES if (match := shape.search(text))}
    for mail in MAIL.finditer(text):
        if not OFFICES.match(mail[0]):
            told["een mailadres"] = mail[0]
    for name, found in told.items():
        yield f"In je tekst staat {name}: ‘{found}’. Haal het weg, of schrijf ‘een inwoner’ of ‘de wethouder’."


def fault_in_address(address: str) -> str | None:
    """Why we cannot answer there; nothing for an empty one, since it need not be given."""
    if not address or (len(address) <= MOST_ADDRESS and MAIL.fullmatch(address)):
        return None
    return "Dit is geen mailadres. Een mailadres ziet eruit als naam@gemeente.nl. Je mag het ook leeg laten."


def tidied(text: str) -> str:
    """As somebody typed it, with one kind of line ends; browsers send another one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
