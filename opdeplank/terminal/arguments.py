"""argparse that speaks Dutch: its headings, its help and its refusals."""

import re
from argparse import ArgumentParser, HelpFormatter
from typing import Any, NoReturn

# What argparse says, and what we say. Group 1 is the name or value it is about.
REFUSALS = (
    (r"the following arguments are required: (.+)", "Er ontbreekt iets: {0}."),
    (r"unrecognized arguments: (.+)", "Dit ken ik niet: {0}."),
    (r"argument (.+): expected one argument", "Achter {0} hoort een waarde."),
    (r"argument (.+): expected at least one argument", "Achter {0} hoort ten minste één waarde."),
    (r"argument (.+): ignored explicit argument (.+)", "Achter {0} hoort geen waarde: {1}."),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", "{0}: {1} is geen keuze. Kies uit {2}."),
    (r"argument (.+): invalid \w+ value: (.+)", "{0}: {1} kan niet."),
    (r"ambiguous option: (.+) could match (.+)", "{0} kan meer dan één ding betekenen: {1}."),
    (r"argument (.+): not allowed with argument (.+)", "{0} kan niet samen met {1}."),
)


class WrongUse(Exception):
    """The command line was not understood; the message says what to write instead."""


class DutchFormatter(HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: ")


class DutchParser(ArgumentParser):
    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog, description=description, formatter_class=DutchFormatter, add_help=False, allow_abbrev=False
        )
        self._positionals.title = "wat"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="deze uitleg")

    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{dutch_refusal(message)} Uitleg: {self.prog} --help")


def dutch_refusal(message: str) -> str:
    for pattern, sentence in REFUSALS:
        if found := re.fullmatch(pattern, message):
            return sentence.format(*found.groups())
    return "Zo werkt dit commando niet."
