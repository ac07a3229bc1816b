"""Does a thing satisfy a filter? Each field of each filter input, as its description in the schema says."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from graph.domain.marks import Filter
from graph.domain.provenance import MODEL
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.dutch.collation import fold
from tests.plain.dump import Thing

Given = Mapping[str, Any]
Check = Callable[[Thing, Any], bool]


def matches(thing: Thing, kind: str, given: Given | None) -> bool:
    """Every field that is filled in holds."""
    filled = {k: v for k, v in (given or {}).items() if v is not None}
    if kind == "Thema" and "id" in filled:
        deep = filled.get("inclusiefOnderliggend", True)
        if not any(t.id in filled["id"] for t in (upwards(thing) if deep else [thing])):
            return False
    return all(holds(thing, kind, name, value) for name, value in filled.items())


def holds(thing: Thing, kind: str, name: str, value: Any) -> bool:
    if name == "en":
        return all(matches(thing, kind, part) for part in value)
    if name == "of":
        return any(matches(thing, kind, part) for part in value)
    if name == "niet":
        return not matches(thing, kind, value)
    if kind == "Thema" and name in ("id", "inclusiefOnderliggend"):
        return True
    check = check_of(kind, name)
    assert check is not None, f"{kind}.{name}: say in FIELDS what this filter means"
    return check(thing, value)


def check_of(kind: str, name: str) -> Check | None:
    """What a filter field means: as written below, or as its kind says when it is a property under its own name."""
    node = MODEL.nodes.get(kind)
    if name in FIELDS.get(kind, {}) or node is None or name not in node.properties:
        return FIELDS.get(kind, {}).get(name)
    found = node.properties[name]
    mark = found.mark(Filter)
    if mark is None or mark.name or found.enum is not None or found.many:
        return None
    plain = {"String": text, "URI": text, "Int": number, "Float": number, "Date": day, "DateTime": day}.get(found.kind)
    return one_of(name) if mark.exact else prop(name, plain) if plain else None


def upwards(thing: Thing) -> list[Thing]:
    """A theme and every broader one."""
    return [thing, *(t for tie in thing.ties(["DEEL_VAN"], True) for t in upwards(tie.target))]


def text(found: Any, given: Given) -> bool:
    folded = None if found is None else fold(found)
    checks: dict[str, Callable[[Any], bool]] = {
        "is": lambda v: folded == fold(v),
        "in": lambda v: folded in [fold(each) for each in v],
        "bevat": lambda v: folded is not None and fold(v) in folded,
        "begintMet": lambda v: folded is not None and folded.startswith(fold(v)),
        "leeg": lambda v: (found is None) is v,
    }
    return all(checks[word](v) for word, v in given.items() if v is not None)


def number(found: Any, given: Given) -> bool:
    checks: dict[str, Callable[[Any], bool]] = {
        "is": lambda v: found == v,
        "min": lambda v: found is not None and found >= v,
        "max": lambda v: found is not None and found <= v,
        "leeg": lambda v: (found is None) is v,
    }
    return all(checks[word](v) for word, v in given.items() if v is not None)


def exact(found: Any, given: Given) -> bool:
    checks: dict[str, Callable[[Any], bool]] = {
        "is": lambda v: found == v,
        "in": lambda v: found in v,
        "leeg": lambda v: (found is None) is v,
    }
    return all(checks[word](v) for word, v in given.items() if v is not None)


def some_of(found: Any, given: Given) -> bool:
    """Of a list."""
    checks: dict[str, Callable[[Any], bool]] = {
        "is": lambda v: v in (found or []),
        "in": lambda v: bool(set(found or []) & set(v)),
        "leeg": lambda v: (not found) is v,
    }
    return all(checks[word](v) for word, v in given.items() if v is not None)


def day(found: Any, given: Given) -> bool:
    """`found` may also be a moment; then its day counts."""
    on = None if found is None else date.fromisoformat(found[:10])
    checks: dict[str, Callable[[Any], bool]] = {
        "vanaf": lambda v: on is not None and on >= date.fromisoformat(v),
        "totEnMet": lambda v: on is not None and on < date.fromisoformat(v) + timedelta(days=1),
        "leeg": lambda v: (found is None) is v,
    }
    return all(checks[word](v) for word, v in given.items() if v is not None)


def ladder(words: Any) -> Callable[[Any, Given], bool]:
    """UITGEFASEERD stands on no rung: nothing reaches it from below, and it reaches nothing."""
    rungs = [m.name for m in words if m.name != "UITGEFASEERD"]

    def check(found: Any, given: Given) -> bool:
        checks: dict[str, Callable[[Any], bool]] = {
            "is": lambda v: found == v,
            "in": lambda v: found in v,
            "minimaal": lambda v: found == v or (
                found in rungs and v in rungs and rungs.index(found) >= rungs.index(v)
            ),
        }  # fmt: skip
        return all(checks[word](v) for word, v in given.items() if v is not None)

    return check


def called(thing: Thing, given: Given) -> bool:
    """On its name, or on another name it is known by; whether there is one at all is asked of the name."""
    others = {"Gemeente": "ookBekendAls", "Organisatie": "voluit", "Departement": "afkorting", "Wet": "afkorting"}[
        thing.kind.name
    ]
    found = thing.get(others) or []
    names = [thing.get("naam"), *([found] if isinstance(found, str) else found)]
    told = {word: value for word, value in given.items() if value is not None}
    return all(
        text(names[0], {word: value}) if word == "leeg" else any(text(n, {word: value}) for n in names)
        for word, value in told.items()
    )


def prop(name: str, check: Callable[[Any, Any], bool]) -> Check:
    return lambda thing, value: check(thing.get(name), value)


def one_of(name: str) -> Check:
    return lambda thing, value: thing.get(name) in value


def reach(thing: Thing, *steps: tuple[str, bool]) -> list[Thing]:
    """Where these relationships lead; a thing stands there once for every way."""
    here = [thing]
    for name, forward in steps:
        here = [tie.far(forward) for t in here for tie in t.ties([name], forward)]
    return here


def related(kind: str, *steps: tuple[str, bool]) -> Check:
    """enige, geen, alle over the things of one type that the steps lead to."""

    def check(thing: Thing, given: Given) -> bool:
        far = [t for t in reach(thing, *steps) if kind in (t.kind.name, *t.kind.labels)]
        checks: dict[str, Callable[[Any], bool]] = {
            "enige": lambda v: any(matches(t, kind, v) for t in far),
            "geen": lambda v: not any(matches(t, kind, v) for t in far),
            "alle": lambda v: all(matches(t, kind, v) for t in far),
        }
        return all(checks[word](v) for word, v in given.items() if v is not None)

    return check


def some(kind: str, step: tuple[str, bool]) -> Check:
    return lambda thing, value: any(matches(t, kind, value) for t in reach(thing, step))


def counted(step: tuple[str, bool]) -> Check:
    return lambda thing, value: number(len(reach(thing, step)), value)


def has_code(thing: Thing, codes: list[str]) -> bool:
    return thing.get("code") in [code.upper() for code in codes]


def has_function(thing: Thing, value: Given) -> bool:
    return any(text(tie.values.get("functie"), value) for tie in thing.ties(["WERKT_BIJ", "LID_VAN"], True))


def year(thing: Thing) -> int | None:
    """The first year of the period, wherever it stands."""
    found = re.search(r"[0-9]{4}", thing.get("periode") or "")
    return int(found[0]) if found else None


def ran_on(thing: Thing, value: str) -> bool:
    started, ended = thing.get("gestartOp"), thing.get("afgerondOp")
    return started is not None and started <= value and (ended is None or ended >= value)


def is_duo(traject: Thing) -> bool:
    """Somebody who works at a gemeente and somebody who works at a ministry direct it now."""
    directors = [tie.source for tie in traject.ties(["REGISSEERT"], False) if tie.values.get("tot") is None]
    roles = [tie for person in directors for tie in person.ties(["WERKT_BIJ"], True)]
    kinds = {role.target.kind.name for role in roles if role.values.get("tot") is None}
    return {"Gemeente", "Departement"} <= kinds


def _entity() -> dict[str, Check]:
    return {"id": one_of("id"), "gewijzigd": prop("gewijzigdOp", day)}


THEME = related("Thema", ("GAAT_OVER", True))
LAW = ("VALT_ONDER", True)
SUBJECT = related("Onderwerp", ("BETREFT", True))
FIELDS: dict[str, dict[str, Check]] = {
    "Gemeente": {
        **_entity(), "code": has_code, "naam": called, "inwoners": prop("inwoners", number),
        "provincie": prop("provincie", exact), "toepassingen": related("Toepassing", ("PAST_TOE", True)),
        **{n: prop(n, exact) for n in ("jeugdregio", "arbeidsmarktregio", "ggd", "veiligheidsregio", "stedelijkheid")},
        "aantalToepassingen": counted(("PAST_TOE", True)),
    },
    "Partij": {
        **_entity(), "soort": lambda thing, value: exact(thing.kind.name.upper(), value), "naam": called,
        "soortOrganisatie": prop("soortOrganisatie", exact),
        "gemeente": lambda thing, value: thing.kind.name == "Gemeente" and matches(thing, "Gemeente", value),
    },
    "Persoon": {
        **_entity(), "naam": prop("naam", text), "functie": has_function,
        "werktBij": some("Partij", ("WERKT_BIJ", True)),
    },
    "Traject": {
        **_entity(), "naam": prop("naam", text), "status": prop("status", exact), "thema": THEME, "looptOp": ran_on,
        "gestartOp": prop("gestartOp", day), "afgerondOp": prop("afgerondOp", day),
        "knelpunten": related("Knelpunt", ("ONDERZOEKT", True)), "wet": related("Wet", ("ONDERZOEKT", True), LAW),
        "deelnemers": related("Partij", ("NEEMT_DEEL_AAN", False)),
        "voortgang": related("Voortgang", ("MELDT", True)), "duoCompleet": lambda thing, value: is_duo(thing) is value,
    },
    "Voortgang": {**_entity(), "op": prop("op", day)},
    "Thema": {
        "gewijzigd": prop("gewijzigdOp", day), "naam": prop("naam", text),
        "bovenliggend": some("Thema", ("DEEL_VAN", True)), "onderwerp": SUBJECT,
    },
    "Onderwerp": {
        **_entity(), "naam": prop("naam", text), "domein": prop("domein", exact), "wet": related("Wet", LAW),
        "boven": some("Onderwerp", ("HOORT_ONDER", True)),
    },
    "Wet": {
        **_entity(), "naam": called, "afkorting": prop("afkorting", exact), "bwbId": prop("bwbId", exact),
        "departement": some("Partij", ("VAN_DEPARTEMENT", True)),
    },
    "Beleidskader": {
        **_entity(), "titel": prop("titel", text), "vastgesteldOp": prop("vastgesteldOp", day), "thema": THEME,
        "wet": related("Wet", LAW), "gemeente": some("Gemeente", ("STELT_VAST", False)),
    },
    "Knelpunt": {
        **_entity(), "titel": prop("titel", text), "onderwerp": SUBJECT, "fase": prop("fase", exact), "thema": THEME,
        "route": prop("route", exact), "oorzaak": prop("oorzaken", some_of), "wet": related("Wet", LAW),
        "oplossingen": related("Oplossing", ("LOST_OP", False)), "aantalOplossingen": counted(("LOST_OP", False)),
        "ervarenDoor": related("Gemeente", ("ERVAART", False)), "aantalErvarenDoor": counted(("ERVAART", False)),
    },
    "Oplossing": {
        **_entity(), "titel": prop("titel", text), "thema": THEME, "onderwerp": SUBJECT,
        "soortOplossing": prop("soortOplossing", exact), "jaar": lambda thing, value: number(year(thing), value),
        "wet": related("Wet", ("LOST_OP", True), LAW), "ontwikkeldDoor": related("Partij", ("ONTWIKKELD_DOOR", True)),
        "rijpheid": prop("rijpheid", ladder(Rijpheid)), "bewijs": prop("bewijs", ladder(Bewijsniveau)),
        "getoetst": prop("laatstGetoetstOp", day), "knelpunten": related("Knelpunt", ("LOST_OP", True)),
        "toepassingen": related("Toepassing", ("VAN", False)), "aantalToepassingen": counted(("VAN", False)),
        "toegepastDoor": related("Gemeente", ("VAN", False), ("PAST_TOE", False)),
    },
    "Toepassing": {
        **_entity(), "status": prop("status", exact), "sinds": prop("sinds", day), "tot": prop("tot", day),
        "gemeente": some("Gemeente", ("PAST_TOE", False)), "oplossing": some("Oplossing", ("VAN", True)),
    },
}  # fmt: skip
