"""The pages over HTTP: addresses that last, questions of any kind, what a program gets, and what it costs."""

import re
from urllib.parse import quote, urlencode

import httpx
import orjson
import pytest
from lxml import etree
from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from opdeplank.display.display import PAGES as KINDS
from opdeplank.graphql.registered import by_name
from tests.service import Service
from tests.web.looking import ASKED, PAGES

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
THINGS = [PAGES[kind] for kind in KINDS]


def get(dienst: Service, address: str, **headers: str) -> httpx.Response:
    return httpx.get(dienst.url + address, headers={**BROWSER, **headers}, timeout=30)


def test_the_sitemap_holds_the_pages_of_all_things_and_no_question(dienst: Service) -> None:
    reply = get(dienst, "/sitemap.xml")
    assert reply.headers["content-type"] == "application/xml; charset=utf-8"
    found = etree.fromstring(reply.content).xpath("//*[local-name() = 'loc']/text()")
    assert {dienst.url + path for path in ("/", *THINGS) if path != "/gemeente/GM0140"} <= set(found)
    assert len(found) == len(set(found)) > 500
    assert not [each for each in found if "?" in each]


@pytest.mark.parametrize("path", ["/privacy", "/toegankelijkheid", "/contact"])
def test_what_the_service_does_is_said_and_linked_from_every_page(dienst: Service, path: str) -> None:
    assert f'href="{path}"' in get(dienst, "/").text
    page = get(dienst, path)
    assert page.status_code == 200
    assert 'property="og:title"' in page.text
    assert "/wijzigingen.atom" in page.text


@pytest.mark.parametrize("path", THINGS)
def test_a_thing_is_also_linked_data(dienst: Service, path: str) -> None:
    reply = get(dienst, path, accept="application/ld+json")
    assert reply.headers["content-type"].startswith("application/ld+json")
    assert "Accept" in reply.headers["vary"]
    thing = reply.json()
    assert thing["@id"] == dienst.url + path
    assert thing["@context"]["@vocab"] == "https://schema.org/"
    assert thing["name"]
    assert thing["identifier"].startswith(f"{path.split('/')[1]}:")
    assert get(dienst, f"{path}?formaat=jsonld").json() == thing
    assert get(dienst, path).headers["content-type"].startswith("text/html")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader still uses it
@pytest.mark.parametrize("path", THINGS)
def test_a_thing_is_the_same_in_turtle(dienst: Service, path: str) -> None:
    reply = get(dienst, path, accept="text/turtle")
    assert reply.headers["content-type"] == "text/turtle; charset=utf-8"
    base = f"{dienst.url}/"
    same = Graph().parse(data=get(dienst, f"{path}?formaat=jsonld").text, format="json-ld", base=base)
    for text in (reply.text, get(dienst, f"{path}?formaat=ttl").text):
        assert isomorphic(Graph().parse(data=text, format="turtle"), same)
    assert (URIRef(dienst.url + path), URIRef("https://schema.org/name"), None) in same


def test_linked_data_carries_the_passages(dienst: Service) -> None:
    thing = get(dienst, PAGES["oplossing"], accept="application/ld+json").json()
    quoted = thing["prov:wasDerivedFrom"]
    assert all(q["isBasedOn"]["url"].startswith("http") for q in quoted)
    assert any("Almere" in q["text"] for q in quoted)


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/gemeente/gm0344", "/gemeente/GM0344"),
        ("/gemeente/utrecht", "/gemeente/GM0344"),
        ("/gemeente/Den-Haag", "/gemeente/GM0518"),
        ("/gemeente?gemeente=GM0344", "/gemeente/GM0344"),
        ("/gemeente?gemeente=utrecht", "/gemeente/GM0344"),
    ],
)
def test_an_address_that_is_almost_right_leads_on(dienst: Service, asked: str, leads_to: str) -> None:
    reply = get(dienst, asked)
    assert reply.status_code in (301, 303)
    assert reply.headers["location"] == leads_to


def test_a_former_gemeente_points_at_her_successors(dienst: Service) -> None:
    page = get(dienst, "/gemeente/GM0140").text
    assert "Deze gemeente bestaat niet meer" in page
    assert 'href="/gemeente/GM0080"' in page
    assert 'href="/gemeente/GM1900"' in page


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "slug", ["bestaat-niet", "%3Cscript%3Ealert(1)%3C/script%3E", "x" * 300, "%00", "GM9999", "🙂"]
)
def test_an_unknown_thing_is_a_page_that_helps(dienst: Service, kind: str, slug: str) -> None:
    reply = get(dienst, f"/{kind}/{slug}")
    assert reply.status_code == 404
    assert "<script>" not in reply.text
    program = get(dienst, f"/{kind}/{slug}", accept="application/problem+json")
    assert program.status_code == 404
    assert program.json()["code"] == "NOT_FOUND"


def test_an_unknown_address_suggests_what_was_meant(dienst: Service) -> None:
    page = get(dienst, "/oplossing/jongeren-fonds").text
    assert "Bedoel je dit?" in page
    assert "/oplossing/jongeren-perspectief-fonds" in page


STRANGE = [
    "x", "a" * 2_000, "how do I bake bread", "🙂🙂🙂", "stomme rotgemeente", "title:* AND ~\"", "\"", "((((", "*", "~",
    "' OR 1=1 --", "<script>alert(1)</script>", "\x00\x07\u202e", "{{ 7*7 }}", "${jndi:ldap://x}", "％", "ﷺ" * 50,
    "MATCH (n) DETACH DELETE n", "-" * 200, "\n\n\n", "schulden\r\nSet-Cookie: a=b",
]  # fmt: skip


