"""What must hold between facts: a relationship needs both ends, and some functions are held by one person at a time.

Two people as burgemeester of one gemeente: both are asked, whatever the passages say.
"""

from loaders.facts.fact import Fact, person_id
from loaders.names.tokens import flat
from loaders.prose.text.notebook import ASKED, Notebook
from loaders.prose.text.page import Page

ALONE = (
    "burgemeester",
    "minister",
    "staatssecretaris",
    "gemeentesecretaris",
    "commissaris van de koning",
    "minister president",
)


def read(page: Page, book: Notebook) -> None:
    facts = [f for f in book.facts.values() if f.soort in ("rol", "lid") or _directs(f)]
    asked = {f.velden["id"] for f in book.facts.values() if f.soort == "persoon" and f.vraag and f.velden.get("id")}
    for fact in facts:
        if fact.vraag or _open(fact):
            continue
        key = fact.velden["van"] if fact.soort == "relatie" else person_id(str(fact.velden["persoon"]))
        if key in asked and not page.names.is_known(key):
            _question(fact, f"Eerst weten: wie is '{fact.velden.get('persoon') or key}'?")
    for fact in facts:
        if fact.soort == "rol" and fact.velden.get("organisatie") and not fact.velden.get("tot"):
            _alone(fact, book)


def _alone(fact: Fact, book: Notebook) -> None:
    """Ask when somebody else has this function too, on this page or on one that was read before."""
    function = flat(str(fact.velden.get("functie") or ""))
    if function not in ALONE or fact.vraag:
        return
    people = book.findings.held.setdefault((function, fact.velden["organisatie"]), {})
    people[str(fact.velden["persoon"])] = fact
    if len(people) > 1:
        who = " en ".join(sorted(people))
        where = book.page.names.name(fact.velden["organisatie"])
        for each in people.values():
            _question(each, f"De documenten noemen {who} als {function} van {where}. Wie is het nu?")


def _question(fact: Fact, question: str) -> None:
    fact.vraag, fact.zekerheid = question, ASKED


def _open(fact: Fact) -> bool:
    return fact.soort in ("rol", "lid") and not fact.velden.get("organisatie")


def _directs(fact: Fact) -> bool:
    return fact.soort == "relatie" and fact.velden.get("relatie") == "REGISSEERT"
