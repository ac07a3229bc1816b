"""People in running text.

zin-functie-naam   a function right before a name: "wethouder Anna Bos van Waterdam"
zin-naam-functie   a function right behind a name: "Anna Bos (burgemeester van Waterdam)", "Anna Bos, wethouder van …"
zin-naam-is        "Anna Bos is directeur bij …"

A name without a function beside it becomes no fact; it is kept with the reason (see residue).
"""

import re

from graph.dutch.collation import PARTICLES
from loaders.names.naming import PARTIJ
from loaders.names.tokens import flat, tidy
from loaders.prose.people import functions, roles, surnames
from loaders.prose.people.employers import PLACE, known_start
from loaders.prose.people.functions import COMING, FORMER, Role, has_role, is_role
from loaders.prose.people.people import ORDINARY, Name, Sign, names_in
from loaders.prose.text.notebook import PROSE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Sentence
from loaders.prose.text.spans import Spans

BEFORE, BEHIND, IS = "zin-functie-naam", "zin-naam-functie", "zin-naam-is"
BRACKET = re.compile(r"[\s*_]{0,3}\(([^()]{2,160})\)")
SIGLE = re.compile(r"^(?:[A-Z]{1,4}|[A-Z][a-z]{0,2}[A-Z]{1,2}),\s")
"""How minutes call somebody from here on: `(MB, wethouder Waterdam)`."""
COMMA = re.compile(
    r"[\s*_]{0,3},\s{1,2}((?:(?:de|een|onze|toenmalig|voormalig|oud-?)\s)?[^,;:()“”\"]{3,120})(,\s[^,;:()“”\"]{2,60})?"
)
WHEN = (
    r"vorige?\s(?:jaar|maand|week|najaar|voorjaar|zomer)|kort|"
    r"(?:\d{1,2}\s)?[a-z]{3,10}(?:\s(?:19|20)\d\d)?|(?:19|20)\d\d"
)
COPULA = re.compile(
    rf"(?:\s{{0,2}}\([^()]{{2,40}}\))?\s{{1,2}}(?P<hulp>is|was|werkt als|werkte als|werd|wordt)\s"
    rf"(?:(?P<vanaf>sinds|vanaf|per|met ingang van)\s(?:{WHEN})\s|ook\s|al\s|nu\s|momenteel\s)?"
    r"(?:de\s|een\s|onze\s)?(?:nieuwe\s)?(?P<rest>[^,;:()“”\"]{3,120})"
)
INVERTED = re.compile(r"(?:\s{0,2}\([^()]{2,40}\))?\s(?:de\s|een\s)?(?:nieuwe\s)?([^,;:()“”\"!?.]{3,120})")
"""Behind a name that follows its verb: `Vanaf mei is Anna Bos (X) burgemeester van Y`."""
CLAUSE = re.compile(
    r"\s(?:die|dat|waar|waarin|zegt|vindt|vertelt|stelt|zei|legt|licht|opende|opent|heeft|had|is|was|wil|"
    r"noemt|ziet|en zijn|en haar|hoopt|benadrukt|met wie|over|op|tijdens|schrijft|schreef|gaf|geeft|nam|neemt|"
    r"kan|gaat|werkt|sprak|spreekt|aan het woord|samen met|sinds|zijn|en wil|en vindt|reageert|denkt|begon|"
    r"startte|doet|deed|kreeg|krijgt|maakt|maakte|vroeg|vraagt)\s"
)
JOINED = re.compile(
    r"\s?(?:,|,?\sen|&|\(.{1,40}\)\s?(?:,|en))\s(?:(?:dr|mr|drs|ir|prof|mw|dhr)\.\s){0,2}", re.IGNORECASE
)
NEAR = 160
"""A function stands within this many letters of the name it belongs to."""
INITIALED = re.compile(r"(?:[A-Z]\.){1,6}\s?\($")
"""What stands before the name in `A.B.M. (Anton) Bos`."""
AS = re.compile(r"\s(?:[\w’'-]{1,14}\s){0,10}als\s([^,;:()“”\"!?.]{3,120})")
LEAVES = re.compile(r"\b(?:vertrekt|vertrok|stopt|stopte|treedt af|trad af|neemt afscheid|nam afscheid|opgevolgd)\b")
IS_CALLED = re.compile(
    r"\b(?:de|het|onze|hun)\s(?P<nieuw>nieuwe\s|huidige\s)?(?P<rol>[^,;:()“”\".!?]{3,90})\s(?P<hulp>is|heet|was|wordt)\s[*_]{0,2}$",
    re.IGNORECASE,
)
COMING_TO = re.compile(r"\b(?:benoemd|benoeming|gekozen|aangesteld)\s(?:tot|als)\s([^,;:()“”\"!?]{3,120})")
NO_LONGER = re.compile(r"(?:[a-z]{2,12}\s){0,2}geen\s(?=.{2,60}\bmeer\b)")


