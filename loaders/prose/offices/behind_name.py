"""A function right behind a name: `Anna Bos (burgemeester van Waterdam)`, `Anna Bos is directeur bij …`.

`find` gives the words that prove it. What else stands behind a name is asked: an organisation without a function, and
turns of a sentence that a person must weigh.
"""

import re
from typing import NamedTuple

from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.people import functions, roles
from loaders.prose.people.employers import BRACKET, PLACE, known_start
from loaders.prose.people.functions import Role, has_role, is_role
from loaders.prose.people.people import Name, names_in
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import ORDINARY, Sign
from loaders.prose.text.notebook import Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence

RULE, IS = "zin-naam-functie", "zin-naam-is"
SIGLE = re.compile(r"^(?:[A-Z]{1,4}|[A-Z][a-z]{0,2}[A-Z]{1,2}),\s")
"""How minutes call somebody from here on: `(MB, wethouder Waterdam)`."""
COMMA = re.compile(
    r"[\s*_]{0,3},\s{1,2}((?:(?:de|een|onze|toenmalig|voormalig|oud-?)\s)?[^,;:()“”\"]{3,120})(,\s[^,;:()“”\"]{2,60})?"
)
PARTY_NEXT = re.compile(
    r",\s(?:De|Het)\s|[^()\n]{2,90},?\s(?:(?:in|te|ten)\sdez|hierbij\s|rechtsgeldig\s|vertegenwoordigd)"
)
"""Behind a comma begins another party of an agreement: `, De gemeente Ede, in dezen vertegenwoordigd door`."""
RELATIVE = re.compile(r"(?:die|dat|welke)\s")
"""`Anna Bos, die wethouder werd`: a clause, of which the verb says when."""
WHEN = (
    r"vorige?\s(?:jaar|maand|week|najaar|voorjaar|zomer)|kort|"
    r"(?:\d{1,2}\s)?[a-z]{3,10}(?:\s(?:19|20)\d\d)?|(?:19|20)\d\d"
)
COPULA = re.compile(
    rf"(?:\s{{0,2}}\([^()]{{2,40}}\))?\s{{1,2}}(?P<hulp>is|was|werkt als|werkte als|werd|wordt)\s"
    rf"(?:(?P<vanaf>sinds|vanaf|per|met ingang van)\s(?:{WHEN})\s|ook\s|al\s|nu\snog\s|nu\s|momenteel\s|thans\s)?"
    r"(?:de\s|een\s|onze\s)?(?:nieuwe\s)?(?P<rest>[^,;:()“”\"]{3,120})"
)
TENSE = {
    "was": "voormalig ", "werkte als": "voormalig ", "werd": "aankomend ", "wordt": "aankomend ",
}  # fmt: skip
"""What the verb of such a sentence says of the function."""
CALLED_TENSE = {"was": "voormalig ", "wordt": "aankomend "}
BECOMES = ("werd", "wordt")
INVERTED = re.compile(r"(?:\s{0,2}\([^()]{2,40}\))?\s(?:de\s|een\s)?(?:nieuwe\s)?([^,;:()“”\"!?.]{3,120})")
"""Behind a name that follows its verb: `Vanaf mei is Anna Bos (X) burgemeester van Y`."""
VERB_BEFORE = re.compile(r"\b(?:is|was|werd|wordt)\s$")
CLAUSE = re.compile(
    r"\s(?:die|dat|waar|waarin|zegt|vindt|vertelt|stelt|zei|legt|licht|opende|opent|heeft|had|is|was|wil|"
    r"noemt|ziet|en zijn|en haar|"
    r"en was|en werd|en wordt|en is|en heeft|en zit|en werkt|en werkte|en leidt|"
    r"hoopt|benadrukt|met wie|over|op|tijdens|schrijft|schreef|gaf|geeft|nam|neemt|"
    r"kan|gaat|werkt|sprak|spreekt|aan het woord|samen met|sinds|zijn|en wil|en vindt|reageert|denkt|begon|"
    r"startte|doet|deed|kreeg|krijgt|maakt|maakte|vroeg|vraagt)\s"
)
"""Where the words of a function end and the sentence goes on."""
AS = re.compile(r"(?:\s\([^()]{2,40}\))?\s(?:[\w’'-]{1,14}\s){0,10}als\s([^,;:()“”\"!?.]{3,120})")
LEAVES = re.compile(
    r"\b(?:vertrekt|vertrok|stopt|stopte|treedt af|trad af|neemt afscheid|nam afscheid|opgevolgd|"
    r"keert niet terug|keerde niet terug)\b"
)
IS_CALLED = re.compile(
    r"\b(?:de|het|onze|hun)\s(?P<nieuw>nieuwe\s|huidige\s)?(?P<rol>[^,;:()“”\".!?]{3,90})\s(?P<hulp>is|heet|was|wordt)\s[*_]{0,2}$",
    re.IGNORECASE,
)
COMING_TO = re.compile(r"\b(?:benoemd|benoeming|gekozen|aangesteld)\s(?:tot|als)\s([^,;:()“”\"!?]{3,120})")
NO_LONGER = re.compile(r"(?:[a-z]{2,12}\s){0,2}geen\s(?=.{2,60}\bmeer\b)")
NEXT_OFFICE = re.compile(r"(?:de\s)?(?:burgemeester|wethouder|minister|staatssecretaris)s?\s([A-Z][\w’'-]+)")
SOON, FAR = 60, 140
"""Letters behind a name to look for an appointment, and before it to look for `de voorzitter is`."""


