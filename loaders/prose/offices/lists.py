"""Lists of people, one a line.

lijst-naam-functie   "Naam – functie, organisatie", "Naam, functie bij organisatie", "Naam (functie, organisatie)"
lijst-functie-naam   "Functie: naam (organisatie)"
lijst-leden          a line under "Leden van de …" (see councils)
"""

import re

from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.bodies import councils
from loaders.prose.bodies.councils import Body
from loaders.prose.offices import running_text, signatures
from loaders.prose.people import functions, roles
from loaders.prose.people.functions import DASH, has_role, is_role
from loaders.prose.people.people import Name, Sign, name_at, names_in
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line
from loaders.prose.text.spans import Spans

NAME_RULE, LABEL_RULE = "lijst-naam-functie", "lijst-functie-naam"
LONGEST = 1000
LABEL = re.compile(r"(?P<label>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ() /&-]{2,60}?)(?:\(s\))?\s{0,2}:\s{1,4}(?=\S)")
PRESENT = re.compile(
    r"(?:aanwezig|aanwezigen|deelnemers|afwezig|verslag|notulen|auteur|afwezig met kennisgeving|met dank aan|"
    r"leden|contact|contactpersoon|contactpersonen|informatie|afzender|ondertekend door|ondertekening)$",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\s{0,2};\s{0,2}|,\s{1,2}(?=[A-Z])|\)\s(?:en|,)\s|\sen\s(?=[A-Z])")
MARKS = re.compile(r"\s?[\t|]\s?|\s/\s")
NEXT = re.compile(r"[;.]\s{1,3}(?=[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ -]{2,40}:\s)")
"""Behind it another label begins: `Voorzitter: Anna Bos; secretaris: Piet Vos`."""
INSTEAD = re.compile(
    r"\b(?:vervang\w{0,5}|afwezigheid|niet|opvolg\w{0,4}|i\.p\.v|plaats van|voorheen)\b", re.IGNORECASE
)
CHOICE = re.compile(r"\sof\s|\btoerbeurt\b|\bwisselend\b|\bom en om\b", re.IGNORECASE)
"""One of several, and not said which."""
VACANT = re.compile(r"(?:vacant|vacature|n\.\s?n\.\s?b|nog niet|volgt|niemand)\b", re.IGNORECASE)
VERB = re.compile(
    r"\s(?:is|zijn|was|waren|heeft|hebben|wordt|worden|werd|zegt|vindt|vertelt|wil|willen|gaat|gaan|kan|"
    r"kunnen|zegt|stelt|benadrukt|legt|licht|opent)\s"
)