def read(page: Page, book: Notebook, used: Spans) -> None:
    for sentence in page.sentences:
        if used.touches(sentence.start, sentence.start + 1):
            continue
        row = ("", 0)
        for name in names_in(page, sentence.start, sentence.end):
            row = _name(page, book, sentence, name, row)


def _name(page: Page, book: Notebook, sentence: Sentence, name: Name, row: tuple[str, int]) -> tuple[str, int]:
    """`row`: the function in the plural that the names before this one share, and where the last of them ends."""
    name = surnames.whole(page, name) if name.sign is not Sign.NONE else name
    function, start = _function_before(page, sentence, name)
    if not function and row[0] and JOINED.fullmatch(page.tekst[row[1] : name.start]):
        function, start = row[0], name.start
    if name.sign is Sign.NONE:
        if function and (" " not in name.tekst or name.tekst.split()[0].lower() in PARTICLES):
            surnames.read(page, book, name, function, start)
            if functions.PLURAL.search(page.tekst[max(sentence.start, start - 1) : name.start]) or row[0]:
                return function, name.end
        between = page.tekst[row[1] : name.start].lstrip()
        return row if row[0] and between.startswith("(") and ")" not in between else ("", 0)
    done = _before(page, book, sentence, name, function, start) if function else _placed(page, book, sentence, name)
    behind = _behind(page, sentence, name)
    if behind is not None:
        said, rule, end = behind
        roles.several(book, name, said, [(name.start, end)], rule, Sign.STRONG, PROSE)
    elif not done and function:
        _open_role(book, name, function, (start, name.end))
    elif not done:
        _of_body(page, book, sentence, name)
    if behind is None and not done and not function:
        _as(page, book, sentence, name)
    plural = functions.PLURAL.search(page.tekst[max(sentence.start, start - 1) : name.start]) if function else None
    return (function, name.end) if plural or row[0] and function == row[0] else ("", 0)


# a function before the name


def _function_before(page: Page, sentence: Sentence, name: Name) -> tuple[str, int]:
    """The words for a function that end where the name begins: `toenmalig minister`, `directeur Jeugd`."""
    near = max(sentence.start, name.start - NEAR)
    text = INITIALED.sub("", page.tekst[near : name.start]).rstrip()
    said = text.split()[-8:]
    while said and said[-1].lower() in functions.TITLES:
        said = said[:-1]
    if said and said[-1].endswith(",") and functions.PLURAL.search(said[-1]):
        said[-1] = said[-1][:-1]
    if not said or said[-1][-1:] in ',;.!?)”"':
        return "", name.start
    for back in range(1, min(len(said), 6) + 1):
        if not is_role(said[-back]):
            continue
        words = said[-back:]
        if len(said) > back and functions.PLURAL.fullmatch(said[-back]) and is_role(said[-back - 1]):
            return tidy(" ".join(said[-back - 1 :])), page.tekst.rfind(said[-back - 1], sentence.start, name.start)
        if not _one_function(words):
            return "", name.start
        if len(said) > back and (
            FORMER.search(said[-back - 1])
            or COMING.search(said[-back - 1])
            or said[-back - 1].lower()
            in ("interim", "waarnemend", "waarnemende", "plaatsvervangend", "technisch", "algemeen", "financieel")
        ):
            words = said[-back - 1 :]
        function = functions.singular(tidy(" ".join(words)).strip("“‘\"'("))
        return function, page.tekst.rfind(words[0], sentence.start, name.start)
    return "", name.start


def _one_function(words: list[str]) -> bool:
    """`directeur Jeugd en Zorg`; not `penningmeester) en`, which is somebody else's."""
    inner = ("en", "van", "de", "het", "voor", "bij", "gemeente", "ministerie", "interim")
    fits = all(w[:1].isupper() or w.lower() in inner for w in words[1:])
    return (
        fits and (len(words) == 1 or words[-1].lower() not in inner) and not any(set(w) & set("()[],;:") for w in words)
    )


