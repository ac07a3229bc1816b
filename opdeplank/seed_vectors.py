"""Writes the vectors of the seeds, which lie beside them: `python -m opdeplank.seed_vectors` (`make vectoren`).

They are what the model makes of the texts in `seeds/`. Making them takes a minute, and without them a new graph would
be asked by words alone for that minute. What the file holds already is not made again.
"""

import asyncio
import tempfile
from pathlib import Path

from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.meaning import index
from graph.meaning.encoder import E5
from graph.upkeep.constraints import ensure
from loaders.load import seeds
from opdeplank.graph.meaning import learn
from opdeplank.settings.shipped import SEEDS


async def write(store: Store, folder: Path) -> Path:
    """Of the seeds in a graph that holds nothing else; the file is written into `folder`."""
    model = E5()
    path = folder / index.file_name(model.name)
    found = index.with_model(store, None, model, given=[folder])
    try:
        await learn(found)
        found.write(path)
    finally:
        found.close()
    return path


async def _main() -> None:
    with tempfile.TemporaryDirectory() as data, Embedded(Path(data)) as engine:
        async with await Store.open_embedded(engine) as store:
            await ensure(store, MODEL)
            await seeds.load(store, MODEL, SEEDS)
            path = await write(store, SEEDS)
    print(f"{path.relative_to(SEEDS.parent)}: {path.stat().st_size} bytes")  # noqa: T201


if __name__ == "__main__":
    asyncio.run(_main())
