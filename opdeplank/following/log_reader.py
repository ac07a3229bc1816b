"""The one reader of the database for all streams of this process.

    the ends of both series ──every quarter of a second, while somebody follows──> is there more?
    the changes after a place ──once per place where followers stand──> who wants which
    the answers ──once per kind of stream (`Follower.likeness`)──> their queues

Places are without gaps, so a hole means that a transaction is only partly visible yet: what lies behind it waits. Who
comes back is read for in pieces, one place of the past at a time, so that many who return at once do not keep those
waiting who have everything.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence

from graph.contents import change_log
from graph.contents.change_log import Logged
from graph.engine.store import Store
from graph.errors import GraphError, StoreUnavailable
from opdeplank.following.follower import Event, Follower
from opdeplank.privacy.processing_log import ProcessingLog
from schema.execute.execution import Executor, Request

log = logging.getLogger("opdeplank")
EVERY = 0.25
PIECE = 100
"""Changes that are read at a time: what one question for things by id may name."""
PASTS = 4
"""Places of the past that are read for in one round."""
AWAY = 503
STREAM = "stroom"
"""What a stream is called where it is noted what was shown of people."""
LONGEST_PAST = 10_000
"""Who is further behind reads the closed pages first."""


class Gone(Exception):
    """The place to go on from is not there: too long ago, or of a graph that was put back to an older copy."""


class LogReader:
    """`executor` gives the route by which changes are read; what those show of people is noted in `shown`."""

    def __init__(
        self, store: Store, executor: Callable[[], Awaitable[Executor]], shown: ProcessingLog | None = None
    ) -> None:
        self._store, self._executor, self._shown = store, executor, shown
        self.followers: set[Follower] = set()
        self._task: asyncio.Task[None] | None = None
        self.stopped = False

    def __len__(self) -> int:
        return len(self.followers)

    async def start(self, follower: Follower, since: int | None) -> None:
        """Follow from a place on, or from now. Raises Gone, and GraphError when the database is away."""
        end = (await change_log.ends(self._store.rows)).of(follower.inside)
        if since is not None and not max(0, end - LONGEST_PAST) <= since <= end:
            raise Gone
        follower.place = end if since is None else since
        follower.reached = follower.place == end
        if self.stopped:
            follower.end()
            return
        self.followers.add(follower)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._read())

    def leave(self, follower: Follower) -> None:
        self.followers.discard(follower)

    def stop(self) -> None:
        """End every stream: the service stops."""
        self.stopped = True
        for follower in self.followers:
            follower.end()

    async def end(self) -> None:
        """Stop, and be done with the database."""
        self.stop()
        if self._task is not None:
            await self._task

    async def _read(self) -> None:
        while self.followers and not self.stopped:
            try:
                await self._round()
            except GraphError as error:  # it comes back, and then they get what they missed
                log.warning("stromen: %s", error)
            except Exception:
                log.exception("stromen: onverwachte fout")
                for follower in self.followers:
                    follower.end()
            await asyncio.sleep(EVERY)

    async def _round(self) -> None:
        ends = await change_log.ends(self._store.rows)
        groups: dict[tuple[bool, int], list[Follower]] = defaultdict(list)
        for follower in self.followers:
            if follower.place > ends.of(follower.inside):  # the graph was put back to an older copy
                follower.end()
            elif follower.place < ends.of(follower.inside) and not follower.ended:
                groups[follower.inside, follower.place].append(follower)
        heads = {max(places) for inside in (True, False) if (places := [key for key in groups if key[0] is inside])}
        pasts = sorted((key for key in groups if key not in heads), key=lambda key: key[1])[:PASTS]
        for inside, place in [*heads, *pasts]:
            await self._feed(groups[inside, place], inside, place, ends.of(inside))

    async def _feed(self, followers: Sequence[Follower], inside: bool, place: int, end: int) -> None:
        """Give those who stand at a place what follows it."""
        until = min(end, place + PIECE)
        changes = _unbroken(await change_log.between(self._store.rows, place, until, inside), place, inside)
        if not changes:
            return
        alike: dict[object, list[Follower]] = defaultdict(list)
        for follower in followers:
            if follower.reached or follower.room >= PIECE:
                alike[follower.likeness].append(follower)
        for each in alike.values():
            await self._answer(each, changes, end)

    async def _answer(self, followers: Sequence[Follower], changes: Sequence[Logged], end: int) -> None:
        """`followers` are alike: each change that one of them wants is read once."""
        wanted = [change for change in changes if any(each.wants(change) for each in followers)]
        bodies = await self._bodies(followers, wanted)
        for follower in followers:
            if bodies is None:
                follower.end()
                continue
            found = [change for change in wanted if bodies.get(change.id) is not None and follower.wants(change)]
            follower.place = follower.place_of(changes[-1])
            follower.give([Event(follower.place_of(change), bodies[change.id] or b"") for change in found])
            follower.reached = follower.reached or follower.place == end

    async def _bodies(self, alike: Sequence[Follower], changes: Sequence[Logged]) -> dict[str, bytes | None] | None:
        """The answers by change; None when what is asked is not answered to these readers (any more)."""
        if not changes:
            return {}
        follower = alike[0]
        subscription, ids = follower.subscription, [change.id for change in changes]
        executor = await self._executor()
        request = Request(subscription.query, subscription.given(ids), viewer=follower.viewer, registered=True)
        reply = await executor.execute(request)
        if reply.status == AWAY:
            raise StoreUnavailable
        if not reply.executed:
            return None
        if self._shown is not None:
            for each in alike:
                self._shown.note(each.viewer, STREAM, subscription.query, reply.people)
        return dict(zip(ids, subscription.answers(reply.body, len(ids)), strict=True))


def _unbroken(changes: Sequence[Logged], place: int, inside: bool) -> list[Logged]:
    """The changes up to the first hole."""
    found = []
    for change in changes:
        place += 1
        if (change.place if inside else change.public) != place:
            break
        found.append(change)
    return found