def _placed(page: Page, book: Notebook, sentence: Sentence, name: Name) -> bool:
    """`De wethouder van Waterdam, Anna Bos, …`: a function with its organisation, a comma, and the name."""
    before = page.tekst[max(sentence.start, name.start - NEAR) : name.start]
    if not before.rstrip().endswith(",") or name.end < sentence.end and page.tekst[name.end] not in ",.;:) ":
        return False
    clause = re.split(r"[,;:(]\s", before.rstrip(" ,"))[-1]
    said = clause.split()
    at = next((i for i in range(len(said)) if is_role(said[i])), None)
    if at is None or len(said) - at > 8 or _names_another(page, before, name.start):
        return False
    role = functions.parse(" ".join(said[at:]), page.names)
    if len(role.ids) != 1 or not " ".join(said[at:]).endswith(role.vorm):
        return False
    span = (page.tekst.rfind(said[at], sentence.start, name.start), name.end)
    sure = roles.person(book, name, [span], BEFORE)
    roles.one(book, name, role, [span], BEFORE, sure)
    return True


def _names_another(page: Page, before: str, end: int) -> bool:
    """`De vrouw van wethouder Piet Vos van Waterdam, Anna Bos`: the function is his."""
    return any(n.sign is Sign.STRONG and n.end < end for n in names_in(page, end - len(before), end - 1))


def _of_body(page: Page, book: Notebook, sentence: Sentence, name: Name) -> None:
    """`Anna Bos (Koepel)`: somebody of an organisation, and what she does there is not said."""
    found = BRACKET.match(page.tekst, name.end, sentence.end)
    ids = page.names.resolve(found[1], PARTIJ) if found else ()
    coming = COMING_TO.search(page.tekst, name.end, min(sentence.end, name.end + 60))
    if found and ids:
        span = (name.start, found.end())
        roles.person(book, name, [span], BEHIND)
        velden = roles.fields(book, name.tekst, Role("", tidy(found[1]), ids))
        book.ask("rol", velden, [span], BEHIND, f"Welke functie heeft {name.tekst} bij '{tidy(found[1])}'?")
    elif not coming and (body := PLACE.match(page.tekst, name.end, sentence.end)):
        vorm, known, end = known_start(page, body)
        if known and (not known[0].startswith("gemeente:") or vorm.lower().startswith("gemeente ")):
            roles.person(book, name, [(name.start, end)], BEHIND)
            velden = roles.fields(book, name.tekst, Role("", vorm, known))
            question = f"Welke functie heeft {name.tekst} bij '{vorm}'?"
            book.ask("rol", velden, [(name.start, end)], BEHIND, question)
    elif coming and has_role(coming[1]):
        said = CLAUSE.split(f"{coming[1]} ")[0].rstrip(" .")
        roles.several(
            book, name, f"aankomend {said}", [(name.start, coming.start(1) + len(said))], BEHIND, Sign.STRONG, PROSE
        )


def _as(page: Page, book: Notebook, sentence: Sentence, name: Name) -> None:
    """`Anna Bos vertrekt als directeur`, `de directeur is Anna Bos`: said, with a turn that a person must weigh."""
    found = AS.match(page.tekst, name.end, sentence.end)
    said = CLAUSE.split(f"{found[1]} ")[0].rstrip(" .") if found else ""
    if found and functions.begins_with_role(said):
        former = "voormalig " if LEAVES.search(sentence.tekst) else ""
        role = functions.parse(f"{former}{said}", page.names)
        span = (name.start, found.start(1) + len(said))
        roles.person(book, name, [span], IS, Sign.PROVEN)
        velden = roles.fields(book, name.tekst, role)
        book.ask("rol", velden, [span], IS, f"Is {name.tekst} nu {said}? Vul in van wanneer tot wanneer, of zeg nee.")
        return
    turned = INVERTED.match(page.tekst, name.end, sentence.end)
    verb = re.search(r"\b(?:is|was|werd|wordt)\s$", page.tekst[max(sentence.start, name.start - 7) : name.start])
    said = CLAUSE.split(f"{turned[1]} ")[0].rstrip(" .") if turned and verb else ""
    if turned and said and functions.begins_with_role(said):
        span = (name.start, turned.start(1) + len(said))
        roles.person(book, name, [span], IS, Sign.PROVEN)
        velden = roles.fields(book, name.tekst, functions.parse(said, page.names))
        book.ask("rol", velden, [span], IS, f"Is {name.tekst} nu {said}? Vul in van wanneer tot wanneer, of zeg nee.")
        return
    left = max(sentence.start, name.start - 140)
    called = IS_CALLED.search(page.tekst[left : name.start])
    if called and functions.begins_with_role(called["rol"]):
        helper = {"was": "voormalig ", "wordt": "aankomend "}.get(called["hulp"], "")
        roles.several(
            book, name, f"{helper}{called['rol']}", [(left + called.start(), name.end)], IS, Sign.STRONG, PROSE
        )


