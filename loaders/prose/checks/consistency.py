"""What must hold between facts: a relationship needs both ends, and some functions are held by one person at a time.

Two people as burgemeester of one gemeente, or one name as wethouder of two: both are asked, whatever the passages say.
"""

from loaders.facts.fact import Fact, person_id
from loaders.names.naming import ALONE
from loaders.names.tokens import flat
from loaders.prose.people.functions import is_office
from loaders.prose.text.notebook import ASKED, Notebook
from loaders.prose.text.page import Page


def read(page: Page, book: Notebook) -> None:
    facts = [fact for fact in book.facts.values() if _names_somebody(fact)]
    asked = {f.velden.get("id") for f in book.facts.values() if f.soort == "persoon" and f.vraag} - {None}
    for fact in facts:
        key = _person(fact)
        if _is_asserted(fact) and key in asked and not page.names.is_known(key):
            _question(fact, f"Eerst weten: wie is '{fact.velden.get('persoon') or key}'?")
    for fact in facts:
        if fact.soort == "rol" and _is_asserted(fact) and not fact.velden.get("tot"):
            _alone(fact, book)
            _elsewhere(fact, book)


def _names_somebody(fact: Fact) -> bool:
    """A function, a membership, or who directs a traject."""
    return fact.soort in ("rol", "lid") or (fact.soort == "relatie" and fact.velden.get("relatie") == "REGISSEERT")


def _person(fact: Fact) -> str:
    return fact.velden["van"] if fact.soort == "relatie" else person_id(str(fact.velden["persoon"]))


def _is_asserted(fact: Fact) -> bool:
    """No question, and both ends: of a function at nobody knows which organisation there is no relationship."""
    return fact.vraag is None and (fact.soort == "relatie" or bool(fact.velden.get("organisatie")))


def _alone(fact: Fact, book: Notebook) -> None:
    """Ask when somebody else has this function too, on this page or on one that was read before."""
    function, organisation = flat(str(fact.velden.get("functie") or "")), fact.velden["organisatie"]
    if function not in ALONE:
        return
    people = book.findings.held.setdefault((function, organisation), {})
    people[str(fact.velden["persoon"])] = fact
    if len(people) > 1:
        who = " en ".join(sorted(people))
        where = book.page.names.name(organisation)
        for each in people.values():
            _question(each, f"De documenten noemen {who} als {function} van {where}. Wie is het nu?")


def _elsewhere(fact: Fact, book: Notebook) -> None:
    """Ask when somebody of this name has the same office at another place: that may be somebody else."""
    function = flat(str(fact.velden.get("functie") or ""))
    if not is_office(function):
        return
    places = book.findings.offices.setdefault((str(fact.velden["persoon"]), function), {})
    places[fact.velden["organisatie"]] = fact
    if len(places) > 1:
        where = " en ".join(book.page.names.name(key) for key in sorted(places))
        for each in places.values():
            _question(
                each, f"{fact.velden['persoon']} staat er als {function} van {where}. Is dat één mens, en waar nu?"
            )


def _question(fact: Fact, question: str) -> None:
    fact.vraag, fact.zekerheid = question, ASKED
