"""The parent of a service on several processes, by its settings: when there can be several, and what they share."""

import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from opdeplank.lookout import shown
from opdeplank.processes import write_board
from opdeplank.processes.crew import Crew, NeverServed, Told
from opdeplank.settings.setting import SettingError
from opdeplank.settings.table import Settings
from opdeplank.terminal.call import DONE
from opdeplank.terminal.refused import Refused
from opdeplank.watching.log_lines import LogLines
from opdeplank.watching.shared_figures import SummedFigures

ONE_HOLDS_IT = (
    "OPDEPLANK_PROCESSEN: '{processes}' kan niet. Toegestaan is 1 bij de ingebouwde graaf: één proces houdt de "
    "gegevensmap vast. Zet OPDEPLANK_NEO4J_URI op het adres van een Neo4j, of OPDEPLANK_PROCESSEN op 1."
)
NOT_ON_WINDOWS = "OPDEPLANK_PROCESSEN: '{processes}' kan niet. Toegestaan is 1 op Windows."
KILLED = (
    "Proces {number} van de dienst werd gestopt voordat het luisterde (signaal {signal}). Kijk of er genoeg geheugen "
    "is, of zet OPDEPLANK_PROCESSEN lager."
)


def refuse_impossible(settings: Settings) -> None:
    """Raises SettingError where there can be one process and no more."""
    if not settings.neo4j_uri:
        raise SettingError(ONE_HOLDS_IT.format(processes=settings.processen))
    if sys.platform == "win32":
        raise SettingError(NOT_ON_WINDOWS.format(processes=settings.processen))


async def serve(
    settings: Settings, listening: socket.socket, words: Sequence[str], announce: Callable[[Told], None]
) -> int:  # fmt: skip
    """Until somebody stops the service; the outcome of the first one when that never served, which it said itself.
    `words` are for its first start. Raises Refused."""
    with ExitStack() as stack:
        crew = _crew(settings, listening, words, stack)
        try:
            await crew.serve(announce)
        except NeverServed as error:
            if error.code < 0:
                raise Refused(KILLED.format(number=error.number, signal=-error.code)) from error
            return error.code
    return DONE


def _crew(settings: Settings, listening: socket.socket, words: Sequence[str], stack: ExitStack) -> Crew:
    """With what its processes share, and with their numbers where the settings say; `stack` ends that."""
    board = stack.enter_context(TemporaryFile())  # noqa: SIM115  # the stack closes it
    board.truncate(write_board.size(settings.processen))
    crew = Crew(settings.processen, listening.fileno(), board.fileno(), words)
    if settings.logboek == "verzoeken":
        LogLines().install()
    if settings.metingen_poort:
        folder = stack.enter_context(TemporaryDirectory(prefix="opdeplank-metingen-"))
        figures = SummedFigures(Path(folder), crew.pids)
        crew.environ, crew.left = figures.environ, figures.left
        stack.callback(shown(figures.serve, settings))
    return crew