class Behind(NamedTuple):
    """The words of a function behind a name, the rule that found them, and where they end."""

    said: str
    rule: str
    end: int


def find(page: Page, sentence: Sentence, name: Name) -> Behind | None:
    return _bracketed(page, sentence, name) or _apposition(page, sentence, name) or _copula(page, sentence, name)


def _bracketed(page: Page, sentence: Sentence, name: Name) -> Behind | None:
    """`Anna Bos (MB, burgemeester van Waterdam)`"""
    found = BRACKET.match(page.tekst, name.end, sentence.end)
    inside = SIGLE.sub("", found[1]) if found else ""
    if found is None or not functions.begins_with_role(inside) or somebody_else(page, found.start(1), found[1]):
        return None
    said = functions.FRONT.sub("", tidy(inside))
    return Behind(functions.singular(said) if " " not in said else said, RULE, found.end())


def _apposition(page: Page, sentence: Sentence, name: Name) -> Behind | None:
    """`Anna Bos, burgemeester van Waterdam`"""
    found = COMMA.match(page.tekst, name.end, sentence.end)
    wrapped = found is not None and (
        "\n" in page.tekst[found.end(1) : found.end()] or PARTY_NEXT.match(page.tekst, found.end(1)) is not None
    )
    said = _clause(page, found[1].partition("\n- ")[0], "" if wrapped else found[2] or "") if found else ""
    if (
        found is None
        or RELATIVE.match(said)
        or not functions.begins_with_role(said)
        or somebody_else(page, found.start(1), said)
    ):
        return None
    return Behind(functions.FRONT.sub("", tidy(said)), RULE, found.start(1) + len(said))


def _copula(page: Page, sentence: Sentence, name: Name) -> Behind | None:
    """`Anna Bos is sinds mei directeur bij …`, `Anna Bos was geen voorzitter meer`"""
    found = COPULA.match(page.tekst, name.end, sentence.end)
    if found is None:
        return None
    said, front = _to_verb(found["rest"]), TENSE.get(found["hulp"], "")
    end = found.start("rest") + len(said)
    if found["vanaf"] and found["vanaf"] != "sinds":
        front = "aankomend "
    gone = NO_LONGER.match(said)
    if gone:
        said, front = said[gone.end() :].replace(" meer", "", 1), "voormalig "
    if functions.begins_with_role(said):
        return Behind(front + tidy(said), IS, end)
    later = next((i for i, word in enumerate(said.split()[:7]) if is_role(word)), None)
    if found["hulp"] in BECOMES and later is not None:  # werd met ruime meerderheid voorzitter
        return Behind(front + " ".join(said.split()[later:]), IS, end)
    return None


def _to_verb(text: str) -> str:
    """The words up to where the sentence goes on: `directeur van Waterdam zegt dat` -> `directeur van Waterdam`"""
    return CLAUSE.split(f"{text} ")[0].rstrip(" .")


def _clause(page: Page, first: str, second: str) -> str:
    """The words up to the next comma; the words behind it too, when only they name the organisation."""
    said = _to_verb(first)
    if second and said == first.rstrip(" .") and not functions.parse(said, page.names).ids:
        longer = f"{first}{CLAUSE.split(f'{second} ')[0]}".rstrip(" .")
        return longer if functions.parse(longer, page.names).ids else said
    return said


