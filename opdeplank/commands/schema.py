"""`opdeplank schema`: the printed schema, as it is committed in schema/schema.graphql."""

from argparse import ArgumentParser

from opdeplank.call import DONE, Call
from opdeplank.connection import MODEL


def arguments(parser: ArgumentParser) -> None:
    """Nothing: there is one schema."""


def run(call: Call) -> int:
    from schema.types import Api  # strawberry takes a while to import, also for `opdeplank schema --help`

    text = Api(MODEL).schema.as_str()
    call.answer({"schema": text}, text.rstrip("\n"))
    return DONE
