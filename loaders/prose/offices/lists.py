"""Lists of people, one a line.

lijst-naam-functie   "Naam – functie, organisatie", "Naam, functie bij organisatie", "Naam (functie, organisatie)"
lijst-functie-naam   "Functie: naam (organisatie)" (see labels)
lijst-ondertekening  a name, and the function on the next line (see signatures)
lijst-leden          a line under "Leden van de …" (see loaders.prose.bodies.councils)
"""

import re

from loaders.facts.fact import ENDED
from loaders.names.naming import PARTIJ
from loaders.names.tokens import tidy
from loaders.prose.bodies import councils
from loaders.prose.bodies.councils import Body
from loaders.prose.offices import behind_name, labels, signatures
from loaders.prose.people import functions, roles, surnames
from loaders.prose.people.functions import DASH, Role, has_role
from loaders.prose.people.people import Name, name_at
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import SURE, Notebook
from loaders.prose.text.page import Page
from loaders.prose.text.sentences import Line

RULE = "lijst-naam-functie"
LONGEST = 1000
APART = re.compile(r"\s{0,3}[\t|]\s{0,3}|\s?[–—]\s|\s/\s")
"""What stands between a name and a function, besides a dash with a space on either side."""
OPENS = re.compile(r"\s?[,(]\s{0,2}")
BOARD = re.compile(
    r"(?:plv\.?\s|plaatsvervangend\s|vice-?)?(?:voorzitter|vz\.?|secretaris|lid|penningmeester)", re.IGNORECASE
)
"""What somebody is of the body that the list is of, and not where they come from."""
DEGREE = re.compile(r"(?:,?\s(?:MSc|MBA|BSc|LLM|MPM|MPA|MA|BA|PhD|RA|RE))+$")
TAIL = re.compile(r"\s\(([^()]{3,60})\)\.?$")
"""What stands between brackets at the end: `gemeente Ede (portefeuillehouder jeugd)`."""
MARKS = re.compile(r"\s?[\t|]\s?|\s/\s")
VERB = re.compile(
    r"\s(?:is|zijn|was|waren|heeft|hebben|wordt|worden|werd|zegt|vindt|vertelt|wil|willen|gaat|gaan|kan|"
    r"kunnen|zegt|stelt|benadrukt|legt|licht|opent)\s"
)
HEADED = ((councils.FORMER_HEADING, ENDED), (councils.COMING_HEADING, "beoogd"))
"""Headings above people who were or will be something, with the word that says so."""


def read(page: Page, book: Notebook) -> None:
    _Lists(page, book).read()


