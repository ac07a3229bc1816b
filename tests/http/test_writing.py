"""Writing over HTTP: by POST in JSON alone, and only what that says."""

import httpx

from tests.service import Service

SOLVES = "oplossing:jongeren-perspectief-fonds"
USE = """mutation ($invoer: ToepassingInvoer!) { toepassingMelden(invoer: $invoer) {
  toepassing { id aanpassing } fouten { code } } }"""
SAID = {"gemeente": {"code": "GM0344"}, "oplossing": SOLVES, "status": "OVERWEEGT"}
READ = """{ gemeente(sleutel: {code: "GM0344"}) { toepassingen(first: 100) {
  nodes { status aanpassing oplossing { id } } } } }"""


def read(dienst: Service) -> list[dict[str, object]]:
    answer = httpx.post(f"{dienst.url}/graphql", json={"query": READ}).json()
    nodes = answer["data"]["gemeente"]["toepassingen"]["nodes"]
    return [node for node in nodes if node["oplossing"]["id"] == SOLVES]


def test_a_link_writes_nothing(schrijvende_dienst: Service) -> None:
    before = read(schrijvende_dienst)
    said = f'{{gemeente: {{code: "GM0344"}}, oplossing: "{SOLVES}", status: OVERWEEGT}}'
    text = f"mutation {{ toepassingMelden(invoer: {said}) {{ fouten {{ code }} }} }}"
    reply = httpx.get(f"{schrijvende_dienst.url}/graphql", params={"query": text})
    assert (reply.status_code, reply.json()["errors"][0]["extensions"]["code"]) == (405, "BAD_USER_INPUT")
    assert "POST" in reply.headers["allow"]
    assert read(schrijvende_dienst) == before


def test_a_form_of_another_site_writes_nothing(schrijvende_dienst: Service) -> None:
    before = read(schrijvende_dienst)
    url, body = f"{schrijvende_dienst.url}/graphql", '{"query": "mutation { samenvoegen(behoud: 1, opgaan: [2]) }"}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        reply = httpx.post(url, content=body, headers={"Content-Type": kind, "Origin": "https://boos.test"})
        assert reply.status_code == 415
    assert read(schrijvende_dienst) == before


def test_html_is_stored_as_text_and_shown_as_text(schrijvende_dienst: Service) -> None:
    text = "<script>alert('hallo')</script>"
    asked = {"query": USE, "variables": {"invoer": {**SAID, "aanpassing": text}}}
    answer = httpx.post(f"{schrijvende_dienst.url}/graphql", json=asked).json()
    assert answer["data"]["toepassingMelden"]["toepassing"]["aanpassing"] == text
    for path in ("oplossing/jongeren-perspectief-fonds", "gemeente/gm0344"):
        page = httpx.get(f"{schrijvende_dienst.url}/{path}", headers={"Accept": "text/html"}).text
        assert text not in page


def test_who_wrote_reads_it_back_at_once_where_answers_are_kept(schrijvende_dienst: Service) -> None:
    manifest = httpx.get(f"{schrijvende_dienst.url}/persisted-query-manifest.json").json()
    known = next(each["id"] for each in manifest["operations"] if each["name"] == "bladGemeente")
    asked = {"documentId": f"sha256:{known}", "variables": '{"sleutel": {"code": "GM0344"}}'}
    first = httpx.get(f"{schrijvende_dienst.url}/graphql", params=asked)
    again = {"query": USE, "variables": {"invoer": {**SAID, "status": "VOORBEREIDING"}}}
    httpx.post(f"{schrijvende_dienst.url}/graphql", json=again)
    second = httpx.get(f"{schrijvende_dienst.url}/graphql", params=asked)
    assert first.headers["etag"] != second.headers["etag"]
