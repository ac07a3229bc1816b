"""Parts of a plain text that are not about the subject: captions, reader comments, forms and the foot of a page.

A web page saved as text has lost its zones; these are found again by the words that open them. What stands in them is
kept and never believed, like the zones of `loaders.documents.document`.
"""

import re
from collections.abc import Iterator

from loaders.documents.document import Document
from loaders.prose.text.function_words import ROLE
from loaders.prose.text.sentences import Line

CAPTION = re.compile(
    r"(?:foto|foto's|foto’s|fotografie|fotograaf|beeld|illustratie|afbeelding|bron foto|bijschrift|credits?)"
    r"(?:\s{0,3}(?:door|van(?!\slinks)|:|©|\()|\s{0,2}$)|©",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"\bv\.?l\.?n\.?r\b|\breactie van [A-Z][^:\n]{2,60}:|"
    r"(?:^|[.!?)]\s|\()(?:foto|foto's|foto’s|beeld|illustratie|fotografie|fotograaf)\s{0,2}:",
    re.IGNORECASE,
)
COMMENTS = re.compile(
    r"(?:laat een (?:reactie|bericht) achter|(?:geef|plaats|schrijf) (?:een|je|uw) reactie|\d{1,4} reacties?|reacties?"
    r"(?: op dit (?:bericht|artikel))?|reageer(?: op dit artikel)?|leave a (?:reply|comment))\s{0,2}(?:\(\d{1,4}\))?:?",
    re.IGNORECASE,
)
FOOT = re.compile(
    r"(?:privacy(?:verklaring|statement)?|cookies?(?:beleid|verklaring)?|disclaimer|toegankelijkheid|sitemap|"
    r"copyright.{0,80}|"
    r"bekijk onze privacyverklaring|naar boven|deel (?:dit|deze) (?:bericht|pagina|artikel)|volg ons(?: op.{0,40})?|"
    r"meer nieuws|lees ook|gerelateerd(?:e berichten)?|home|menu|zoeken|inloggen|print(?: deze pagina)?)\.?",
    re.IGNORECASE,
)
PATH = re.compile(r"(?:home|start|u bent hier|je bent hier)\s{0,2}[:>»/›|].{0,200}", re.IGNORECASE)
FORM = re.compile(
    r"(?:(?:je|uw|het) )?(?:naam|e-?mail(?:adres)?|telefoon(?:nummer)?|bericht|onderwerp|"
    r"website)\s{0,2}\*?\s{0,2}:?\s{0,2}\*?",
    re.IGNORECASE,
)

FROM_LEFT = re.compile(r"\bv\.?l\.?n\.?r\b|\bvan links naar rechts\b", re.IGNORECASE)

Aside = tuple[int, int, str]


def find(document: Document, lines: list[Line]) -> list[Aside]:
    """Spans with the kind of zone they are. Reader comments run to the end of the text, when nothing says otherwise."""
    return sorted([*_per_line(lines), *_comments(document, lines)])


def _per_line(lines: list[Line]) -> Iterator[Aside]:
    for line in lines:
        text = line.tekst
        if len(text) > 400:
            continue
        if (CAPTION.match(text) or CREDIT.search(text)) and not _says_who(text):
            yield line.start, line.end, "bijschrift"
        elif FOOT.fullmatch(text) or PATH.fullmatch(text):
            yield line.start, line.end, "nav"
        elif FORM.fullmatch(text):
            yield line.start, line.end, "formulier"


def _says_who(text: str) -> bool:
    """`V.l.n.r. wethouder Anna Bos, directeur Piet Vos en Els Smit`: what two of them are, beside their names."""
    if not FROM_LEFT.search(text):
        return False
    return sum(ROLE.search(word.lower()) is not None for word in re.findall(r"[\w-]{5,40}", text)) > 1


def _comments(document: Document, lines: list[Line]) -> Iterator[Aside]:
    for line in lines:
        if len(line.tekst) < 60 and COMMENTS.fullmatch(line.tekst):
            yield line.start, len(document.tekst), "reactie"
            return