@pytest.mark.parametrize("vraag", STRANGE)
def test_any_question_gets_a_calm_page(dienst: Service, vraag: str) -> None:
    reply = get(dienst, "/?" + urlencode({"vraag": vraag, "gemeente": "GM0344"}))
    assert reply.status_code == 200
    assert "<script>alert" not in reply.text
    assert "set-cookie" not in reply.headers
    assert reply.headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"gemeente": "Nergenshuizen"}, "We kennen geen gemeente ‘Nergenshuizen’"),
        ({"gemeente": "GM9999"}, "We kennen geen gemeente ‘GM9999’"),
        ({"gemeente": "GM0860"}, "Veghel bestaat niet meer. We rekenen met Meierijstad."),
        ({"gemeente": "veghel"}, "Veghel bestaat niet meer. We rekenen met Meierijstad."),
        ({"gemeente": "Utrecht"}, "Voor Utrecht, bij deze vraag"),
        ({"rijpheid": "BESTAAT_NIET", "bewijs": "<b>", "na": "geen-wijzer"}, "op de plank"),
    ],
)
def test_what_we_made_of_the_question_is_said(dienst: Service, parameters: dict[str, str], says: str) -> None:
    reply = get(dienst, "/?" + urlencode({"vraag": "jongere met schulden", **parameters}))
    assert reply.status_code == 200
    assert says in reply.text


def test_a_question_that_is_too_long_is_not_asked_and_stays_whole(dienst: Service) -> None:
    reply = get(dienst, "/?" + urlencode({"vraag": "schulden " * 400}))
    assert reply.status_code == 422
    assert reply.text.count("schulden ") >= 399
    assert "Je vraag is te lang" in reply.text


def test_a_gemeente_that_uses_everything_gets_something_useful(dienst: Service) -> None:
    asked = "/?" + urlencode({"vraag": "Jongeren Perspectief Fonds", "gemeente": "GM0518"})
    without = get(dienst, asked).text
    found, _, own = without.partition("<main")[2].partition('id="heeft-al"')
    assert '<h2 class="titel"><a href="/oplossing/jongeren-perspectief-fonds"' not in found
    assert '/oplossing/jongeren-perspectief-fonds"' in own, "what one has already is shown, and marked"
    assert '/oplossing/jongeren-perspectief-fonds"' in get(dienst, f"{asked}&eigen=ja").text


@pytest.mark.parametrize("path", [*THINGS, PAGES["onderwerp"]])
def test_the_page_of_a_thing_says_where_it_stands_and_where_its_data_are(dienst: Service, path: str) -> None:
    head = get(dienst, path).text.partition("</head>")[0]
    assert f'<link rel="canonical" href="{dienst.url}{path}">' in head
    for form in ("jsonld", "ttl"):
        assert f'href="{path}?formaat={form}"' in head


@pytest.mark.parametrize("path", ["/", *THINGS, "/thema", "/gemeente"])
def test_a_page_that_is_known_is_not_sent_again(dienst: Service, path: str) -> None:
    first = get(dienst, path)
    assert first.headers["content-encoding"] == "gzip"
    again = get(dienst, path, **{"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_every_link_on_every_page_leads_somewhere(dienst: Service) -> None:
    seen: set[str] = set()
    for path in PAGES.values():
        page = get(dienst, path).text
        seen |= {address.replace("&amp;", "&") for address in re.findall(r'(?:href|src|action)="(/[^"#]*)', page)}
    one_of_each = {
        re.sub(r"[^/]+$", "", a) + str(len(a) % 3): a for a in sorted(seen) if not a.startswith("/gemeente/")
    }
    for address in one_of_each.values():
        assert get(dienst, address).status_code in (200, 303), address
    assert len(one_of_each) > 20


def test_the_registered_operations_of_the_pages_answer_over_http_too(dienst: Service) -> None:
    for name, variables in {
        "plank": {},
        "antwoord": {"vraag": "schulden"},
        "blad-oplossing": {"sleutel": {"slug": "jongeren-perspectief-fonds"}},
        "blad-knelpunt": {"sleutel": {"slug": "een-schuldregeling-duurt-te-lang"}},
        "blad-gemeente": {"sleutel": {"code": "GM0153"}},
        "blad-traject": {"sleutel": {"slug": "basis-van-de-arbeidsmarkt"}},
        "blad-thema": {"sleutel": {"slug": "schulden"}}, "blad-onderwerp": {"sleutel": {"slug": "jeugdhulp"}},
        "lijst-themas": {}, "lijst-onderwerpen": {}, "lijst-trajecten": {}, "lijst-oplossingen": {},
        "lijst-knelpunten": {},
        "gemeente": {"sleutel": {"naam": "Utrecht"}},
        "widget": {"vraag": "schulden", "gemeente": {"code": "GM0344"}},
    }.items():  # fmt: skip
        given = quote(orjson.dumps(variables).decode())
        reply = get(dienst, f"/graphql?documentId={quote(by_name(name).id)}&variables={given}", accept="*/*")
        assert "errors" not in reply.json(), (name, reply.json())
        assert reply.headers["access-control-allow-origin"] == "*"


def test_a_question_is_not_kept_by_anyone_on_the_way(dienst: Service) -> None:
    assert get(dienst, ASKED).headers["cache-control"] == "private, no-cache"
    assert get(dienst, ASKED).headers["referrer-policy"] == "no-referrer"
