"""The proposals at the desk, each in a folder of its own in the data folder.

    data/werkbank/voorstellen/3f09ab…/
        kaart.json      what it is called, who put it here, how it stands
        bestanden/      the documents as they came in, to read them again when the graph moved on
        voorstel.json   as `opdeplank lees` writes it
        teksten.json    the text of each document, in which passages have their place
        besluiten.log   what was decided (`ledger`)

A file is there wholly or not at all. Who throws a proposal away throws its folder away. What is kept in memory is read
again when another process of the service changed it.
"""

import re
import secrets
import shutil
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from graph.held_file import Turn
from loaders.names.naming import Names
from loaders.proposal.intake import Intake
from loaders.proposal.proposal import BadProposal, Proposal, from_json
from loaders.proposal.shown import ID as THING
from opdeplank.bureau import ledger
from opdeplank.bureau.ledger import Ledger
from opdeplank.graph.own_file import written

CARD, PROPOSAL, TEXTS, FILES = "kaart.json", "voorstel.json", "teksten.json", "bestanden"
TURN = "beurt.slot"
ID = re.compile(r"[0-9a-f]{12}")
READING, READY, FAILED, LOADED = "lezen", "klaar", "mislukt", "geladen"
OPEN = 8
"""Proposals that are kept in memory."""
LONGEST_NAME = 120


@dataclass(frozen=True)
class Card:
    """How a proposal stands. `geweigerd`: what could not be read, and why; `ladingen`: the loads it became."""

    naam: str
    door: str
    gemaakt: str
    stand: str = READING
    uitleg: str = ""
    geweigerd: list[str] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
    ladingen: list[dict[str, Any]] = field(default_factory=list)
    vragen: int = 0
    feiten: int = 0


Stamp = tuple[int, int] | None
"""Which file a proposal was read from; None when there is none."""


@dataclass
class Case:
    """One proposal. `teksten` are by document, `plaatsen` and `namen` by fact and by thing."""

    id: str
    folder: Path
    card: Card
    proposal: Proposal
    teksten: dict[str, str]
    plaatsen: dict[str, str]
    namen: dict[str, str]
    ledger: Ledger
    lock: Turn
    """Who writes in the ledger holds it."""
    stamp: Stamp
    kept: dict[str, Any] = field(default_factory=dict)
    """What was made of the proposal and is the same until it is read again."""

    def called(self, key: str) -> str:
        return self.namen.get(key, key)


class Cases:
    """`data` is the data folder."""

    def __init__(self, data: Path) -> None:
        self._folder = data / "werkbank" / "voorstellen"
        self._open: OrderedDict[str, Case] = OrderedDict()

    def new(self, naam: str, door: str) -> str:
        """The id of a proposal that is still to be read; its files go in `files`."""
        key = secrets.token_hex(6)
        (self._folder / key / FILES).mkdir(parents=True)
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        self.put_card(key, Card(naam[:LONGEST_NAME] or "Zonder naam", door, moment))
        return key

    def folder(self, key: str) -> Path:
        return self._folder / key

    def files(self, key: str) -> Path:
        return self._folder / key / FILES

    def card(self, key: str) -> Card | None:
        if not ID.fullmatch(key):
            return None
        try:
            return Card(**orjson.loads((self._folder / key / CARD).read_bytes()))
        except (OSError, ValueError, TypeError):
            return None

    def put_card(self, key: str, card: Card) -> None:
        written(self._folder / key / CARD, orjson.dumps(asdict(card), option=orjson.OPT_INDENT_2))
        if key in self._open:
            self._open[key].card = card

    def cards(self) -> Iterator[tuple[str, Card]]:
        """Every proposal, the newest first."""
        found = [(key, card) for key in self._ids() if (card := self.card(key)) is not None]
        return iter(sorted(found, key=lambda each: each[1].gemaakt, reverse=True))

    def _ids(self) -> list[str]:
        try:
            return [path.name for path in self._folder.iterdir() if ID.fullmatch(path.name)]
        except FileNotFoundError:
            return []

    def read(self, key: str, intake: Intake) -> None:
        """Keep what was read; what was decided about the same facts before stays."""
        self.put(key, intake.proposal, intake.teksten, intake.plaatsen, names_in(intake.proposal, intake.names))

    def put(
        self, key: str, proposal: Proposal, texts: dict[str, str], places: dict[str, str], names: dict[str, str]
    ) -> None:  # fmt: skip
        folder = self._folder / key
        content = {"teksten": texts, "plaatsen": places, "namen": names}
        written(folder / TEXTS, orjson.dumps(content))
        written(folder / PROPOSAL, proposal.to_json())
        self._open.pop(key, None)
        counts = proposal.counts()
        card = self.card(key)
        assert card is not None
        self.put_card(key, replace(card, stand=READY, uitleg="", vragen=counts["vragen"], feiten=counts["feiten"]))

    def case(self, key: str) -> Case | None:
        """The proposal, once it was read; None when there is none."""
        card = self.card(key)
        known = self._open.get(key)
        if card is None or known is None or known.stamp != _stamped(known.folder / PROPOSAL):
            self._open.pop(key, None)
            known = self._opened(key, card) if card else None
        if card is None or known is None:
            return None
        known.card = card
        self._open[key] = known
        self._open.move_to_end(key)
        if len(self._open) > OPEN:
            self._open.popitem(last=False)
        known.ledger.refresh()
        return known

    def _opened(self, key: str, card: Card) -> Case | None:
        folder = self._folder / key
        stamp = _stamped(folder / PROPOSAL)
        try:
            proposal = from_json((folder / PROPOSAL).read_bytes(), PROPOSAL)
            said = orjson.loads((folder / TEXTS).read_bytes())
        except (OSError, ValueError, BadProposal):
            return None
        steps = Ledger(folder / ledger.NAME)
        text = said["teksten"], said["plaatsen"], said["namen"]
        return Case(key, folder, card, proposal, *text, steps, Turn(folder / TURN), stamp)

    def throw_away(self, key: str) -> None:
        if ID.fullmatch(key):
            self._open.pop(key, None)
            shutil.rmtree(self._folder / key, ignore_errors=True)


def _stamped(path: Path) -> Stamp:
    """A file that is written anew is another one."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def names_in(proposal: Proposal, names: Names) -> dict[str, str]:
    """What the ids that a proposal holds are called."""
    found = {key: names.name(key) for key in set(THING.findall(proposal.to_json().decode()))}
    return {key: name for key, name in found.items() if name != key}
