"""Whether a question is in another language than Dutch, by its small words: enough to say so, not to tell which."""

import re
import unicodedata

from graph.dutch.collation import fold

LEAST = 2
"""Small words of another language that make a question foreign; one may be a name or a slip."""
DUTCH = frozenset(
    """de het een en van ik wij we je jij u mijn ons onze hun niet geen ook maar voor met aan op bij naar om uit over
    door is zijn was heeft hebben hebt heb kan kunnen mag moet moeten wil willen wordt worden dat die dit deze er wat
    wie hoe waar waarom welke als of dan nog al te toe""".split()
)
OTHERS = frozenset(
    """the and my our your his her their not with from for what who how where why which there this that these have has
    had can could should would will are does do did you they she he it of to at by about
    ich wir sie ist sind nicht kein keine und der die das den dem ein eine mein meine wie was warum kann können für mit
    je nous vous ils elle est sont pas et les des une mon ma mes notre pour avec dans comment pourquoi qui que quoi
    yo nosotros es son no y el la los las una mi nuestro para con cómo como qué por quién donde
    nie jest są się czy jak gdzie mam moje dla bez przez ben biz bir ve için nasıl değil var yok ile""".split()
)
LATIN = re.compile(r"LATIN")


def foreign(text: str) -> bool:
    """Whether more of its small words are of other languages than of Dutch, or most of its letters are not Latin."""
    letters = [c for c in text if c.isalpha()]
    if letters and sum(1 for c in letters if not LATIN.match(unicodedata.name(c, ""))) * 2 > len(letters):
        return True
    found = [fold(word) for word in re.findall(r"\w+", text.lower())]
    dutch = sum(word in DUTCH for word in found)
    other = sum(word in OTHERS and word not in DUTCH for word in found)
    return other >= LEAST and other > dutch
