"""A question inside a letter: with a greeting, what somebody tells around it, and something else besides.

Most questions for making are one sentence. People also write letters of which that sentence is a sixth part, and what
is around it is near to everything a little. So a part of the questions is learnt from in a letter as well. What is put
around them stands in `bench/gegevens/vragen/omhaal.json`.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

FILE = Path(__file__).parent / "gegevens" / "vragen" / "omhaal.json"
EACH, LEAST_WORDS, MOST_LETTERS = 3, 6, 220
"""One in so many questions becomes a letter, when it is a sentence and no letter already."""
BEFORE, AFTER = (1, 2, 2, 3), (1, 2, 3, 3)
"""How many sentences stand around it."""


def letters(questions: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Which of these questions become a letter, by number, and what it says: always the same one."""
    around = json.loads(FILE.read_text("utf-8"))
    for number, question in enumerate(questions):
        if number % EACH == 0 and len(question) < MOST_LETTERS and len(question.split()) >= LEAST_WORDS:
            yield number, _letter(question, around, Random(number))


def _letter(question: str, around: dict[str, list[str]], chance: Random) -> str:
    greeting = chance.choice(around["aanhef"])
    before = chance.sample(around["ervoor"], chance.choice(BEFORE))
    after = chance.sample(around["erna"], chance.choice(AFTER))
    sentence = question if question[-1] in ".?!" else f"{question}."
    return f"{greeting}\n\n{' '.join([*before, sentence, *after])}\n\n{chance.choice(around['slot'])}"
