"""Which pieces of a thing get a vector of their own. Pure functions.

One vector for everything blurs: a thing goes by many names, and a question resembles one of them. So the title with the
description is one piece, and the other names are divided over a few more.
"""

from collections.abc import Iterator, Sequence

GROUPS, WORDINGS = 4, 20
MOST = GROUPS + 1 + WORDINGS


def parts(
    naam: str, omschrijving: str | None, synoniemen: Sequence[str], zinnen: Sequence[str] = ()
) -> tuple[str, ...]:  # fmt: skip
    """At most MOST pieces of text, the first of which describes the thing as a whole.

    `zinnen` are whole ways to say it: each is a piece of its own, since a question resembles one of them.
    """
    body = (omschrijving or "").strip()
    first = naam if body.rstrip(".").casefold() in ("", naam.casefold()) else f"{naam}. {body}"
    return (first, *(". ".join(group) for group in _divided(synoniemen)), *zinnen[:WORDINGS])


def _divided(names: Sequence[str]) -> Iterator[Sequence[str]]:
    many = min(GROUPS, len(names))
    for i in range(many):
        yield names[i * len(names) // many : (i + 1) * len(names) // many]
