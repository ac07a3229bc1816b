"""Search and suggestions: statements written by hand, because full text is a procedure and not a pattern."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.cypher import fulltext
from graph.cypher.relevance import CLOSENESS, WHOLENESS, Match, matches, names, sought
from graph.cypher.sight import HOW_MANY
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.dutch.collation import fold
from graph.dutch.spelling import Word
from graph.dutch.words import LONGEST, MOST_WORDS, PREFIX, STOP, WORD, stem
from graph.engine.store import Store
from graph.search.wanted import Wanted

SOORTEN = (
    "Knelpunt", "Oplossing", "Traject", "Thema", "Gemeente", "Organisatie", "Departement", "Persoon", "Wet",
    "Beleidskader",
)  # fmt: skip
"""The labels one can search for; the order breaks ties in suggestions."""
OPENBAAR = ("GEPUBLICEERD",)
MOST_SUGGESTIONS, TYPED = 100, 200
"""How many are given at most, and how many of those with such a word in their name are looked at."""

MEASURED = 2 * fulltext.WINDOW
"""How many of what shares words with a question are measured. Of a shelf of some hundred that is all, for a letter too:
when more do, and none is an answer, everything is looked at once more."""


@dataclass(frozen=True)
class Suggestion:
    tekst: str
    soort: str
    id: str


@dataclass(frozen=True)
class Near:
    """What shares words with a question, and the version of the graph that was asked."""

    matches: list[Match]
    versie: int | None


def lucene(term: str, asked: Sequence[Word] = ()) -> str:
    """Ordinary Dutch text as a safe full-text query: `Wie helpt?` -> `helpt helpt*^0.1`.

    Only letters and digits get through, in lower case, so no operator or field name can. Any word may match; a long
    word also matches what begins with its stem, so that schulden finds schuldhulp. The other forms of the words in
    `asked` are looked for too. Nothing to look for gives "".
    """
    parts: dict[str, None] = {}
    for word in WORD.findall(unicodedata.normalize("NFC", term).lower()):
        plain = fold(word)
        if plain in STOP or (len(plain) < 2 and not plain.isdigit()):
            continue
        short = stem(plain)
        parts[word[:LONGEST]] = None
        if WORD.fullmatch(plain) and len(short) >= PREFIX:
            parts[f"{short[:LONGEST]}*^0.1"] = None
        if len(parts) >= 2 * MOST_WORDS:
            break
    if parts:
        forms = dict.fromkeys(s for word in asked for s in (*word.stems, *word.halves))
        parts |= dict.fromkeys(f"{s}*" if len(s) >= PREFIX else s for s in forms if not _sought(s, parts))
    return " ".join(parts)


def _sought(form: str, parts: Mapping[str, None]) -> bool:
    return form in parts or f"{form}*^0.1" in parts


async def near(
    store: Store, asked: Sequence[Word], text: str, soorten: Sequence[str], wanted: Wanted, every: bool = False
) -> Near:
    """The things of these kinds that share words with a question, closest first: those the full text finds best, or
    every one of them. One statement."""
    query = lucene(text, asked)
    if not query:
        return Near([], None)
    parameters: dict[str, Any] = {
        "term": query, "soorten": list(soorten), "statussen": list(wanted.statussen), "woorden": sought(asked),
        "stammen": names(asked), "nooit": list(wanted.nooit),
    }  # fmt: skip
    if wanted.strict and not every:
        parameters |= {
            "rijpheden": LEVELS if wanted.rijpheden is None else list(wanted.rijpheden),
            "bewijzen": PROOFS if wanted.bewijzen is None else list(wanted.bewijzen),
            "behalve": list(wanted.behalve),
        }
    row = await store.read(NEAR_ALL if every else NEAR_WANTED if wanted.strict else NEAR, parameters)
    assert row is not None
    return Near(matches(asked, row[0], row[1]), row[2])


async def suggest(
    store: Store,
    term: str,
    labels: Sequence[str] | None = None,
    eerste: int = 8,
    statussen: Sequence[str] = OPENBAAR,
) -> list[Suggestion]:
    """Names that begin with `term`, then names (also other ones) in which every word of it begins a word."""
    plain = fold(_sayable(term[: 4 * LONGEST]))[:LONGEST].strip()  # folding a letter may give many
    soorten = tuple(s for s in SOORTEN if labels is None or s in labels)
    wanted = WORD.findall(plain)
    if not wanted or not soorten or eerste < 1:
        return []
    most = min(eerste, MOST_SUGGESTIONS)
    parameters = {
        "begin": plain, "woorden": " AND ".join(map(_beginning, wanted)), "aantal": most, "soorten": list(soorten),
        "statussen": list(statussen), "venster": TYPED, "begint": [f"(.*[^a-z0-9])?{word}.*" for word in wanted],
    }  # fmt: skip
    row = await store.read(_suggest_text(soorten), parameters)
    assert row is not None
    rows = {r[0]: r for column in row for r in column if any(_begins(wanted, name) for name in (r[3], *(r[5] or ())))}
    best = sorted(rows.values(), key=lambda r: _suggestion_order(plain, r))
    return [Suggestion(naam, soort, key) for key, soort, naam, *_ in best[:most]]


def _sayable(text: str) -> str:
    """Without half characters, which JSON allows and no database does."""
    return text.encode("utf-8", "ignore").decode()


def _beginning(word: str) -> str:
    """A query for names with a word that begins so; shorter as well, since the index holds stems ("haag" as "hag")."""
    forms = dict.fromkeys((word, stem(word), word[: max(PREFIX, len(word) - 4)]))
    return f"({word} {' '.join(f'{form}*' for form in forms)})"


def _begins(wanted: Sequence[str], name: str) -> bool:
    found = WORD.findall(name)
    return all(any(f.startswith(w) for f in found) for w in wanted)


def _suggestion_order(plain: str, row: Sequence[Any]) -> tuple[Any, ...]:
    key, soort, _, name, ended, _ = row
    return (name != plain, not name.startswith(plain), ended, SOORTEN.index(soort), len(name), name, key)


SEEN = "n.publicatieStatus IN $statussen AND any(l IN labels(n) WHERE l IN $soorten)"
SOORT = "[l IN labels(n) WHERE l IN $soorten][0]"
CALLED = "any(naam IN [n.naamPlat] + coalesce(n.aliassenPlat, []) WHERE all(begin IN $begint WHERE naam =~ begin))"
LIKED = f"{SEEN} AND NOT coalesce(n.rijpheid, '') IN $nooit"
WANTED = (
    "(paar[0].rijpheid IS NULL OR paar[0].rijpheid IN $rijpheden) "
    "AND (paar[0].bewijs IS NULL OR paar[0].bewijs IN $bewijzen) AND NOT paar[0].id IN $behalve"
)
LEVELS, PROOFS = [r.name for r in Rijpheid], [b.name for b in Bewijsniveau]


def _near_text(deep: int, most: int, also: str = "") -> str:
    rows = fulltext.found("n", "$term", "$woorden", LIKED, deep)
    return (
        f"RETURN COLLECT {{ {fulltext.ranked('n', rows, '$woorden', '$stammen', most, also)} "
        f"RETURN [n.id, {SOORT}, n.weergavenaam, {CLOSENESS}, {WHOLENESS}, gehad, som] }} AS treffers, "
        f"{HOW_MANY} AS totaal, "
        "head(COLLECT { MATCH (m:Meta {id: 'graaf'}) RETURN m.versie }) AS versie"
    )


NEAR = _near_text(fulltext.DEEP, MEASURED)
NEAR_WANTED = _near_text(fulltext.DEEP, MEASURED, WANTED)
NEAR_ALL = _near_text(fulltext.EVERYTHING, fulltext.EVERYTHING)


@lru_cache(maxsize=64)
def _suggest_text(soorten: tuple[str, ...]) -> str:
    """One column per label, since the index on the folded name belongs to the label; then one of the full text."""
    shown = "[n.id, {soort}, n.weergavenaam, n.naamPlat, n.einddatum IS NOT NULL, n.aliassenPlat]"
    begins = [
        f"COLLECT {{ MATCH (n:{soort}) WHERE n.naamPlat STARTS WITH $begin "
        "AND n.publicatieStatus IN $statussen WITH n ORDER BY n.naamPlat, n.id LIMIT $aantal "
        f"RETURN {shown.format(soort=repr(soort))} }} AS c{i}"
        for i, soort in enumerate(soorten)
    ]
    # one kind among the others may be far down in the full text; of all kinds together the best are enough
    deep = fulltext.DEEP if soorten == SOORTEN else fulltext.EVERYTHING
    holds = (
        f"{fulltext.hits('n', '$woorden', f'{SEEN} AND {CALLED}', deep)} "
        f"WITH n, score ORDER BY score DESC, n.id LIMIT $venster RETURN {shown.format(soort=SOORT)}"
    )
    return f"RETURN {', '.join(begins)}, COLLECT {{ {holds} }} AS c"
