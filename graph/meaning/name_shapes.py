"""How a name is written: the forms of it that somebody may type. Pure functions.

Besides the forms as they are there is a loose one, in which a plural, a hyphen, a space inside a compound and the small
words between do not count: `lief en leedstraten` for Lief & Leedstraat, `jeugd wet` for the Jeugdwet.
"""

import re
from collections.abc import Iterator, Sequence

from graph.dutch.collation import fold
from graph.dutch.spelling import ABBREVIATIONS
from graph.dutch.words import WORD, stem

LEAST_BEFORE, LEAST_LOOSE = 4, 4
"""Letters of a name that is given without what follows its colon; of a loose form."""
LEAST_AFTER, LEAST_HEAD = 3, 3
"""Words behind a colon that are a name as well; words of a long name of an act with which it begins."""
LEAST_COMPOUND = 9
"""Letters of a word that is the name when what follows only says for what: Respijthuis bij psychische nood."""
FOR = frozenset("bij voor tegen in met op om".split())
LINKING = frozenset("de het een den der en of van voor te".split())
"""Words between that people swap or leave out: Alphen aan de Rijn, GGD Hart van Brabant."""
SORTS = frozenset("aanpak methode project instituut".split())
"""The last word of a name when it only says what sort of thing it is."""
WITHOUT = re.compile(r"^(?:stichting|vereniging|provincie|ministerie van) ")
"""What people leave off in front of a name. An act is not named without `wet`: what is left is a subject."""
CAMEL = re.compile(r"\b(?:[A-Z][a-z]+(?:[A-Z][a-z]*)+|[A-Z]{3,}\w*)\b")
"""A word that is a name by its capitals: AutoMaatje, JPF."""
AND = 2
ARTICLE = re.compile(r"^(?:de|het|een) ")
BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
YEAR = re.compile(r"\b(?:19|20)\d\d$")
ONE_OF = re.compile(r"(?<=\w{4})es$")
"""Colleges, maatjes: a plural that the stemmer leaves alone."""
HEADED = ("Wet", "Departement")
"""Kinds of which the names are so long that people stop halfway."""


def plain(text: str) -> str:
    """Letters and digits, folded, with one space between words."""
    return " ".join(WORD.findall(fold(text)))


def loosely(form: str) -> list[str]:
    """The loose forms of what `plain` gives: with the words between, and without."""
    told = [(word, stem(ONE_OF.sub("e", word))) for word in form.split()]
    both = ("".join(short for _, short in told), "".join(short for word, short in told if word not in LINKING))
    return [each for each in dict.fromkeys(both) if len(each) >= LEAST_LOOSE]


def in_full(form: str) -> str:
    """With its abbreviations written in full: `wet verplichte ggz`."""
    return " ".join(ABBREVIATIONS.get(word, word) for word in form.split())


def forms(name: str, others: Sequence[str]) -> Iterator[str]:
    """Every form of a name that is the name as a whole."""
    whole = fold(name)
    inside = BRACKETS.search(whole)
    year = YEAR.search(whole)
    written_out = (whole.replace("&", " en "),) if "&" in whole else ()
    for each in (whole, BRACKETS.sub(" ", whole).strip(), *written_out, *map(fold, others)):
        yield from _bare(each)
        before = each.partition(":")[0].strip()
        if len(before) >= LEAST_BEFORE:
            yield from _bare(before)
    short = [stripped for other in others if len(stripped := YEAR.sub("", fold(other)).strip()) > 1]
    yield from short
    yield from (f"{YEAR.sub('', whole).strip()} {other}" for other in short)  # Wet langdurige zorg (Wlz)
    if inside and " " not in inside[1].strip():
        yield inside[1].strip()
    if year:  # an act by its short name: Wmo 2015
        yield YEAR.sub("", whole).strip()
        yield from (f"{fold(other)} {year[0]}" for other in others)


def within(name: str, soort: str, others: Sequence[str]) -> Iterator[str]:
    """What stands in a name and is said instead of it: a word with capitals in the middle, what stands in brackets or
    behind the colon, both parts of a name with `en` in it, all but the word for its sort or what it is for, and how an
    act begins."""
    for each in (name, *others):
        yield from CAMEL.findall(each)
    if inside := BRACKETS.search(name):
        yield from (inside[1], *inside[1].split(","))
    first, _, after = BRACKETS.sub(" ", name).partition(":")
    if len(after.split()) >= LEAST_AFTER:
        yield after
    parts = re.split(r"\s+en\s+(?:de\s+|het\s+)?", first)
    if len(parts) == AND and all(part[:1].isupper() for part in parts):
        yield from (each for part in parts for each in _bare(fold(part)))
    told = plain(first).split()
    if len(told) > 1 and told[-1] in SORTS:
        yield " ".join(told[:-1])
    if soort in HEADED:
        yield from _heads(told)
    if soort == "Oplossing" and len(told) > 1 and told[1] in FOR and len(told[0]) >= LEAST_COMPOUND:
        yield told[0]


def _heads(told: Sequence[str]) -> Iterator[str]:
    """`wet zorg en dwang` of a name of nine words."""
    for end, word in enumerate(told[:-1], 1):
        if word not in LINKING and sum(each not in LINKING for each in told[:end]) >= LEAST_HEAD:
            yield " ".join(told[:end])


def _bare(name: str) -> Iterator[str]:
    yield from (name, ARTICLE.sub("", name), WITHOUT.sub("", name))