class Lists:
    """Reads the lines in order; a list of members ends at the first line that is no item of it."""

    def __init__(self, page: Page, book: Notebook, used: Spans) -> None:
        """`used`: what tables and lists of other things took already."""
        self.page = page
        self.book = book
        self.body: Body | None = None
        self.used = used
        self.past = ""

    def read(self) -> None:
        every = self.page.lines
        for at, line in enumerate(every):
            if self.used.touches(line.start, line.end):
                continue
            above = every[at - 1] if at and not line.blank else None
            if self.past or not signatures.read(self.page, self.book, every[at : at + 4], self.used, above):
                self._line(line, every[at - 1] if at else None)

    def _line(self, line: Line, above: Line | None) -> None:
        if len(line.tekst) > LONGEST:
            self.body = None
            return
        if councils.FORMER_HEADING.fullmatch(line.tekst):
            self.past, self.body = "voormalig", None
            return
        if councils.COMING_HEADING.fullmatch(line.tekst):
            self.past, self.body = "beoogd", None
            return
        body = councils.heading(self.page, line, above)
        if body is not None:
            self.body, self.past = body, ""
            self.used.add((line.start, line.end))
            return
        if self._person(line) or self._label(line):
            self.used.add((line.start, line.end))
        else:
            self.body, self.past = None, ""

    def _person(self, line: Line) -> bool:
        """A name at the start, then a function; or, under a heading of members, a name alone."""
        name = name_at(self.page, line.mark, line.end)
        if (
            name is None
            or name.tekst.count(" ") < 1
            and not name.titled
            or not _only_titles(self.page.tekst[line.mark : name.start])
        ):
            return False
        if name.sign is Sign.NONE and self.body is None:
            return False
        rest = self.page.tekst[name.end : line.end]
        dash = DASH.match(rest) or re.match(r"\s{0,3}[\t|]\s{0,3}|\s?[–—]\s|\s/\s", rest)
        if dash:
            said = rest[dash.end() :]
        elif re.match(r"\s?[,(]", rest) and not VERB.search(rest):
            said = re.sub(r"^\s?[,(]\s{0,2}", "", rest)
            said = (
                said.rstrip(" .").removesuffix(")")
                if rest.lstrip().startswith("(") and said.count(")") == 1
                else said.replace("(", ", ").replace(")", "")
            )
        elif not rest.strip(" .,;\u00a0") and self.body is not None:
            return self._bare(line, name)
        else:
            return False
        return self._behind(line, name, self._in_order(tidy(MARKS.sub(", ", said))))

    def _behind(self, line: Line, name: Name, said: str) -> bool:
        span = (line.start, line.end)
        if running_text.somebody_else(self.page, name.end, self.page.tekst[name.end : line.end]):
            return False
        if not has_role(said):
            return self._without_function(line, name, said)
        if line.tekst[-1:] in "?!" or VERB.search(f" {said} ") and "," not in said:
            return False
        first = said.split(",")[0]
        if not has_role(first) and self.body is None and not has_role(said.split(" – ")[0]):
            return False
        said = f"{self.past} {said}" if self.past and not functions.FORMER.search(said) else said
        found = roles.several(self.book, name, said, [span], NAME_RULE, self._enough(said), SURE)
        if self.body is not None:
            councils.member(self.book, name, self.body, span, bool(found) and self.book.sure_of(name.tekst))
        return True

    def _in_order(self, said: str) -> str:
        """`gemeente Waterdam, adviseur` -> `adviseur, gemeente Waterdam`"""
        first, _, rest = said.partition(", ")
        known = self.page.names.resolve(first, PARTIJ) or first[:1].isupper()
        swap = rest and not has_role(first) and functions.begins_with_role(rest) and known
        return f"{rest}, {first}" if swap else said

    def _enough(self, said: str) -> Sign:
        """In a whole line of name, function and organisation the shape of the name is enough."""
        whole = all(len(functions.parse(part, self.page.names).ids) == 1 for part in functions.parts(said))
        return Sign.SHAPE if whole else Sign.STRONG

    def _without_function(self, line: Line, name: Name, said: str) -> bool:
        """`Anna Bos – Waterdam`: something about her, but not what she does there."""
        ids = self.page.names.resolve(said, PARTIJ)
        if self.body is None and not ids:
            return False
        span = (line.start, line.end)
        sure = roles.person(self.book, name, [span], NAME_RULE, Sign.STRONG, SURE)
        role = functions.Role("", said, ids)
        velden = roles.fields(self.book, name.tekst, role)
        self.book.ask("rol", velden, [span], NAME_RULE, f"Is '{said}' een functie, en bij welke organisatie?")
        if self.body is not None:
            councils.member(self.book, name, self.body, span, sure)
        return True

    def _bare(self, line: Line, name: Name) -> bool:
        """A name and nothing else: the heading says what it is, but the line itself proves little."""
        assert self.body is not None
        span = (line.start, line.end)
        roles.person(self.book, name, [span, self.body.span], NAME_RULE, Sign.PROVEN)
        councils.member(self.book, name, self.body, span, False)
        return True

    # Functie: naam

    def _label(self, line: Line) -> bool:
        found = LABEL.match(self.page.tekst, line.mark, line.end)
        if found is None:
            return False
        label, end = tidy(found["label"]), line.end
        following = NEXT.search(self.page.tekst, found.end(), line.end)
        if following and LABEL.match(self.page.tekst, following.end(), line.end):
            end = following.start() + 1
            self._label(line._replace(tekst=self.page.tekst[following.end() : line.end], start=following.end()))
        if self.page.tekst[found.end() : found.end() + 1] in "“\"„‘'":
            return False  # somebody is quoted
        if VACANT.match(self.page.tekst, found.end(), line.end) or CHOICE.search(
            self.page.tekst, found.end(), line.end
        ):
            return False
        if has_role(label) and not PRESENT.fullmatch(label):
            return self._labelled(line._replace(tekst=self.page.tekst[line.start : end]), label, found.end())
        here = line._replace(tekst=self.page.tekst[line.start : end])
        return bool(PRESENT.fullmatch(label)) and self._present(here, found.end())

    def _labelled(self, line: Line, label: str, start: int) -> bool:
        """`Voorzitter: Anna Bos (gemeente Waterdam)`"""
        people = [
            n for n in names_in(self.page, start, line.end) if n.sign is not Sign.NONE and (" " in n.tekst or n.titled)
        ]
        for at, name in enumerate(people):
            end = people[at + 1].start if at + 1 < len(people) else line.end
            behind = _without_and(self.page.tekst[name.end : end])
            behind = "" if INSTEAD.search(behind) else behind
            span = (line.start, line.end)
            function = functions.singular(label)
            front = tidy(self.page.tekst[people[at - 1].end if at else start : name.start])
            if at and INSTEAD.search(front):
                continue
            if is_role(front) and not re.search(r"[.:]|\svan\s", front):  # Portefeuillehouder: wethouder A. Bos
                roles.several(self.book, name, front, [span], LABEL_RULE, Sign.STRONG, SURE)
            said = f"{function}, {behind}" if behind and not has_role(behind) else function
            roles.several(self.book, name, said, [span], LABEL_RULE, Sign.STRONG, SURE)
            if behind and has_role(behind):
                roles.several(self.book, name, behind, [span], LABEL_RULE, Sign.STRONG, SURE)
        return bool(people)

    def _present(self, line: Line, start: int) -> bool:
        """`Aanwezig: Anna Bos (wethouder Waterdam), B. Oud (Koepel)`: people, each with what stands behind the name."""
        people = [n for n in names_in(self.page, start, line.end) if n.sign is not Sign.NONE]
        for at, name in enumerate(people):
            end = people[at + 1].start if at + 1 < len(people) else line.end
            said = self.page.tekst[name.end : end]
            said = said[: len(said) - len(_front(said))] if at + 1 < len(people) else said
            front = tidy(_front(self.page.tekst[people[at - 1].end if at else start : name.start]))
            front = functions.singular(functions.FRONT.sub("", front))
            if is_role(front) and not re.search(r"[.:]|\svan\s", front):  # Aanwezig: wethouder Anna Bos
                span = (max(start, name.start - len(front) - 6), name.end)
                roles.several(self.book, name, front, [span], LABEL_RULE, Sign.STRONG, SURE)
            self._with(name, said)
        return bool(people)

    def _with(self, name: Name, said: str) -> None:
        """What stands behind a name in such a row."""
        behind = functions.FRONT.sub("", _without_and(said))
        span = (name.start, name.end + len(re.sub(r"(?:\s(?:en|&))?[\s,;]*$", "", said)))
        if behind and has_role(behind):
            roles.several(self.book, name, behind, [span], LABEL_RULE, Sign.STRONG, SURE)
        elif behind and self.page.names.resolve(behind, PARTIJ):
            self._from(name, behind, span)
        else:
            roles.person(self.book, name, [span], LABEL_RULE, Sign.PROVEN)

    def _from(self, name: Name, behind: str, span: tuple[int, int]) -> None:
        """Somebody of an organisation, without a function."""
        roles.person(self.book, name, [span], LABEL_RULE, Sign.STRONG, SURE)
        role = functions.Role("", behind, self.page.names.resolve(behind, PARTIJ))
        question = f"Welke functie heeft {name.tekst} bij '{behind}'?"
        self.book.ask("rol", roles.fields(self.book, name.tekst, role), [span], LABEL_RULE, question)


def _only_titles(text: str) -> bool:
    return all(word.lower() in functions.TITLES for word in text.replace("(", " ").split())


def _front(text: str) -> str:
    """The words right before the next name, with no mark in between: `, burgemeester ` is of that one."""
    return "" if re.search(r"(?:[,;)]|\s(?:en|&))\s{0,3}$", text) else re.split(r"[,;()]|\s(?:en|&)\s", text)[-1]


def _without_and(text: str) -> str:
    text = re.sub(r"\s(?:en|&)\s*$", "", text.rstrip(" ,;\t"))
    while text.split()[-1:] and text.split()[-1].lower() in functions.TITLES:
        text = text.rsplit(None, 1)[0] if " " in text.strip() else ""
    text = text.rstrip(" ,;\t")
    return tidy(text.strip(" ()[],;").replace("(", ", ").replace(")", ""))
