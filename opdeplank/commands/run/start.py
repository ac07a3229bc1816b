"""`opdeplank start`: one process that has the graph and answers questions about it; or several, with a parent that lays
the graph ready and looks after them (`opdeplank.processes.crew`)."""

import asyncio
import socket
import sys
from argparse import SUPPRESS, ArgumentParser
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext, suppress
from functools import partial

from graph.dutch.phrasing import some
from graph.engine.store import Store
from graph.errors import GraphError
from graph.resources import Kept, Resources
from graph.upkeep import constraints, counts
from opdeplank import VERSIE, foreman, serving
from opdeplank.copies.schedule import kept_up
from opdeplank.display.examples import EXAMPLES
from opdeplank.door.inside import ajar
from opdeplank.graph import filling
from opdeplank.graph.database import hurry, outgrown, own_graph, prepare
from opdeplank.graph.filling import Filled, Filling, Wish
from opdeplank.graph.freshness import Freshness
from opdeplank.graph.meaning import put_beside
from opdeplank.graph.question_counter import Counting
from opdeplank.graph.soundness import looked_after
from opdeplank.lookout import Lookout
from opdeplank.privacy.obeying import obey
from opdeplank.processes.crew import Told
from opdeplank.processes.member import Member
from opdeplank.settings.shipped import SEEDS, typed
from opdeplank.settings.table import Settings
from opdeplank.terminal.call import DONE, FAILED, Call