class _Lists:
    """Reads the lines in order; what a heading says holds until the first line that is no item of its list.

    `body`: what the lines below are members of; `past`: the word for people who were or will be something.
    """

    def __init__(self, page: Page, book: Notebook) -> None:
        self.page = page
        self.book = book
        self.body: Body | None = None
        self.past = ""

    def read(self) -> None:
        every = self.page.lines
        for at, line in enumerate(every):
            if self.book.taken.touches(line.start, line.end):
                continue
            above = every[at - 1] if at and not line.blank else None
            if self.past or not signatures.read(self.page, self.book, every[at : at + 4], above):
                self._line(line, every[at - 1] if at else None)

    def _line(self, line: Line, above: Line | None) -> None:
        if len(line.tekst) > LONGEST:
            self.body = None
            return
        word = next((word for heading, word in HEADED if heading.fullmatch(line.tekst)), "")
        if word:
            self.past, self.body = word, None
            return
        body = councils.heading(self.page, line, above)
        if body is not None:
            self.body, self.past = body, ""
        if body is not None or self._person(line) or labels.read(self.page, self.book, line):
            self.book.taken.add((line.start, line.end))
        else:
            self.body, self.past = None, ""

    def _person(self, line: Line) -> bool:
        """A name at the start, then a function; or, under a heading of members, a name alone."""
        name = name_at(self.page, line.mark, line.end)
        if name is None or not self._begins(line, name) or line.tekst.endswith(":"):
            return False
        name = surnames.whole(self.page, name)
        rest = self.page.tekst[name.end : line.end]
        said = _behind(rest)
        if said is None and self.body is not None and not DEGREE.sub("", rest).strip(" .,;\u00a0"):
            return self._bare(line, name, self.body)
        if said is None or behind_name.somebody_else(self.page, name.end, rest):
            return False
        said = tidy(MARKS.sub(", ", said))
        first, _, rest = said.partition(", ")
        if BOARD.fullmatch(rest.strip(" .,")) and not has_role(first):  # Anna Bos (Ede), voorzitter
            self._without_function(line, name, first)
            return self._said(line, name, rest.strip(" .,"))
        return self._said(line, name, self._in_order(said))

    def _begins(self, line: Line, name: Name) -> bool:
        """Whether this name can begin an item: a whole name or one with a title, and only titles before it."""
        if " " not in name.tekst and not name.titled or name.sign is Sign.NONE and self.body is None:
            return False
        front = self.page.tekst[line.mark : name.start].replace("(", " ").split()
        return all(word.lower() in functions.TITLES for word in front)

    def _said(self, line: Line, name: Name, said: str) -> bool:
        """The words behind a name, when a function stands among them where it should."""
        if not has_role(said):
            return self._without_function(line, name, said)
        if line.tekst[-1:] in "?!" or VERB.search(f" {said} ") and "," not in said:
            return False
        first = said.split(",")[0]
        if not has_role(first) and self.body is None and not has_role(said.split(" – ")[0]):
            return False
        said = f"{self.past} {said}" if self.past and not functions.FORMER.search(said) else said
        span = (line.start, line.end)
        found = roles.several(self.book, name, said, Grounds(RULE, [span], SURE), self._enough(said))
        if not self._of_this_body(found):
            self._member(name, span, bool(found) and self.book.sure_of(name.tekst))
        return True

    def _of_this_body(self, found: list[Role]) -> bool:
        """`(voorzitter)`, below the members of a body that we do not know: the question where says who is a member."""
        strange = self.body is not None and len(self.body.ids) != 1
        return strange and any(BOARD.fullmatch(role.functie) and not role.vorm for role in found)

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
        sure = roles.person(self.book, name, Grounds(RULE, [span], SURE))
        velden = roles.fields(self.book, name.tekst, Role("", said, ids))
        question = f"Welke functie heeft {name.tekst} bij '{said}'?" if ids else ""
        self.book.ask("rol", velden, [span], RULE, question or f"Is '{said}' een functie, en bij welke organisatie?")
        self._member(name, span, sure)
        return True

    def _bare(self, line: Line, name: Name, body: Body) -> bool:
        """A name and nothing else: the heading says what it is, but the line itself proves little."""
        span = (line.start, line.end)
        roles.person(self.book, name, Grounds(RULE, [span, body.span]), Sign.PROVEN)
        self._member(name, span, False)
        return True

    def _member(self, name: Name, span: tuple[int, int], sure: bool) -> None:
        if self.body is not None:
            councils.member(self.book, name, self.body, span, sure)


def _behind(rest: str) -> str | None:
    """The words behind a name, without the mark between them: ` – wethouder, Waterdam`, `, wethouder`, ` (wethouder)`.

    None when no mark says that they belong to the name.
    """
    dash = DASH.match(rest) or APART.match(rest)
    if dash:
        return TAIL.sub(r", \1", rest[dash.end() :])
    opened = OPENS.match(rest)
    if opened is None or VERB.search(rest):
        return None
    said = rest[opened.end() :]
    if rest.lstrip().startswith("(") and said.count(")") == 1:
        return said.rstrip(" .").removesuffix(")").replace(")", "")
    return said.replace("(", ", ").replace(")", "")
