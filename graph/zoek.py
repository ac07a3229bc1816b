"""Search and suggestions: two statements written by hand, because full text is a procedure and not a pattern.

The engines only find: their scores differ from each other and from day to day. How well a hit fits is measured here,
as the share of the question it answers: each word weighs by how rare it is, and counts most in a name. That score runs
from 0 to 1 and is the same on both engines.
"""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.collation import fold
from graph.constraints import FULLTEXT
from graph.cypher import escape
from graph.matching import TEXTS, Match, compare
from graph.store import Store
from graph.wording import Word
from graph.words import LONGEST, MOST_WORDS, PREFIX, STOP, WORD, fragment, stem, stems

SOORTEN = (
    "Knelpunt", "Oplossing", "Traject", "Thema", "Gemeente", "Organisatie", "Departement", "Persoon", "Wet",
    "Beleidskader",
)  # fmt: skip
"""The labels one can search for; the order breaks ties in suggestions."""
OPENBAAR = ("GEPUBLICEERD",)
WINDOW = 200
"""Hits that are compared and can be paged through; `aantal` counts all, up to MOST_COUNTED."""
DEEP, MOST_COUNTED = 1_000, 10_000
"""What the full text hands over at most, best first, for comparing and for counting: a common word is everywhere."""
MOST_SUGGESTIONS = 20


@dataclass(frozen=True)
class Fragment:
    """Where the words were found: the field and the piece of text around them."""

    veld: str
    tekst: str


@dataclass(frozen=True)
class Hit:
    id: str
    soort: str
    score: float
    fragmenten: tuple[Fragment, ...]


@dataclass(frozen=True)
class Found:
    """A page of hits, the number of all hits (and of those one can page to), and that number per soort."""

    hits: tuple[Hit, ...]
    aantal: int
    bereikbaar: int
    facetten: dict[str, int]


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


NOTHING = Found((), 0, 0, {})


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


def fragments(term: str, texts: Mapping[str, str]) -> tuple[Fragment, ...]:
    """The pieces of `texts` (by field) that hold words of `term`."""
    wanted = stems(term)
    pieces = ((veld, fragment(text, wanted)) for veld, text in texts.items())
    return tuple(Fragment(veld, piece) for veld, piece in pieces if piece)


async def search(
    store: Store,
    term: str,
    *,
    labels: Sequence[str] | None = None,
    themas: Sequence[str] | None = None,
    minimale_rijpheid: Sequence[str] | None = None,
    limit: int = 10,
    skip: int = 0,
    statussen: Sequence[str] = OPENBAAR,
) -> Found:
    """A page of what fits `term`, best first; beyond the WINDOW best there is no page.

    `minimale_rijpheid` lists the levels that are good enough (`ranking.from_level`). Then only oplossingen are hits:
    nothing else has a level.
    """
    query = lucene(term)
    soorten = [s for s in SOORTEN if labels is None or s in labels]
    if not query or not soorten:
        return NOTHING
    parameters = {
        "index": FULLTEXT, "term": query, "soorten": soorten, "statussen": list(statussen), "venster": WINDOW,
        "diep": DEEP, "alle": MOST_COUNTED, "themas": list(themas or ()), "rijpheid": list(minimale_rijpheid or ()),
    }  # fmt: skip
    row = await store.read(_search_text(themas is not None, minimale_rijpheid is not None), parameters)
    assert row is not None
    rows, total, facets = row
    matches = compare(term, rows, total)
    page = matches[skip : skip + limit] if skip >= 0 else []
    hits = tuple(Hit(m.id, m.soort, round(m.closeness, 3), fragments(term, m.texts)) for m in page)
    counted = Counter(dict(facets))
    if counted.total() <= WINDOW:
        # what the engine's analyzer takes for the same word and we do not (ouders, ouderen) is no hit
        counted = Counter(m.soort for m in matches)
    counts = dict(sorted(counted.items(), key=lambda f: (-f[1], f[0])))
    return Found(hits, counted.total(), len(matches), counts)


async def near(
    store: Store,
    asked: Sequence[Word],
    text: str,
    soorten: Sequence[str],
    statussen: Sequence[str] = OPENBAAR,
    limit: int = WINDOW,
) -> Near:
    """The things of these kinds that share words with a question, closest first; one statement."""
    query = lucene(text, asked)
    if not query:
        return Near([], None)
    parameters = {
        "index": FULLTEXT, "term": query, "soorten": list(soorten), "statussen": list(statussen), "venster": limit,
        "diep": DEEP,
    }  # fmt: skip
    row = await store.read(NEAR, parameters)
    assert row is not None
    return Near(compare(asked, row[0], row[1]), row[2])