PATIENCE = 5.0
"""Seconds. The vectors of some thousands of things are found in that time; of more, the answers say that they are not
there yet."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--alleen-vullen",
        action="store_true",
        help="zet de graaf klaar, laad de begingegevens als ze er nog niet zijn, en stop",
    )
    parser.add_argument(
        "--begingegevens",
        action="store_true",
        help="laad ze ook als er andere begingegevens in de graaf staan, of als ze zijn teruggedraaid",
    )
    parser.add_argument("--lid", type=Member.read, help=SUPPRESS)  # how a parent starts each of its processes


def run(call: Call) -> int:
    if call.args.alleen_vullen:
        return asyncio.run(_fill(call))
    if call.args.lid:
        return _member(call, call.args.lid)
    if call.settings.processen > 1:
        return _together(call)
    with serving.bind(call.settings) as listening, asyncio.Runner(loop_factory=serving.new_event_loop) as runner:
        with suppress(asyncio.CancelledError):  # told to stop before it listened
            return runner.run(_serve(call, listening))
        return DONE


def _wish(call: Call) -> Wish:
    return Wish(call.settings.begingegevens, call.args.begingegevens)


async def _serve(call: Call, listening: socket.socket) -> int:
    serving.end_when_told()
    async with own_graph(call.settings) as store:
        if not await _lacks_seeds(call, store):
            return await _listen(call, store, listening)
        own = not await counts.is_empty(store)
    outcome = await _fill_apart(call)
    if outcome != DONE and not own:  # what somebody loaded is worth serving without the seeds
        return outcome
    async with own_graph(call.settings) as store:
        return await _listen(call, store, listening)


async def _lacks_seeds(call: Call, store: Store) -> bool:
    """Bring the graph to this version; whether it should be filled after that."""
    await prepare(store)
    await obey(store, call.settings.data)
    return _wish(call).loads(await filling.standing(store))


def _together(call: Call) -> int:
    """The parent of several processes: what is done once at a start it does before they begin."""
    foreman.refuse_impossible(call.settings)
    with serving.bind(call.settings) as listening, asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        with suppress(asyncio.CancelledError):  # told to stop before any of them listened
            return runner.run(_begin_together(call, listening))
        return DONE


async def _begin_together(call: Call, listening: socket.socket) -> int:
    serving.end_when_told()
    async with own_graph(call.settings) as store:
        lacks, own = await _lacks_seeds(call, store), not await counts.is_empty(store)
    outcome = await _fill_apart(call) if lacks else DONE
    if outcome != DONE and not own:
        return outcome
    words = ("--json",) if call.json else ()
    async with kept_up(call.settings):
        return await foreman.serve(call.settings, listening, words, partial(_announce, call))


def _member(call: Call, member: Member) -> int:
    with member.bound() as listening, asyncio.Runner(loop_factory=serving.new_event_loop) as runner:
        with suppress(asyncio.CancelledError):
            return runner.run(_serve_as(member, call, listening))
        return DONE


async def _serve_as(member: Member, call: Call, listening: socket.socket) -> int:
    serving.end_when_told()
    member.end_with_parent()
    member.beat()
    async with own_graph(call.settings) as store:
        return await _listen(call, store, listening, member)


async def _listen(call: Call, store: Store, listening: socket.socket, member: Member | None = None) -> int:
    size = await counts.count(store, "Entiteit")
    left = filling.SAID.get(await filling.standing(store))
    from opdeplank.app import app  # strawberry takes a while to import; a refusal above need not wait for it

    async with put_beside(store, call.settings) as (beside, notice), AsyncExitStack() as stack:
        counting = Counting(store, beside) if call.settings.vragen_bewaren else None
        resources = Resources(beside, counting.hear if counting else None, Kept())
        fresh = Freshness(store, beside, member.moments() if member else None)
        lookout = Lookout(call.settings, store, fresh, beside, member.number if member else None)
        stack.enter_context(lookout.manned())
        made = app(store, call.settings, resources, fresh, lookout.watchers)
        told = {"database": store.engine, "entiteiten": size, "let_op": _notices(store, size, left, notice)}
        ready = partial(member.ready if member else partial(_announce, call), told)
        service = serving.Service(made, call.settings, ready, made.state.following.stop)
        lookout.connections = service.connections
        # for what is known of meaning already one waits a moment: so the first answer is as good as any later one
        beside.start()
        await beside.first(PATIENCE)
        async with (
            _in_the_background(store, call.settings, resources, counting),
            ajar(store.embedded, fresh.renew),
            nullcontext() if member else kept_up(call.settings),
            looked_after(store),
        ):
            hurry(store, call.settings)
            await service.serve(sockets=[listening])
        await made.state.following.end()
        await fresh.end()
    return DONE


@asynccontextmanager
async def _in_the_background(
    store: Store, settings: Settings, resources: Resources, counting: Counting | None
) -> AsyncIterator[None]:  # fmt: skip
    """What the first visitor should not wait for, and counting what nothing answers."""
    if counting:
        await counting.start()
    ready = asyncio.create_task(_ask_once(store, settings, resources))
    try:
        yield
    finally:
        ready.cancel()
        if counting:
            await counting.stop()


async def _ask_once(store: Store, settings: Settings, resources: Resources) -> None:
    from opdeplank.graphql.rehearsal import ask_all  # strawberry takes a while to import

    with suppress(GraphError):  # it only saves the first visitor some time
        await constraints.resample(store)
        await ask_all(store, settings, resources)
    serving.settle()


async def _fill_apart(call: Call) -> int:
    """Fill the graph in a process of its own: the memory that loading took would stay with the service for good."""
    words = [sys.executable, "-m", "opdeplank", "start", "--alleen-vullen"]
    words += ["--begingegevens"] if call.args.begingegevens else []
    words += ["--json"] if call.json else []
    # A session of its own: Ctrl-C comes to us alone, and one of us says so.
    process = await asyncio.create_subprocess_exec(*words, stdout=asyncio.subprocess.PIPE, start_new_session=True)
    try:
        told, _ = await process.communicate()
    except BaseException:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()  # until then it has the data folder
        raise
    if process.returncode:
        print(told.decode(), end="", flush=True)  # what it refused, it said on stderr already
        return FAILED
    return DONE


async def _fill(call: Call) -> int:
    async with own_graph(call.settings, roomy=True) as store:
        await prepare(store)
        await obey(store, call.settings.data)
        done = await filling.fill(store, _wish(call))
        size = await counts.count(store, "Entiteit")
        left = filling.SAID.get(await filling.standing(store))
    value = {"gevuld": done.what is Filled.NOW, "entiteiten": size, "vragen": done.waiting, "let_op": left}
    call.answer(value, "\n".join(_filled(done, size, left)))
    return DONE


def _filled(done: Filling, size: int, left: str | None) -> list[str]:
    lines = [f"De graaf {done.what.value}: {some(size, 'ding', 'dingen')}."]
    if done.waiting:
        questions = some(done.waiting, "feit wacht", "feiten wachten")
        lines += [f"{questions} op een besluit. Dat neem je met: opdeplank lees {typed(SEEDS)} --uit voorstel"]
    return [*lines, *([left] if left else [])]


def _notices(store: Store, size: int, *notices: str | None) -> list[str]:
    return [each for each in (outgrown(store.engine, size), *notices) if each]


def _announce(call: Call, told: Told) -> None:
    """Say that the service stands ready: `told` is its database, how much there is, and what one should know."""
    host, size, notices = call.settings.host, told["entiteiten"], told["let_op"]
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host  # noqa: S104
    address = f"http://{shown}:{call.settings.poort}"
    value = {
        "adres": address, "versie": VERSIE, "database": told["database"], "entiteiten": size,
        "let_op": " ".join(notices) or None,
    }  # fmt: skip
    call.answer(value, "\n".join(_welcome(address, size, notices)))


def _welcome(address: str, size: int, notices: list[str]) -> list[str]:
    lines = [
        f"Op de Plank {VERSIE} staat klaar. In de graaf: {some(size, 'ding', 'dingen')}.",
        "",
        f"  Startpagina   {address}/",
        f"  GraphiQL      {address}/graphiql",
        f"  GraphQL       {address}/graphql",
        f"  Schema        {address}/schema.graphql",
    ]
    for notice in notices:
        lines += ["", notice]
    for number, example in enumerate(EXAMPLES, start=1):
        lines += ["", f"Vraag {number}: {example.title}", f"  {address}{example.path}", ""]
        lines += [f"    {line}" for line in example.query.splitlines()]
    return [*lines, "", "Stop met Ctrl-C."]
