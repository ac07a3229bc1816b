"""`opdeplank sleutel maak|lijst|intrek`: keys for people and programs. They lie beside the graph, so this works while a
service runs, and the service hears it at once."""

import csv
import re
from argparse import ArgumentParser
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from graph.domain.vocabulary import Rol
from opdeplank.keys.key import PREFIX, Key, new, prefix_of
from opdeplank.keys.key_file import KeyFile, UnreadableKeys
from opdeplank.settings.shipped import SEEDS
from opdeplank.terminal.arguments import WrongUse
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.refused import Refused

ROLES = [each.name for each in Rol if each is not Rol.OPENBAAR]
DAYS = 365
"""How long a key works when nobody says."""
LONGEST_NAME = 80
CODE = re.compile(r"GM[0-9]{4}", re.IGNORECASE | re.ASCII)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("doe", choices=("maak", "lijst", "intrek"), help="wat je wilt doen")
    parser.add_argument(
        "sleutel", nargs="?", help="bij intrek: het voorvoegsel van de sleutel, zijn naam, of de sleutel zelf"
    )
    parser.add_argument("--rol", choices=ROLES, help="bij maak: wat de houder mag zien en doen")
    parser.add_argument("--naam", help="bij maak: waarvoor de sleutel is, zoals 'Portaal Almere'")
    parser.add_argument("--gemeente", metavar="CODE", help="bij maak met rol GEMEENTE: haar CBS-code, zoals GM0344")
    parser.add_argument("--tot", metavar="DATUM", help="bij maak: de laatste dag dat hij werkt; anders een jaar")


def run(call: Call) -> int:
    keys = KeyFile(call.settings.data)
    try:
        {"maak": _make, "lijst": _list, "intrek": _withdraw}[call.args.doe](call, keys)
    except UnreadableKeys as error:
        raise Refused(str(error)) from error
    return DONE


def _make(call: Call, keys: KeyFile) -> None:
    args = call.args
    if args.sleutel:
        raise WrongUse("Een sleutel kies je niet zelf. Laat weg wat achter maak staat.")
    if not args.rol or not args.naam:
        raise WrongUse("Noem bij maak de rol en waarvoor de sleutel is: --rol ANALIST --naam 'Onderzoek 2027'.")
    name, role = " ".join(args.naam.split()), Rol[args.rol]
    if not name.isprintable() or not 0 < len(name) <= LONGEST_NAME:
        raise WrongUse(f"--naam: gebruik gewone tekst van hooguit {LONGEST_NAME} tekens.")
    gemeente = _gemeente(role, args.gemeente)
    until = _until(args.tot)
    while True:
        shown, key = new(name, role, gemeente, until)
        if keys.add(key):
            break
    notice = _unknown(gemeente)
    lines = [
        f"De sleutel voor {name}, met de rol {role.name}{_of(gemeente)}, werkt tot en met {_day(key.until)}.",
        "",
        f"  {shown}",
        "",
        "Bewaar hem nu: hij staat nergens anders. Stuur hem mee als Authorization: Bearer met de sleutel erachter.",
        f"Intrekken: opdeplank sleutel intrek {key.prefix}",
        *([notice] if notice else []),
    ]
    call.answer({"sleutel": shown, **_told(key), "let_op": notice}, "\n".join(lines))


def _list(call: Call, keys: KeyFile) -> None:
    if call.args.sleutel:
        raise WrongUse("Bij lijst hoort niets meer.")
    found = keys.all()
    rows = [("voorvoegsel", "rol", "gemeente", "tot en met", "laatst gebruikt", "stand", "naam")]
    for key in found:
        told = _told(key)
        used = told["gebruikt"][:16].replace("T", " ") if told["gebruikt"] else "nooit"
        code = told["gemeente"] or "-"
        rows.append((key.prefix, key.role.name, code, _day(key.until), used, told["stand"], key.name))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    nothing = "Er zijn nog geen sleutels. Maak er een met: opdeplank sleutel maak --rol ANALIST --naam NAAM"
    call.answer({"sleutels": [_told(key) for key in found]}, "\n".join(lines) if found else nothing)


