"""The command line: finds the command, its settings and its arguments, and turns every refusal into one Dutch line.

A command is a module in a room of `opdeplank/commands/` with `arguments(parser)` and `run(call) -> int`. It is imported
when it is called and not before, so that `opdeplank start` pays for nothing else. Exits: 0 done, 1 refused or failed
and nothing written, 2 wrong use.
"""

import os
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

import orjson

from graph.errors import GraphError
from opdeplank import VERSIE
from opdeplank.settings.environment import read_settings
from opdeplank.settings.setting import SettingError
from opdeplank.terminal.arguments import DutchParser, WrongUse
from opdeplank.terminal.call import DONE, FAILED, WRONG, Call
from opdeplank.terminal.refused import Refused

COMMANDS: dict[str, tuple[str, str]] = {
    "start": ("run", "dien op: zet de graaf klaar, vul hem als hij leeg is, en luister"),
    "migreer": ("run", "breng de gegevens naar de versie van dit programma"),
    "lees": ("fill", "lees documenten en maak een voorstel; de graaf verandert niet"),
    "laad": ("fill", "voer een voorstel door in de graaf, alles of niets"),
    "terug": ("fill", "draai een lading terug, precies"),
    "samenvoegen": ("fill", "maak één ding van dubbele; oude ids blijven werken"),
    "vergeet": ("fill", "haal een persoon overal weg, en houd hem weg"),
    "geschiedenis": ("ask", "laat zien wat er met iets gebeurde, wanneer en door wie"),
    "zoek": ("ask", "zoek op wat er pasklaar op de plank ligt, met wie je kunt bellen"),
    "vragen": ("ask", "laat zien op welke vragen niets op de plank ligt, het vaakst gestelde eerst"),
    "waarom": ("ask", "laat zien op welke passages iets rust"),
    "controleer": ("ask", "vergelijk de graaf met het model en wijs aan wat niet klopt"),
    "toon-plan": ("run", "laat zien welke opdracht aan de database een vraag wordt, en wat hij kost"),
    "registreer": ("run", "maak van je eigen vraag een geregistreerde vraag, te stellen met GET"),
    "schema": ("run", "druk het GraphQL-schema af"),
    "sleutel": ("run", "maak een sleutel, laat zien welke er zijn, of trek er een in"),
    "bewaar": ("run", "maak een kopie van de hele graaf, terwijl de dienst doorgaat"),
    "herstel": ("run", "zet een kopie terug in een lege graaf, of in de plaats van wat er staat"),
    "mcp": ("run", "laat een programma met een taalmodel vragen stellen (MCP), alleen lezen"),
    "volg": ("run", "houd elders een spoor bij van alles wat er in de graaf wordt geschreven"),
    "meldingen": ("run", "laat zien wat mensen meldden, en handel het af"),
    "status": ("run", "laat zien hoe het met de dienst en de graaf staat"),
}
"""Name -> the room of `opdeplank/commands/` it stands in, and what it does."""


def main(argv: Sequence[str] | None = None, environ: Mapping[str, str] | None = None) -> int:
    words = list(sys.argv[1:] if argv is None else argv)
    json = "--json" in words
    try:
        return _run(words, os.environ if environ is None else environ, json)
    except WrongUse as error:
        return _say(str(error), WRONG, json)
    except SettingError as error:
        return _say(str(error), WRONG, json)
    except Refused as error:
        return _say(str(error), FAILED, json, error.value)
    except GraphError as error:
        return _say(error.melding, FAILED, json)
    except BrokenPipeError:  # `opdeplank … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _say("Gestopt. Er is niets half geschreven.", FAILED, json)
    except Exception as error:  # a mistake of ours: the trace is for whoever mends it, not for the terminal
        return _say(f"Er ging bij ons iets mis ({type(error).__name__}). Meld het met {_kept(error)}.", FAILED, json)


def _run(words: list[str], environ: Mapping[str, str], json: bool) -> int:
    if not words or words[0] in ("-h", "--help", "hulp"):
        print(_help())
        return DONE if words else WRONG
    if words[0] in ("-V", "--versie"):
        print(f"opdeplank {VERSIE}")
        return DONE
    name = words[0]
    if name not in COMMANDS:
        raise WrongUse(_unknown(name))
    room, meaning = COMMANDS[name]
    command = import_module(f"opdeplank.commands.{room}.{name.replace('-', '_')}")
    parser = DutchParser(prog=f"opdeplank {name}", description=f"{meaning}.".capitalize())
    command.arguments(parser)
    parser.add_argument("--json", action="store_true", help="schrijf de uitkomst als JSON, voor een ander programma")
    args = parser.parse_args(words[1:])
    settings = read_settings(environ, Path(".env"))
    outcome = command.run(Call(args, settings, json))
    assert isinstance(outcome, int)
    return outcome


def _help() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {meaning}" for name, (_, meaning) in COMMANDS.items()]
    return "\n".join(
        [
            "Op de Plank: welke oplossing ligt pasklaar op de plank bij een andere gemeente?",
            "",
            "Gebruik: opdeplank COMMANDO [opties]",
            "",
            *lines,
            "",
            "Uitleg bij een commando: opdeplank COMMANDO --help",
            "Instellingen staan in de omgeving of in .env; .env.example noemt ze allemaal.",
            "Uitkomst: 0 gelukt, 1 geweigerd of mislukt (er is niets geschreven), 2 verkeerd gebruikt.",
        ]
    )


def _unknown(name: str) -> str:
    near = get_close_matches(name, COMMANDS, n=1, cutoff=0.6)
    hint = f"Bedoel je '{near[0]}'?" if near else "Kies uit: " + ", ".join(COMMANDS) + "."
    return f"'{name}' is geen commando. {hint}"


def _kept(error: Exception) -> str:
    """The file with the trace of a mistake of ours."""
    with tempfile.NamedTemporaryFile("w", prefix="opdeplank-fout-", suffix=".txt", delete=False) as kept:
        traceback.print_exception(error, file=kept)
    return kept.name


def _say(melding: str, outcome: int, json: bool, value: Mapping[str, Any] | None = None) -> int:
    """One line for a person on stderr; a machine that asked for JSON finds it on stdout as well."""
    if json:
        print(orjson.dumps({"fout": melding, **(value or {})}).decode())
    print(f"opdeplank: {melding}", file=sys.stderr)
    return outcome