async def suggest(
    store: Store,
    term: str,
    labels: Sequence[str] | None = None,
    eerste: int = 8,
    statussen: Sequence[str] = OPENBAAR,
) -> list[Suggestion]:
    """Names that begin with `term`, then names (also other ones) in which every word of it begins a word."""
    plain = fold(_sayable(term))[:LONGEST].strip()
    soorten = tuple(s for s in SOORTEN if labels is None or s in labels)
    wanted = WORD.findall(plain)
    if not wanted or not soorten or eerste < 1:
        return []
    most = min(eerste, MOST_SUGGESTIONS)
    parameters = {
        "index": FULLTEXT, "begin": plain, "woorden": " AND ".join(map(_beginning, wanted)), "aantal": most,
        "soorten": list(soorten), "statussen": list(statussen), "venster": 10 * MOST_SUGGESTIONS,
        "diep": DEEP,
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
    """A query for names with a word that begins so; shorter as well, since the index holds stems (`haag` as `hag`)."""
    forms = dict.fromkeys((word, stem(word), word[: max(PREFIX, len(word) - 4)]))
    return f"({word} {' '.join(f'{form}*' for form in forms)})"


def _begins(wanted: Sequence[str], name: str) -> bool:
    found = WORD.findall(name)
    return all(any(f.startswith(w) for f in found) for w in wanted)


def _suggestion_order(plain: str, row: Sequence[Any]) -> tuple[Any, ...]:
    key, soort, _, name, ended, _ = row
    return (name != plain, not name.startswith(plain), ended, SOORTEN.index(soort), len(name), name, key)


def _matched(term: str, most: str) -> str:
    """Rows `node, soort, score` of the full text that the asker may see; the index gives every label it covers."""
    return (
        f"CALL db.index.fulltext.queryNodes($index, {term}, {{limit: {most}}}) YIELD node, score "
        "WITH node, score, [l IN labels(node) WHERE l IN $soorten] AS soort "
        "WHERE size(soort) > 0 AND node.publicatieStatus IN $statussen"
    )


def _best(shown: str) -> str:
    return f" WITH node, soort, score ORDER BY score DESC, node.id LIMIT $venster RETURN {shown}"


BEST = _best(f"[node.id, soort[0], node.weergavenaam, {', '.join(f'node.{escape(t)}' for t in TEXTS)}]")
TOTAL = "COUNT { MATCH (e:Entiteit) } AS totaal"
VERSION = "head(COLLECT { MATCH (m:Meta {id: 'graaf'}) RETURN m.versie }) AS versie"
NEAR = f"RETURN COLLECT {{ {_matched('$term', '$diep')}{BEST} }} AS treffers, {TOTAL}, {VERSION}"


@lru_cache(maxsize=8)
def _search_text(themed: bool, ripe: bool) -> str:
    """The statement for a search; a filter changes the text, so that the planner never sees one that does nothing."""
    narrowed = ""
    if themed:
        narrowed += " AND EXISTS { MATCH (node)-[:GAAT_OVER]->(t)-[:DEEL_VAN*0..4]->(b:Thema) WHERE b.id IN $themas }"
    if ripe:
        narrowed += " AND node.rijpheid IN $rijpheid"
    every, best = _matched("$term", "$alle") + narrowed, _matched("$term", "$diep") + narrowed + BEST
    counted = f"COLLECT {{ {every} WITH soort[0] AS s, count(*) AS aantal RETURN [s, aantal] }}"
    return f"WITH {counted} AS facetten RETURN COLLECT {{ {best} }} AS treffers, {TOTAL}, facetten"


@lru_cache(maxsize=64)
def _suggest_text(soorten: tuple[str, ...]) -> str:
    """One column per label, since the index on the folded name belongs to the label; then one of the full text."""
    shown = "[node.id, {soort}, node.weergavenaam, node.naamPlat, node.einddatum IS NOT NULL, node.aliassenPlat]"
    begins = [
        f"COLLECT {{ MATCH (node:{soort}) WHERE node.naamPlat STARTS WITH $begin "
        "AND node.publicatieStatus IN $statussen WITH node ORDER BY node.naamPlat, node.id LIMIT $aantal "
        f"RETURN {shown.format(soort=repr(soort))} }} AS c{i}"
        for i, soort in enumerate(soorten)
    ]
    holds = _matched("$woorden", "$diep") + _best(shown.format(soort="soort[0]"))
    return f"RETURN {', '.join(begins)}, COLLECT {{ {holds} }} AS c"
