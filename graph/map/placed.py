"""Where on the map a question lies, and whether what was found is an answer to it."""

from collections.abc import Sequence

from graph.engine.store import Store
from graph.map import verdict
from graph.map.placing import Plek, places
from graph.map.understanding import Sought
from graph.meaning.index import Beside


async def placed(
    store: Store, beside: Beside | None, text: str, sought: Sought, statussen: Sequence[str]
) -> tuple[Sought, Plek | None]:  # fmt: skip
    """What was found, without the hits when those are no answer, and the subject that the question is about.

    Who gives the name of a subject asks about that, whatever else is near; when something lies on the shelf under it,
    that is an answer.
    """
    called = beside.called.place(text) if beside else None
    near = dict.fromkeys([m.id for m in sought.onderwerpen] + ([called] if called else []))
    plekken = await places(store, list(near), statussen)
    itself = plekken.get(called or "")
    certain = itself is not None and itself.oplossingen > 0
    if sought.tekens is not None and not certain and not verdict.answers(sought.tekens, plekken):
        sought = sought.without_hits()
    return sought, itself or verdict.subject(sought.onderwerpen, plekken)