def _withdraw(call: Call, keys: KeyFile) -> None:
    wanted = call.args.sleutel
    if not wanted:
        raise WrongUse("Welke sleutel? Noem zijn voorvoegsel; opdeplank sleutel lijst noemt ze allemaal.")
    prefix = prefix_of(wanted) or wanted
    known = keys.all()
    found = [key for key in known if key.prefix == prefix] or [key for key in known if key.name == wanted]
    if len(found) != 1:
        # what does not look like a prefix or a name may be a secret, and is not repeated
        which = f"{prefix} " if PREFIX.fullmatch(prefix) else ""
        what = "Zo heet er meer dan één" if found else f"De sleutel {which}ken ik niet"
        raise Refused(f"{what}. Kijk met opdeplank sleutel lijst welke er zijn, en noem het voorvoegsel.")
    now = datetime.now(UTC)
    keys.withdraw(found[0].prefix, now)
    told = f"De sleutel {found[0].prefix} ({found[0].name}) werkt niet meer."
    text = f"{told} Een dienst die draait, weet dat binnen een tel."
    (key,) = (each for each in keys.all() if each.prefix == found[0].prefix)
    call.answer(_told(key), text)


def _gemeente(role: Rol, code: str | None) -> str | None:
    """The id of the gemeente."""
    if (role is Rol.GEMEENTE) != bool(code):
        raise WrongUse("De rol GEMEENTE en --gemeente horen bij elkaar: --rol GEMEENTE --gemeente GM0344.")
    if code and not CODE.fullmatch(code):
        raise WrongUse(f"--gemeente: {code} is geen CBS-code. Die ziet eruit als GM0344.")
    return f"gemeente:{code.lower()}" if code else None


def _unknown(gemeente: str | None) -> str | None:
    """A word of caution about a code that no gemeente has today, as far as our list goes."""
    if gemeente is None:
        return None
    with (SEEDS / "gemeenten.csv").open(encoding="utf-8", newline="") as file:
        known = {row["code"]: row for row in csv.DictReader(file)}
    row = known.get(_code(gemeente))
    if row is not None and not row["einddatum"]:
        return None
    what = f"{row['naam']}, die is opgeheven" if row else "die ken ik niet"
    return f"Let op: {_code(gemeente)}, {what}. Klopt de code niet, trek de sleutel dan in en maak een nieuwe."


def _until(given: str | None) -> datetime:
    """The end of that day."""
    today = datetime.now(UTC).date()
    try:
        day = date.fromisoformat(given) if given else today + timedelta(days=DAYS)
    except ValueError:
        raise WrongUse(f"--tot: {given} is geen datum. Schrijf hem als 2027-12-31.") from None
    if day < today:
        raise WrongUse(f"--tot: {given} is voorbij. Kies een dag vanaf vandaag.")
    return datetime.combine(day, time(23, 59, 59), UTC)


def _day(until: datetime) -> str:
    return until.date().isoformat()


def _code(gemeente: str) -> str:
    return gemeente.removeprefix("gemeente:").upper()


def _of(gemeente: str | None) -> str:
    return f" van {_code(gemeente)}" if gemeente else ""


def _told(key: Key) -> dict[str, Any]:
    """For a machine; what the key itself is, nobody knows any more."""

    def moment(found: datetime | None) -> str | None:
        return found.isoformat(timespec="seconds") if found else None

    return {
        "voorvoegsel": key.prefix,
        "naam": key.name,
        "rol": key.role.name,
        "gemeente": _code(key.gemeente) if key.gemeente else None,
        "gemaakt": moment(key.made),
        "tot": moment(key.until),
        "gebruikt": moment(key.used),
        "ingetrokken": moment(key.withdrawn),
        "stand": key.standing(datetime.now(UTC)).value,
    }
