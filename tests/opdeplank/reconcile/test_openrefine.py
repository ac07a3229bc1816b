"""The protocol as OpenRefine speaks it: what it asks, and what must come back (version 0.2 of the specification)."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx
import jsonschema_rs
import orjson
import pytest

from tests.service import Service

AT = "/reconcile"
TEXT, NUMBER = {"type": "string"}, {"type": "number"}


def record(needed: Mapping[str, Any], may: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The schema of an object with these members and no others."""
    return {
        "type": "object", "required": [*needed], "properties": {**needed, **(may or {})}, "additionalProperties": False,
    }  # fmt: skip


def listed(of: Any) -> dict[str, Any]:
    return {"type": "array", "items": of}


NAMED = record({"id": TEXT, "name": TEXT}, {"description": TEXT})
FEATURE = record({"id": TEXT, "value": {"type": ["number", "boolean"]}})
CANDIDATE = record(
    {"id": TEXT, "name": TEXT, "score": NUMBER},
    {"description": TEXT, "match": {"type": "boolean"}, "type": listed(NAMED), "features": listed(FEATURE)},
)
ANSWERS = {"type": "object", "additionalProperties": record({"result": listed(CANDIDATE)})}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
CELL = {
    "oneOf": [record({"id": TEXT, "name": TEXT}), record({"str": TEXT}), record({"int": {"type": "integer"}}),
              record({"float": NUMBER}), record({"date": MOMENT})]
}  # fmt: skip
COLUMNS = record(
    {
        "meta": listed(record({"id": TEXT, "name": TEXT}, {"type": NAMED})),
        "rows": {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": listed(CELL)}},
    }
)
PLACE = record({"service_url": TEXT, "service_path": TEXT})
TEMPLATE = {"type": "string", "pattern": r"^https?://.*\{\{id\}\}"}
MANIFEST = record(
    {
        "versions": {"type": "array", "contains": {"const": "0.2"}}, "name": TEXT, "identifierSpace": TEXT,
        "schemaSpace": TEXT, "view": record({"url": TEMPLATE}), "defaultTypes": listed(NAMED),
        "suggest": record({"entity": PLACE, "type": PLACE, "property": PLACE}),
        "preview": record({"url": TEMPLATE, "width": {"type": "integer"}, "height": {"type": "integer"}}),
        "extend": record({"propose_properties": PLACE, "property_settings": {"type": "array"}}),
        "batchSize": {"type": "integer"},
    },
    {"documentation": TEXT, "serviceVersion": TEXT},
)  # fmt: skip
SUGGESTED = record(
    {"result": listed(record({"id": TEXT, "name": TEXT}, {"description": TEXT, "notable": listed(TEXT)}))}
)


def asked(service: Service, path: str, schema: Mapping[str, Any] | None = None, **given: Any) -> Any:
    reply = httpx.get(service.url + path, params=given, headers={"Origin": "http://127.0.0.1:3333"}, timeout=60)
    assert reply.status_code == 200, reply.text
    assert reply.headers["access-control-allow-origin"] == "*"
    if schema is not None:
        jsonschema_rs.validate(dict(schema), reply.json())
    return reply.json()


def text(value: Any) -> str:
    return orjson.dumps(value).decode()


def test_it_says_what_it_can_and_everything_it_names_is_there(dienst: Service) -> None:
    found = asked(dienst, AT, MANIFEST)
    for place in (*found["suggest"].values(), found["extend"]["propose_properties"]):
        assert httpx.get(place["service_url"] + place["service_path"], params={"prefix": "a"}).status_code == 200
    one = quote("gemeente:gm0344", safe="")
    page = httpx.get(found["view"]["url"].replace("{{id}}", one))
    assert (page.status_code, page.headers["location"]) == (303, "/gemeente/GM0344")
    shown = httpx.get(found["preview"]["url"].replace("{{id}}", one))
    assert "Utrecht" in shown.text
    assert "frame-ancestors *" in shown.headers["content-security-policy"]
    assert "x-frame-options" not in shown.headers
    assert httpx.get(found["view"]["url"].replace("{{id}}", "gemeente:gm9999")).status_code == 404


def test_a_batch_of_ten_as_openrefine_sends_it(dienst: Service) -> None:
    names = {"Utrecht": "gemeente:gm0344", "gemeente Enschede": "gemeente:gm0153", "GM0363": "gemeente:gm0363",
             "Den Haag": "gemeente:gm0518", "Amsterdm": None, "zzzzzz": None, "": None, "SZW": None,
             "Utrecht ": "gemeente:gm0344", "gemeente:gm0014": "gemeente:gm0014"}  # fmt: skip
    queries = {
        f"q{n}": {"query": name, "type": "Gemeente", "limit": 3, "type_strict": "should"}
        for n, name in enumerate(names)
    }
    found = asked(dienst, AT, ANSWERS, queries=text(queries))
    posted = httpx.post(f"{dienst.url}{AT}", data={"queries": text(queries)}, headers={"Origin": "null"}, timeout=60)
    slashed = httpx.post(f"{dienst.url}{AT}/", data={"queries": text(queries)}, timeout=60)
    assert posted.json() == slashed.json() == found
    assert posted.headers["access-control-allow-origin"] == "*"
    for (name, key), answer in zip(names.items(), found.values(), strict=True):
        sure = [each["id"] for each in answer["result"] if each["match"]]
        assert sure == ([key] if key else []), name
        assert len(answer["result"]) <= 3
    assert found["q4"]["result"][0]["id"] == "gemeente:gm0363", "only alike, so it is offered"


def test_what_a_row_says_besides_its_name_counts(dienst: Service) -> None:
    limburg = [{"pid": "provincie", "v": "Limburg"}]
    queries = {"a": {"query": "Bergen", "type": "Gemeente"}, "b": {"query": "Bergen", "properties": limburg}}
    found = asked(dienst, AT, ANSWERS, queries=text(queries))
    assert not [each for each in found["a"]["result"] if each["match"]]
    assert [each["id"] for each in found["b"]["result"] if each["match"]] == ["gemeente:gm0893"]


def test_columns_for_what_was_matched(dienst: Service) -> None:
    properties = [{"id": "inwoners"}, {"id": "provincie"}, {"id": "ontwikkelde", "settings": {"hoogstens": "2"}},
                  {"id": "begindatum"}, {"id": "bestaatNiet"}, {"id": "naam"}]  # fmt: skip
    ids = ["gemeente:gm0153", "wet:participatiewet", "gemeente:gm9999"]
    given = text({"ids": ids, "properties": properties})
    found = asked(dienst, AT, COLUMNS, extend=given)
    assert httpx.post(f"{dienst.url}{AT}", data={"extend": given}, timeout=60).json() == found
    assert list(found["rows"]) == ids
    enschede = found["rows"]["gemeente:gm0153"]
    assert enschede["provincie"] == [{"str": "Overijssel"}]
    assert enschede["inwoners"][0]["int"] > 100_000
    assert len(enschede["ontwikkelde"]) <= 2
    assert enschede["bestaatNiet"] == []
    assert found["rows"]["gemeente:gm9999"] == {each["id"]: [] for each in properties}
    assert {each["id"]: each.get("type", {}).get("id") for each in found["meta"]}["ontwikkelde"] == "Oplossing"


def test_while_somebody_types(dienst: Service) -> None:
    found = asked(dienst, f"{AT}/suggest/entity", SUGGESTED, prefix="Ensch")["result"]
    assert found[0]["id"] == "gemeente:gm0153"
    by_id = asked(dienst, f"{AT}/suggest/entity", SUGGESTED, prefix="gemeente:gm0153")["result"]
    assert by_id[0]["name"] == "Enschede"
    assert asked(dienst, f"{AT}/suggest/type", SUGGESTED, prefix="gem")["result"][0]["id"] == "Gemeente"
    assert asked(dienst, f"{AT}/suggest/property", SUGGESTED, prefix="inw")["result"][0]["id"] == "inwoners"
    proposed = asked(dienst, f"{AT}/eigenschappen", type="Gemeente", limit=3)
    assert (proposed["type"], len(proposed["properties"])) == ("Gemeente", 3)


def test_people_are_not_looked_up(dienst: Service) -> None:
    person = httpx.post(f"{dienst.url}/graphql", json={"query": "{ personen(first: 1) { nodes { id naam } } }"}).json()
    (somebody,) = person["data"]["personen"]["nodes"]
    queries = {"a": {"query": somebody["naam"]}, "b": {"query": somebody["id"]}, "c": {"query": "x", "type": "Persoon"}}
    found = asked(dienst, AT, ANSWERS, queries=text(queries))
    assert somebody["id"] not in [each["id"] for answer in found.values() for each in answer["result"]]
    assert found["c"]["result"] == []
    rows = asked(dienst, AT, COLUMNS, extend=text({"ids": [somebody["id"]], "properties": [{"id": "naam"}]}))["rows"]
    assert rows[somebody["id"]] == {"naam": []}


@pytest.mark.parametrize("given", [{"queries": "{"}, {"queries": "[]"}, {"queries": '{"a": 3}'}, {"extend": "{}"}])
def test_what_it_does_not_understand_it_says(dienst: Service, given: dict[str, str]) -> None:
    for reply in (httpx.get(f"{dienst.url}{AT}", params=given), httpx.post(f"{dienst.url}{AT}", data=given)):
        assert reply.status_code == 400
        assert reply.json()["code"] == "BAD_USER_INPUT"
        assert reply.headers["access-control-allow-origin"] == "*"


def test_too_much_at_once_is_refused(dienst: Service) -> None:
    queries = {f"q{n}": {"query": "x"} for n in range(51)}
    assert httpx.post(f"{dienst.url}{AT}", data={"queries": text(queries)}).status_code == 413
    assert httpx.post(f"{dienst.url}{AT}", json={"queries": queries}).status_code == 415
    ids = text({"ids": ["gemeente:gm0344"] * 501, "properties": [{"id": "naam"}]})
    assert httpx.post(f"{dienst.url}{AT}", data={"extend": ids}).status_code == 413
