"""What a caller prefers: Accept and Accept-Encoding with their weights (RFC 9110, 12.4.2, 12.5.1 and 12.5.3).

    best("text/turtle;q=0.2, text/html;q=0.9", (HTML, TURTLE)) ──> HTML

Of the ranges that a media type falls under, the most exact one says its weight. Equal weights go to what the caller
names first, and under one range to what we offer first. Written here: the packages that do this were last released
years ago, or are a whole framework.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

GZIP, IDENTITY = "gzip", "identity"
WEIGHT = re.compile(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?")
MOST = 50
"""Members of a header that are looked at; nobody has more preferences than that."""
REMEMBERED = 500
"""Characters of a header that are worth remembering its outcome for."""
EXACT, WITH_PARAMETERS, KIND, ANY = 3, 2, 1, 0


def best(accept: str, offers: Sequence[str]) -> str | None:
    """The media type to answer with; the first offer when nothing was said, None when none of them will do."""
    if not accept.strip():
        return offers[0]
    return (_best if len(accept) <= REMEMBERED else _best.__wrapped__)(accept, offers)


@lru_cache(256)
def _best(accept: str, offers: Sequence[str]) -> str | None:
    ranges = list(_ranges(accept))
    found = [(weight, -place, -i) for i, offer in enumerate(offers) for weight, place in [_weighed(offer, ranges)]]
    weight, _, chosen = max(found)
    return offers[-chosen] if weight > 0 else None


def refused(accept: str, offer: str) -> bool:
    """Whether the caller says that it will not have this media type."""
    matching = [(exact, weight) for _, exact, weight in _matching(offer, list(_ranges(accept)))]
    return bool(matching) and max(matching)[1] == 0


def _weighed(offer: str, ranges: Sequence[tuple[str, bool, float]]) -> tuple[float, int]:
    """The weight of an offer and the place of the range that gives it."""
    found = [(exact, -place, weight) for place, exact, weight in _matching(offer, ranges)]
    if not found:
        return 0.0, len(ranges)
    _, place, weight = max(found)
    return weight, -place


def _matching(offer: str, ranges: Sequence[tuple[str, bool, float]]) -> Iterator[tuple[int, int, float]]:
    kind = offer.partition("/")[0]
    for place, (name, with_parameters, weight) in enumerate(ranges):
        if name == offer:
            yield place, WITH_PARAMETERS if with_parameters else EXACT, weight
        elif name == f"{kind}/*":
            yield place, KIND, weight
        elif name == "*/*":
            yield place, ANY, weight


def _ranges(accept: str) -> Iterator[tuple[str, bool, float]]:
    """Each media range with whether it has parameters of its own, and its weight.

    What we offer has no parameters but `charset=utf-8`. A range with others is served as what comes nearest; one that
    is refused says nothing about what we offer.
    """
    for name, parameters, weight in _members(accept):
        narrow = any(p != "charset=utf-8" for p in parameters)
        if weight or not narrow:
            yield name, narrow, weight


def encoding(accept_encoding: str | None) -> str | None:
    """gzip or identity, or None when neither will do. `None` in: nothing was said, and then nothing is packed."""
    if accept_encoding is None:
        return IDENTITY
    return (_encoding if len(accept_encoding) <= REMEMBERED else _encoding.__wrapped__)(accept_encoding)


@lru_cache(256)
def _encoding(accept_encoding: str) -> str | None:
    said = {name.removeprefix("x-"): weight for name, _, weight in _members(accept_encoding)}
    rest = said.get("*")
    gzip = said.get(GZIP, rest or 0.0)
    plain = said.get(IDENTITY, 0.0 if rest == 0 else None)
    if gzip and gzip >= (plain or 0.0):
        return GZIP
    return None if plain == 0 else IDENTITY


def _members(header: str) -> Iterator[tuple[str, list[str], float]]:
    """`a/b;c=d;q=0.5` -> name, parameters and weight; a member with a weight that is none is passed over."""
    for member in header.split(",", MOST)[:MOST]:
        name, *rest = [part.strip().lower() for part in member.split(";")]
        pairs = [part.partition("=") for part in rest if part]
        parameters = [(key.strip(), value.strip().strip('"')) for key, _, value in pairs]
        weights = [value for key, value in parameters if key == "q"]
        if name and all(WEIGHT.fullmatch(weight) for weight in weights):
            others = [f"{key}={value}" for key, value in parameters if key != "q"]
            yield name, others, float(weights[0]) if weights else 1.0
