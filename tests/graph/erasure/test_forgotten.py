"""What is known of who was forgotten: hashes, with which a text can be cleaned and nobody can be named."""

import pytest

from graph.engine.store import Store
from graph.erasure.forgotten import NOBODY, Forgotten, forgotten, key_of, marks_of, nameless, noted, of_graph, put

KEY = bytes(range(32))
WHO = "persoon:zoe-van-quast"
AWAY = forgotten(KEY, marks_of(KEY, [WHO], ["Zoë van Quast"], alone=True))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Met Zoë van Quast erbij", f"Met {NOBODY} erbij"),
        ("ZOE\u00a0VAN\nQUAST.", f"{NOBODY}."),
        ("Zoe\u0308 van Quast", NOBODY),
        ("Quast, Zoë van: voorzitter", f"{NOBODY}: voorzitter"),
        ("Z. van Quast en mevrouw Van Quast", f"{NOBODY} en {NOBODY}"),
        ("zoe-van-quast.pdf", f"{NOBODY}.pdf"),
        ("Zoë en Van Quast", "Zoë en Van Quast"),
        ("Zoë van Quasten", "Zoë van Quasten"),
        ("Quast is een dorp", "Quast is een dorp"),
        ("mailto:zoe.van.quast@a.test", f"mailto:{NOBODY}@a.test"),
        ('["Zoë van","Quast"]', '["Zoë van","Quast"]'),
        ("", ""),
    ],
)
def test_a_name_goes_and_what_stands_around_it_stays(text: str, left: str) -> None:
    assert AWAY.redacted(text) == left


def test_an_id_becomes_one_that_says_nothing_with_the_function_behind_it() -> None:
    found = AWAY.redacted(f"{WHO} (functie wethouder, van 2019)")
    assert found == nameless(KEY, WHO)
    assert "quast" not in found
    for other in ("persoon:zoe-van-quast-2", "oplossing:loket-van-zoe-van-quast"):
        assert AWAY.redacted(other) == other


def test_a_value_is_somebody_only_as_a_whole() -> None:
    assert AWAY.is_one("Zoë van Quast")
    assert AWAY.is_one(WHO)
    for other in ("Zoë van Quast, wethouder", "persoon:anna", 7, None, ["Zoë van Quast"]):
        assert not AWAY.is_one(other)


def test_without_the_key_nobody_can_try_names() -> None:
    assert not set(AWAY.marks) & set(marks_of(bytes(32), [WHO], ["Zoë van Quast"], alone=True))
    assert "quast" not in "".join(AWAY.marks)


def test_a_name_of_one_word_is_anybodys() -> None:
    alone = forgotten(KEY, marks_of(KEY, ["persoon:ali"], ["Ali"], alone=True))
    assert alone.redacted("Ali was er, persoon:ali ook") == f"Ali was er, {nameless(KEY, 'persoon:ali')} ook"


def test_nobody_forgotten_changes_nothing() -> None:
    assert Forgotten().redacted("Zoë van Quast") == "Zoë van Quast"
    assert not Forgotten().is_one("Zoë van Quast")


@pytest.mark.anyio
async def test_the_graph_keeps_the_hashes_and_their_key(store: Store) -> None:
    assert await of_graph(store.rows) == Forgotten()
    key = await store.write(lambda run: key_of(run, KEY))
    assert key == KEY
    assert await store.write(key_of) == KEY, "it stays what it is"
    await store.write(lambda run: put(run, "vergeten:1", sorted(AWAY.marks), "2026-11-30"))
    assert await of_graph(store.rows) == AWAY
    assert await noted(store.rows) == {"vergeten:1"}
