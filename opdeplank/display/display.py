"""How values read on a page: dates in full, numbers with points, the words of the closed lists, addresses of things."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from graph.domain.vocabulary import TrajectCriterium
from graph.dutch.phrasing import upper_first

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
PAGES = ("oplossing", "knelpunt", "gemeente", "traject", "thema", "onderwerp")
"""Kinds of things that have a page; the first part of their id."""
LONG_TITLE = 120

WORDS: Mapping[str, str] = {
    # rijpheid and bewijs
    "NIET_BEOORDEELD": "Niet beoordeeld", "IDEE": "Idee", "IN_ONTWIKKELING": "In ontwikkeling", "PILOT": "Pilot",
    "BEPROEFD": "Beproefd", "PASKLAAR": "Pasklaar", "UITGEFASEERD": "Uitgefaseerd",
    "GOED_BESCHREVEN": "Goed beschreven", "GOED_ONDERBOUWD": "Goed onderbouwd",
    "EERSTE_AANWIJZINGEN": "Eerste aanwijzingen", "GOEDE_AANWIJZINGEN": "Goede aanwijzingen",
    "STERKE_AANWIJZINGEN": "Sterke aanwijzingen",
    # how far a gemeente or a traject is
    "OVERWEEGT": "Denkt erover na", "VOORBEREIDING": "In voorbereiding", "IN_GEBRUIK": "In gebruik",
    "GESTOPT": "Gestopt", "VERKENNING": "Verkenning", "LOPEND": "Loopt", "AFGEROND": "Afgerond",
    # knelpunten
    "GESIGNALEERD": "Gesignaleerd", "GEAGENDEERD": "Op de agenda", "IN_UITVOERING": "In uitvoering",
    "OPGELOST": "Opgelost", "OVERNEMEN": "Overnemen", "SAMENWERKEN": "Samenwerken", "MAG_AL": "Het mag al",
    "REGELS_WIJZIGEN": "Regels wijzigen",
    "WET_EN_REGELGEVING": "Wetten of regels", "FINANCIERING": "Geld", "GEGEVENSDELING": "Gegevens delen",
    "ORGANISATIE": "Organisatie", "CULTUUR_EN_KENNIS": "Gewoonten of kennis", "ICT": "Computersystemen",
    # subjects of the map
    "SOCIAAL": "In het sociaal domein", "RAND": "Op de rand van het sociaal domein",
    "BUITEN": "Buiten het sociaal domein",
    # criteria
    "VOLDOET": "Voldoet", "VOLDOET_NIET": "Voldoet niet",
}  # fmt: skip

PROVES: Mapping[str, str] = {
    "bestaan": "dat het er is", "naam": "de naam", "titel": "de titel", "weergavenaam": "de naam",
    "samenvatting": "de samenvatting", "omschrijving": "de omschrijving", "rijpheid": "de rijpheid",
    "bewijs": "het bewijs", "toestand": "de stand", "periode": "de periode", "status": "de stand",
    "route": "de route", "fase": "de fase", "oorzaken": "de oorzaken", "inwoners": "het aantal inwoners",
    "LOST_OP": "welk knelpunt het oplost", "PAST_TOE": "wie het gebruikt", "VAN": "wat er gebruikt wordt",
    "ONTWIKKELD_DOOR": "wie het bedacht", "GAAT_OVER": "het thema", "NEEMT_DEEL_AAN": "wie meedoet",
    "REGISSEERT": "wie regisseert", "ONDERZOEKT": "welk knelpunt het onderzoekt", "LEVERT_OP": "wat het oplevert",
    "ERVAART": "wie dit ervaart", "VALT_ONDER": "de wet", "AFGELEID_VAN": "waar het van is afgeleid",
    "WERKT_BIJ": "de functie", "LID_VAN": "het lidmaatschap", "CONTACT_VOOR": "wie je kunt bellen",
    "OPGEGAAN_IN": "de herindeling", "HOORT_BIJ": "waar het bij hoort",
    "BETREFT": "het onderwerp", "HOORT_ONDER": "waar het onder valt", "MELDT": "de voortgang",
    "sinds": "sinds wanneer", "tot": "tot wanneer", "redenGestopt": "waarom het stopte",
    "resultaat": "het resultaat", "aanpassing": "wat er anders is",
}  # fmt: skip
"""What a passage is evidence of: a property or a relation."""


def word(value: str) -> str:
    return WORDS[value]


def proves(names: Iterable[str]) -> str:
    """`De samenvatting en de rijpheid`: what a passage is evidence of."""
    told = list(dict.fromkeys(PROVES.get(name, name.lower().replace("_", " ")) for name in names))
    return upper_first(" en ".join(filter(None, [", ".join(told[:-1]), told[-1]]))) if told else ""


def number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def day(value: str) -> str:
    """`2018-02-08` -> `8 februari 2018`; a first or last day of a year stands for a year the source gave alone."""
    return value[:4] if value[4:10] in ("-01-01", "-12-31") else full_day(value)


def full_day(value: str) -> str:
    year, month, date = value[:10].split("-")
    return f"{int(date)} {MONTHS[int(month) - 1]} {year}"


def part_of_date(value: str) -> str:
    """`2023-06` -> `juni 2023`; a source may give a day, a month or a year."""
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return f"{MONTHS[int(value[5:]) - 1]} {value[:4]}" if 1 <= int(value[5:]) <= 12 else value
    return full_day(value) if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-\d{2}", value) else value


def period(value: str) -> str:
    """`2016-heden` -> `2016 tot heden`, `2016-2018` -> `2016–2018`."""
    return re.sub(r"(?<=\d)\s*-\s*(?=\d{4})", "–", re.sub(r"\s*-\s*heden\b", " tot heden", value))


def several(count: int, one: str, more: str) -> str:
    """`1 gemeente`, `4 gemeenten`."""
    return f"{number(count)} {one if count == 1 else more}"


def address(key: str) -> str | None:
    """The page of a thing by its id, if it has one: `gemeente:gm0153` -> `/gemeente/GM0153`."""
    kind, _, slug = key.partition(":")
    if kind not in PAGES:
        return None
    return f"/{kind}/{slug.upper() if kind == 'gemeente' else slug}"


def party(thing: Mapping[str, Any]) -> str:
    """`gemeente Almere`, `Divosa`."""
    name = str(thing["weergavenaam"])
    return f"gemeente {name}" if thing["__typename"] == "Gemeente" else name


def function(role: Mapping[str, Any]) -> str:
    """`directeur Sociaal Domein, gemeente Enschede (tot 2018)`. Without a date nobody knows whether it still holds."""
    told = ", ".join(filter(None, [role["functie"], party(role["node"])]))
    if role["tot"]:
        return f"{told} (tot {role['tot'][:4]})"
    return told if role["van"] else f"{told} (datum niet bekend)"


def phone_link(number: str) -> str | None:
    """`0599 63 16 31` -> `tel:+31599631631`; `14 036` only works within the country. None for what is no number."""
    digits = re.sub(r"[\s()./-]", "", number)
    if not re.fullmatch(r"\+?\d{3,15}", digits):
        return None
    return f"tel:+31{digits[1:]}" if re.fullmatch(r"0[1-9]\d{8}", digits) else f"tel:{digits}"


def mail_link(address: str) -> str | None:
    """`mailto:info@almere.nl`; None for what is no address."""
    return f"mailto:{address}" if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", address, re.ASCII) else None


def site(url: str) -> str:
    """`https://www.omroepwest.nl/…` -> "omroepwest.nl"."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def heading_class(title: str) -> str:
    return "titel lang" if len(title) > LONG_TITLE else "titel"


def first_sentence(text: str, most: int = 200) -> str:
    """For a description in a list or a head: the first sentence, or as many whole words as fit."""
    sentence = re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]
    if len(sentence) <= most:
        return sentence
    return sentence[:most].rsplit(" ", 1)[0] + " …"


def sentences(told: Iterable[str]) -> str:
    """`Ook in Drenthe. Even groot.`: each with one full stop; of none nothing is left, no lone stop either."""
    return " ".join(f"{each.rstrip('.')}." for each in told if each.strip(" ."))


def rest(items: Sequence[Any], total: int) -> int:
    """How many of `total` are not among `items`."""
    return max(total - len(items), 0)


def criterium(name: str) -> str:
    """`Draagt bij aan een van de thema's`: the criterion as a heading."""
    return upper_first(TrajectCriterium[name].value.removeprefix("Het traject ").replace("'", "’"))


FILTERS = {
    "woord": word, "getal": number, "dag": day, "hele_dag": full_day, "datum": part_of_date, "periode": period,
    "partij": party, "site": site, "kop": heading_class, "zin": first_sentence, "hoofdletter": upper_first,
    "criterium": criterium, "zinnen": sentences,
}  # fmt: skip
