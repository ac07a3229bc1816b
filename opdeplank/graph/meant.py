"""What somebody means by what they typed where an id goes: the id itself, or a name that fits one thing.

Names go by the same rules as in documents (`loaders.names.naming`). Nothing is guessed: when a name fits several things
or none, the answer is a list with ids.
"""

import re
from collections.abc import Iterable, Sequence

from graph.contents import existing
from graph.contents.existing import Loaded
from graph.domain.provenance import MODEL
from graph.dutch.phrasing import count, upper_first
from graph.engine.store import Store
from graph.search import find
from loaders.names import naming
from loaders.names.naming import Names
from opdeplank.graph.filling import refuse_empty
from opdeplank.terminal.refused import Refused
from opdeplank.terminal.shelf_text import table

ID = re.compile(r"[a-z]+:\S+")
LOAD = re.compile(r"lading:\S+")
KINDS = tuple(node.name for node in MODEL.entities)
SHOWN = 5
LATEST = 5
WHO = ("Persoon", "Gemeente", "Departement", "Organisatie")
MOST_WORDS = 5


async def thing(store: Store, given: str) -> str:
    """The id of a thing or a fact. Raises Refused with what it may have been."""
    text = given.strip()
    if ID.fullmatch(text):
        return text
    await refuse_empty(store)
    names = await naming.known(store.rows, MODEL)
    found = names.resolve(text, KINDS)
    if len(found) == 1:
        return found[0]
    if found:
        several = f"{upper_first(count(len(found)))} dingen heten {text}. Noem de id:"
        raise Refused("\n".join([several, *lines(names, found)]))
    near = await like(store, names, text)
    if near:
        raise Refused(
            "\n".join([f"'{text}' ken ik niet. Bedoel je een van deze? Noem dan de id:", *lines(names, near)])
        )
    raise Refused(f"'{text}' ken ik niet. Zoek met andere woorden: opdeplank zoek TEKST")


async def called(store: Store, names: Names, text: str) -> list[str]:
    """Ids for a text that may be a name: what is called so, and people and bodies whose name has a word of it."""
    if len(text.split()) > MOST_WORDS:
        return []
    begun = [found.id for found in await find.suggest(store, text, WHO, SHOWN)]
    people = [found.id for found in names.similar_people(text)]
    return [*dict.fromkeys([*names.resolve(text, KINDS), *begun, *people])][:SHOWN]


async def like(store: Store, names: Names, text: str, kinds: Sequence[str] = KINDS, most: int = SHOWN) -> list[str]:
    """Ids of things with a name that begins so, or has a word that does; else of those with nearly these letters."""
    begun = [found.id for found in await find.suggest(store, text, kinds, most)]
    return begun or [found.id for found in names.suggest(text, kinds, most)]


def lines(names: Names, ids: Iterable[str]) -> list[str]:
    """`  persoon:toke-tom  Toke Tom, themadirecteur bij Utrecht`"""
    return table({key: shown(names, key) for key in ids})


def shown(names: Names, key: str) -> str:
    held = [f"{function} bij {where}" for function, where in names.held_by(key)]
    ended = ["bestaat niet meer"] if names.ended(key) else []
    return ", ".join([names.name(key), *held, *ended])


async def load(store: Store, given: str) -> str:
    """The id of a load, from itself or from the name of a document that came with it."""
    text = given.strip()
    if LOAD.fullmatch(text):
        return text
    found = await existing.loads(store.rows, LATEST, text)
    if len(found) == 1:
        return found[0].id
    if found:
        raise Refused("\n".join([f"'{text}' is meer dan één keer geladen. Noem de id:", *_loads(found)]))
    latest = await existing.loads(store.rows, LATEST)
    if not latest:
        await refuse_empty(store)
        raise Refused(f"Een lading '{text}' ken ik niet. Er is niets dat terug kan.")
    raise Refused("\n".join([f"Een lading '{text}' ken ik niet. Dit zijn de laatste:", *_loads(latest)]))


def _loads(found: Iterable[Loaded]) -> list[str]:
    return [f"  {each.id}  {each.op[:16].replace('T', ' ')} door {each.door}: {each.bestanden}" for each in found]
