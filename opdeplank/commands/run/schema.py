"""`opdeplank schema`: the printed schema, as it is committed in schema/schema.graphql; or what it changes for who built
on an older one."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from opdeplank.terminal.arguments import WrongUse
from opdeplank.terminal.call import DONE, FAILED, Call
from opdeplank.terminal.refused import Refused

if TYPE_CHECKING:
    from opdeplank.graphql.evolution import Difference


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--vergelijk", metavar="BESTAND", help="zeg wat er verandert voor wie bouwde op het schema in dit bestand"
    )


def run(call: Call) -> int:
    from opdeplank.graphql.api import sdl  # strawberry takes a while to import, also for `opdeplank schema --help`

    if call.args.vergelijk is not None:
        return _compare(call, Path(call.args.vergelijk), sdl())
    call.answer({"schema": sdl()}, sdl().rstrip("\n"))
    return DONE


def _compare(call: Call, path: Path, now: str) -> int:
    from opdeplank.graphql.evolution import NoSchema, compared

    try:
        found = compared(path.read_text(encoding="utf-8-sig"), now)
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"{path} kan ik niet lezen. Geef een bestand met een GraphQL-schema.") from error
    except NoSchema as error:
        raise Refused(f"{path} is geen GraphQL-schema: {error}") from error
    value = {
        "breekt": [{"soort": each.kind, "wat": each.text} for each in found.breaking],
        "letOp": [{"soort": each.kind, "wat": each.text} for each in found.mind],
    }
    parts = [*_part("Dit breekt programma's:", found.breaking), *_part("Dit kan erbij, let erop:", found.mind)]
    call.answer(value, "\n".join(parts) or "Er verandert niets voor wie op dat schema bouwde.")
    return FAILED if found.breaking else DONE


def _part(title: str, changes: Sequence["Difference"]) -> list[str]:
    return [title, *(f"  {each.text}" for each in changes)] if changes else []
