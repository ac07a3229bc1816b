"""Pages in our own words, and what each supports."""

import pytest

from tests.loaders.records.yaml_text import problems, read

PAGE = "{{url: https://www.voorbeeld.test/nieuws/een%20loket/, zegt: Het loket draait.{}}}"
THEMA = "{{soort: oplossing, id: oplossing:a, titel: X, rijpheid: BEPROEFD, themas: [thema:schulden], bronnen: [{}]}}"


def supported(page: str) -> list[str]:
    """The facts that the page supports: by their kind and what they say."""
    found = read(THEMA.format(page))
    assert not found.problems, [str(p) for p in found.problems]
    web = next(document for document in found.documents.values() if document.vorm == "web")
    assert (web.titel, web.soort, web.tekst) == (
        "voorbeeld.test/nieuws/een loket",
        "webpagina, samengevat",
        "Het loket draait.",
    )
    facts = [fact for fact in found.facts.values() if any(proof.document == web.id for proof in fact.bewijs)]
    return [str(fact.velden.get("eigenschap") or fact.velden.get("relatie") or fact.soort) for fact in facts]


@pytest.mark.parametrize(
    ("over", "facts"),
    [
        ("", ["oplossing"]),
        (", over: rijpheid", ["rijpheid"]),
        (", over: [rijpheid, themas]", ["GAAT_OVER", "rijpheid"]),
        (", over: 'thema:schulden'", ["GAAT_OVER"]),
    ],
)
def test_a_page_supports_the_record_or_what_it_is_over(over: str, facts: list[str]) -> None:
    assert sorted(supported(PAGE.format(over))) == sorted(facts)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("{url: https://x.nl}", "een bron heeft 'url' en 'zegt'"),
        ("{url: x.nl, zegt: y}", "'x.nl' is geen webadres"),
        ("{url: https://x.nl, zegt: y, datum: gisteren}", "'gisteren' is geen datum"),
        ("{url: https://x.nl, zegt: y, titl: z}", "onbekend veld 'titl'; bedoel je 'titel'?"),
        (
            "{url: https://x.nl, zegt: y, over: [rijpheit]}",
            "onbekend veld onder 'over': 'rijpheit'; bedoel je 'rijpheid'?",
        ),
    ],
)
def test_a_mistake_in_a_page_is_named(page: str, said: str) -> None:
    [problem] = problems(THEMA.format(page))
    assert problem.startswith(said)
