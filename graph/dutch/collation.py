"""How Dutch text is folded for comparing, sorted, and made into an id.

The database sorts by code point, so the order is made here and stored: one string per thing, unique and total.

Choices, so that a list reads as a Dutch reader expects:
- case, accents, apostrophes and hyphens do not count: `Één`, `Súdwest-Fryslân` and `'s-Gravenhage` stand under e, s
  and s. `'t Goy` stands under t.
- `ij` sorts as i followed by j (as in dictionaries, not as y in the old telephone book); the ligature is two letters.
- A person stands under the surname without its particles (`van`, `de`, `'t` …): Lisette de Bie under b.
- Of all other things the first word counts, particle or not: De Bilt and Den Haag stand under d.
"""

import re
import unicodedata

# Letters that Unicode does not take apart.
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n"}
)
APOSTROPHES = dict.fromkeys(map(ord, "'’‘‛`´ʼʹ′"))
DASHES = str.maketrans(dict.fromkeys("-‐‑‒–—―−_/", " "))
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))

PARTICLES = frozenset(
    """aan af bij da dal de del della den der des di do dos du el en het in la las le les lo los onder op over s t te
    ten ter tot uit uijt van vande vanden vander ver von vom voor zu zum zur""".split()
)
SLUG_LENGTH = 80


def fold(text: str) -> str:
    """`Súdwest-Fryslân` -> `sudwest fryslan`: the form in which names are compared."""
    bare = text.translate(APOSTROPHES).translate(INVISIBLE).translate(DASHES)
    apart = unicodedata.normalize("NFKD", bare).casefold().translate(LETTERS)
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).translate(APOSTROPHES).split())


def surname_first(name: str) -> str:
    """`Lisette de Bie` -> `bie lisette de`, folded. A name of one word stays as it is."""
    words = fold(name).split()
    start = next((i for i, word in enumerate(words) if i and word in PARTICLES), max(len(words) - 1, 0))
    surname = start
    while surname < len(words) - 1 and words[surname] in PARTICLES:
        surname += 1
    return " ".join([*words[surname:], *words[:start], *words[start:surname]])


def sort_key(node_type: str, name: str, key: str) -> str:
    """The stored `volgorde`: folded name, a tab (it sorts before every letter and the space), and the id."""
    return f"{surname_first(name) if node_type == 'Persoon' else fold(name)}\t{key}"


def slug(text: str) -> str:
    """`Jongeren Perspectief Fonds (JPF)` -> `jongeren-perspectief-fonds-jpf`; cut at a word when long."""
    words = re.sub(r"[^\w]+", " ", fold(text)).split()
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word
        if len(longer) > SLUG_LENGTH:
            break
        made = longer
    return made or "-".join(words)[:SLUG_LENGTH]
