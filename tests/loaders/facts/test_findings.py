"""What was found: once, on all its evidence, and nothing said twice in two ways."""

from graph.domain.provenance import MODEL
from loaders.documents.document import Place
from loaders.facts.fact import Evidence
from loaders.facts.findings import Findings

THEMA = {"id": "thema:zorg", "naam": "Zorg"}
ONE, TWO = Evidence("bron:1", 0, 4, "Zorg"), Evidence("bron:2", 5, 9, "Zorg")


def test_a_fact_that_is_found_again_gets_the_evidence_and_the_fields_it_lacked() -> None:
    findings = Findings(MODEL)
    first = findings.add("thema", dict(THEMA), [ONE], Place("a"), zekerheid=0.5)
    again = findings.add("thema", {**THEMA, "omschrijving": "x"}, [ONE, TWO], Place("b"), zekerheid=0.9)
    assert again is first
    assert (first.bewijs, first.velden["omschrijving"], first.zekerheid) == ([ONE, TWO], "x", 0.9)
    assert findings.places[first.id] == Place("a")
    assert not findings.problems


def test_two_that_contradict_each_other_are_a_problem_at_the_second() -> None:
    findings = Findings(MODEL)
    findings.add("thema", {**THEMA, "omschrijving": "a"}, [ONE], Place("a", 1))
    findings.add("thema", {**THEMA, "omschrijving": "b"}, [TWO], Place("b", 2))
    assert [str(p) for p in findings.problems] == [
        "b:2:0: 'omschrijving' is hier 'b' en in a:1:0 'a'; maak ze gelijk of laat één weg"
    ]


def test_what_is_needed_is_kept_with_the_first_place_and_what_is_made_is_declared() -> None:
    findings = Findings(MODEL)
    findings.need("wet:x", Place("a"), ("Wet",))
    findings.need("wet:x", Place("b"), ("Wet",))
    findings.add("thema", dict(THEMA), [ONE], Place("a"))
    assert findings.needed == {"wet:x": (Place("a"), ("Wet",))}
    assert findings.declared() == {"thema:zorg"}
