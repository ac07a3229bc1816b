"""What an answer is: something on the shelf, or which of three kinds of no. Pure functions.

A "no" is read as a promise. Whether it is said is weighed from a dozen signs: how near the question lies to what is on
the shelf, and to subjects of which we know that nothing does. What each sign weighs was learnt from the questions for
making alone (`bench.grens`), and stands in `graph.map.coefficients`; the curve stands in `docs/metingen.md`.
"""

from collections.abc import Mapping, Sequence
from enum import Enum, unique
from math import exp

from graph.cypher.relevance import Match
from graph.domain.vocabulary import Domein
from graph.dutch.spelling import Vocabulary
from graph.dutch.words import words
from graph.map.coefficients import ALWAYS, ENOUGH, SIGNS
from graph.map.placing import Plek
from graph.map.telling import Tekens, numbers
from graph.meaning.called import AROUND, KINDS_OF_NAMES


@unique
class Uitkomst(Enum):
    """Wat voor antwoord het is."""

    OP_DE_PLANK = "Er ligt iets op de plank"
    BEKEND_NIETS = "We kennen het onderwerp, maar er ligt niets op de plank dat past"
    BUITEN_SOCIAAL_DOMEIN = "De vraag gaat over iets buiten het sociaal domein"
    NIET_BEGREPEN = "We begrijpen niet waar de vraag over gaat"


KNOWN = 0.2
"""From this closeness on a question is about a subject."""


def answers(signs: Tekens, plekken: Mapping[str, Plek]) -> bool:
    """Whether what lies on the shelf is an answer, seen beside the subjects near the question."""
    return chance(signs, plekken) >= ENOUGH


def chance(signs: Tekens, plekken: Mapping[str, Plek]) -> float:
    """How likely it is, from 0 to 1, that something on the shelf is an answer."""
    found = numbers(signs, plekken)
    told = sum(weight * (value - mean) / spread for value, (_, mean, spread, weight) in zip(found, SIGNS, strict=True))
    return 1 / (1 + exp(-(told + ALWAYS)))


def subject(near: Sequence[Match], plekken: Mapping[str, Plek]) -> Plek | None:
    """The subject that a question is about, if it is near enough to any."""
    first = next((m for m in near if m.id in plekken), None)
    return plekken[first.id] if first is not None and first.closeness >= KNOWN else None


def says_something(text: str | None, known: Vocabulary | None) -> bool:
    """Whether a question holds a word that we know in some form, besides those that people put around everything. Of
    letters at random the nearest subject is no more than the nearest."""
    if text is None or known is None or not known:
        return True
    told = (word for word in words(text) if word not in AROUND and word not in KINDS_OF_NAMES)
    return any(known.knows(word) or known.mended(word) or known.parts(word) for word in told)


def kind_of_no(plek: Plek | None, knows_something: bool) -> Uitkomst:
    """`knows_something`: a knelpunt near the question, something that is left out, or something running. The edge of
    the social domain is inside: people there are helped by who knows the inside."""
    if plek is None:
        return Uitkomst.BEKEND_NIETS if knows_something else Uitkomst.NIET_BEGREPEN
    outside = plek.domein is Domein.BUITEN and not plek.oplossingen
    return Uitkomst.BUITEN_SOCIAAL_DOMEIN if outside else Uitkomst.BEKEND_NIETS
