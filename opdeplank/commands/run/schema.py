"""`opdeplank schema`: the printed schema, as it is committed in schema/schema.graphql."""

from argparse import ArgumentParser

from opdeplank.terminal.call import DONE, Call


def arguments(parser: ArgumentParser) -> None:
    """Nothing: there is one schema."""


def run(call: Call) -> int:
    from opdeplank.graphql.api import sdl  # strawberry takes a while to import, also for `opdeplank schema --help`

    call.answer({"schema": sdl()}, sdl().rstrip("\n"))
    return DONE