def somebody_else(page: Page, start: int, said: str) -> bool:
    """`Anna Bos, burgemeester Piet Vos en …`: the function is of the next one in the row."""
    end = start + len(said)
    if any(n.sign is Sign.STRONG and (" " in n.tekst or n.titled) for n in names_in(page, start, end)):
        return True
    called = NEXT_OFFICE.match(said)
    return called is not None and flat(called[1]) not in ORDINARY and not page.names.resolve(called[1], PARTIJ)


# an organisation without a function


def read_of_body(page: Page, book: Notebook, sentence: Sentence, name: Name) -> None:
    """`Anna Bos (Koepel)`: somebody of an organisation, and what she does there is not said."""
    found = BRACKET.match(page.tekst, name.end, sentence.end)
    ids = page.names.resolve(found[1], PARTIJ) if found else ()
    if found and ids:
        _ask_function(book, name, Role("", tidy(found[1]), ids), found.end())
        return
    coming = COMING_TO.search(page.tekst, name.end, min(sentence.end, name.end + SOON))
    if coming:
        _appointed(book, name, coming)
        return
    place = PLACE.match(page.tekst, name.end, sentence.end)
    vorm, ids, end = known_start(page, place) if place else ("", (), name.end)
    if ids and (not ids[0].startswith("gemeente:") or vorm.lower().startswith("gemeente ")):
        _ask_function(book, name, Role("", vorm, ids), end)


def _ask_function(book: Notebook, name: Name, role: Role, end: int) -> None:
    span = (name.start, end)
    roles.person(book, name, Grounds(RULE, [span]))
    question = f"Welke functie heeft {name.tekst} bij '{role.vorm}'?"
    book.ask("rol", roles.fields(book, name.tekst, role), [span], RULE, question)


def _appointed(book: Notebook, name: Name, coming: re.Match[str]) -> None:
    """`Anna Bos, benoemd tot directeur van Waterdam`"""
    if has_role(coming[1]):
        said = _to_verb(coming[1])
        grounds = Grounds(RULE, [(name.start, coming.start(1) + len(said))])
        roles.several(book, name, f"aankomend {said}", grounds)


# turns of a sentence


def read_turned(page: Page, book: Notebook, sentence: Sentence, name: Name) -> None:
    """A function that the sentence ties to the name in another way; the first way that fits."""
    if not _as(page, book, sentence, name) and not _inverted(page, book, sentence, name):
        _called(page, book, sentence, name)


def _as(page: Page, book: Notebook, sentence: Sentence, name: Name) -> bool:
    """`Anna Bos vertrekt als directeur`"""
    found = AS.match(page.tekst, name.end, sentence.end)
    said = _to_verb(found[1]) if found else ""
    if found is None or not functions.begins_with_role(said):
        return False
    former = "voormalig " if LEAVES.search(sentence.tekst) else ""
    _ask_whether(book, name, said, functions.parse(f"{former}{said}", page.names), found.start(1) + len(said))
    return True


def _inverted(page: Page, book: Notebook, sentence: Sentence, name: Name) -> bool:
    """`Vanaf mei is Anna Bos burgemeester van Waterdam`"""
    found = INVERTED.match(page.tekst, name.end, sentence.end)
    verb = VERB_BEFORE.search(page.tekst[max(sentence.start, name.start - 7) : name.start])
    said = _to_verb(found[1]) if found and verb else ""
    if found is None or not said or not functions.begins_with_role(said):
        return False
    _ask_whether(book, name, said, functions.parse(said, page.names), found.start(1) + len(said))
    return True


def _ask_whether(book: Notebook, name: Name, said: str, role: Role, end: int) -> None:
    span = (name.start, end)
    roles.person(book, name, Grounds(IS, [span]), Sign.PROVEN)
    question = f"Is {name.tekst} nu {said}? Vul in van wanneer tot wanneer, of zeg nee."
    book.ask("rol", roles.fields(book, name.tekst, role), [span], IS, question)


def _called(page: Page, book: Notebook, sentence: Sentence, name: Name) -> None:
    """`De directeur is Anna Bos`"""
    left = max(sentence.start, name.start - FAR)
    found = IS_CALLED.search(page.tekst[left : name.start])
    if found and functions.begins_with_role(found["rol"]):
        said = CALLED_TENSE.get(found["hulp"], "") + found["rol"]
        roles.several(book, name, said, Grounds(IS, [(left + found.start(), name.end)]))
