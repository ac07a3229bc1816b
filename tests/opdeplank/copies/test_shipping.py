"""A trail laid together is the copy that would be made now, byte for byte, whatever was done in between."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Run, Store
from loaders.curate.forget import forget
from loaders.curate.merge_things import merge
from loaders.load.undo import undo
from opdeplank.copies import trail
from opdeplank.copies.shipping import Shipped, Shipping
from opdeplank.copies.taking import Taking
from opdeplank.graph.database import prepare
from opdeplank.terminal.refused import Refused
from tests.loaders.papers import LIST, SOLUTION, base, load, write

pytestmark = pytest.mark.anyio
ONE = "feiten: [{soort: gemeente, code: GM9001, naam: Waterdam, inwoners: 1200}]"
TWO = "feiten: [{soort: gemeente, code: GM9009, naam: Aalten}]"


class Followed:
    """A graph with a trail, and what both make of it."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder, self.trail = store, folder, folder / "spoor"
        self.shipping = Shipping(store, MODEL, self.trail)
        self._made = 0

    async def shipped(self) -> Shipped:
        """A step that has something to ship; laid together it is what would be copied now."""
        found = await self.shipping.step()
        assert found is not None
        assert await self.shipping.step() is None, "and then there is nothing more"
        self._made += 1
        own, theirs = (self.folder / f"{name}-{self._made}.gz" for name in ("eigen", "bewaard"))
        trail.brought_up(self.trail, MODEL, own)
        await Taking(self.store, MODEL, theirs).take()
        assert own.read_bytes() == theirs.read_bytes()
        return found


@pytest.fixture
async def followed(store: Store, tmp_path: Path) -> Followed:
    await prepare(store)
    await base(store, tmp_path)
    return Followed(store, tmp_path)


async def test_what_is_written_is_in_a_piece_and_what_cannot_be_told_begins_anew(followed: Followed) -> None:
    store, folder = followed.store, followed.folder
    assert (await followed.shipped()).whole
    bon = await load(store, write(folder, oplossing_yaml=SOLUTION, leden_txt=LIST))
    assert not (await followed.shipped()).whole
    await load(store, write(folder, een_yaml=ONE))
    await load(store, write(folder, twee_yaml=TWO))
    found = await followed.shipped()
    assert (found.whole, found.version) == (False, bon.graafversie + 2)

    async def count(run: Run) -> None:
        await run("CREATE (:Vraag {id: 'vraag:x', aantal: 1})")

    await store.write(count)  # of which no version tells
    assert not (await followed.shipped()).whole

    before = {*followed.trail.iterdir()}
    await merge(store, MODEL, ["organisatie:koepel", "organisatie:raad-van-wijzen"], "test")
    await forget(store, MODEL, "persoon:ria-de-wit")
    assert (await followed.shipped()).whole
    assert not before & {*followed.trail.iterdir()}, "who was forgotten stands nowhere any more"
    bon = await load(store, write(folder, drie_yaml=TWO.replace("Aalten", "Zeewater").replace("9009", "9010")))
    await followed.shipped()
    await undo(store, MODEL, bon.lading)
    assert (await followed.shipped()).whole


async def test_a_trail_that_has_outgrown_its_whole_begins_anew(
    followed: Followed, monkeypatch: pytest.MonkeyPatch
) -> None:
    await followed.shipped()
    monkeypatch.setattr(Shipping, "_overgrown", lambda self: True)
    await load(followed.store, write(followed.folder, een_yaml=ONE))
    assert (await followed.shipped()).whole
    assert len([*followed.trail.iterdir()]) == 1


def lose(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def change(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(("harm", "said"), [(lose, "ontbreekt een stuk"), (cut, "niet heel"), (change, "niet heel")])
async def test_a_trail_that_is_not_whole_is_refused(
    followed: Followed, harm: Callable[[Path], None], said: str
) -> None:
    await followed.shipped()
    for number, text in enumerate((ONE, TWO)):
        await load(followed.store, write(followed.folder, **{f"stuk{number}_yaml": text}))
        await followed.shipped()
    first, _ = trail.pieces(followed.trail)
    harm(first)
    target = followed.folder / "kopie.gz"
    with pytest.raises(Refused, match=said):
        trail.brought_up(followed.trail, MODEL, target)
    assert not target.exists()


def test_a_folder_without_a_trail_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="geen spoor"):
        trail.brought_up(tmp_path, MODEL, tmp_path / "kopie.gz")