def _before(page: Page, book: Notebook, sentence: Sentence, name: Name, function: str, start: int) -> bool:
    """`minister Anna Bos van BZK`; whether an organisation stands with it."""
    role = functions.parse(function, page.names)
    if role.ids:
        sure = roles.person(book, name, [(start, name.end)], BEFORE)
        roles.one(book, name, role, [(start, name.end)], BEFORE, sure)
        return True
    found = PLACE.match(page.tekst, name.end, sentence.end)
    vorm, ids, end = known_start(page, found) if found else ("", (), name.end)
    party = BRACKET.match(page.tekst, name.end, sentence.end)
    if not ids and party:  # Anna Bos (Lokaal Plus) van Waterdam
        found = PLACE.match(page.tekst, party.end(), sentence.end)
        vorm, ids, end = known_start(page, found) if found else ("", (), name.end)
    if not ids:
        return False
    sure = roles.person(book, name, [(start, end)], BEFORE)
    roles.one(book, name, Role(function, vorm, ids), [(start, end)], BEFORE, sure)
    return True


def _open_role(book: Notebook, name: Name, function: str, span: tuple[int, int]) -> None:
    sure = roles.person(book, name, [span], BEFORE)
    roles.one(book, name, functions.parse(function, book.page.names), [span], BEFORE, sure)


# a function behind the name


def _behind(page: Page, sentence: Sentence, name: Name) -> tuple[str, str, int] | None:
    """What stands behind a name and begins with a function: the words, the rule, and where they end."""
    found = BRACKET.match(page.tekst, name.end, sentence.end)
    if found and functions.begins_with_role(inside := SIGLE.sub("", found[1])):
        return functions.FRONT.sub("", tidy(inside)), BEHIND, found.end()
    found = COMMA.match(page.tekst, name.end, sentence.end)
    said = _clause(page, found[1], found[2] or "") if found else ""
    if found and functions.begins_with_role(said) and not somebody_else(page, found.start(1), said):
        return functions.FRONT.sub("", tidy(said)), BEHIND, found.start(1) + len(said)
    found = COPULA.match(page.tekst, name.end, sentence.end)
    if found:
        said = CLAUSE.split(found["rest"])[0].rstrip(" .")
        end = found.start("rest") + len(said)
        helper = {"was": "voormalig ", "werkte als": "voormalig ", "werd": "aankomend ", "wordt": "aankomend "}
        front = helper.get(found["hulp"], "")
        if found["vanaf"] and found["vanaf"] != "sinds":
            front = "aankomend "
        gone = NO_LONGER.match(said)
        if gone:
            said, front = said[gone.end() :].replace(" meer", "", 1), "voormalig "
        if functions.begins_with_role(said):
            return front + tidy(said), IS, end
        later = next((i for i, word in enumerate(said.split()[:7]) if is_role(word)), None)
        if found["hulp"] in ("werd", "wordt") and later is not None:  # werd met ruime meerderheid voorzitter
            return front + " ".join(said.split()[later:]), IS, end
    return None


def somebody_else(page: Page, start: int, said: str) -> bool:
    """`Anna Bos, burgemeester Piet Vos en …`: the function is of the next one in the row."""
    end = start + len(said)
    if any(n.sign is Sign.STRONG and (" " in n.tekst or n.titled) for n in names_in(page, start, end)):
        return True
    called = re.match(r"(?:de\s)?(?:burgemeester|wethouder|minister|staatssecretaris)s?\s([A-Z][\w’'-]+)", said)
    return called is not None and flat(called[1]) not in ORDINARY and not page.names.resolve(called[1], PARTIJ)


def _clause(page: Page, first: str, second: str) -> str:
    """The words up to the next comma; the words behind it too, when only they name the organisation."""
    said = CLAUSE.split(f"{first} ")[0].rstrip(" .")
    if second and said == first.rstrip(" .") and not functions.parse(said, page.names).ids:
        longer = f"{first}{CLAUSE.split(f'{second} ')[0]}".rstrip(" .")
        return longer if functions.parse(longer, page.names).ids else said
    return said
