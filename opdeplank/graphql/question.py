"""What a request asks: the members of its body or of its address, and which registered operation they name.

{"documentId": "sha256:…", "variables": {…}}                                    ours
{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "…"}}}           as Apollo names the same
{"query": "{ themas { nodes { naam } } }"}                                                a free question
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson
from starlette.datastructures import QueryParams
from starlette.requests import Request

from opdeplank.graphql.registered import Registered, known_as, registered
from opdeplank.http.problems import Problem

BOM = b"\xef\xbb\xbf"
REMEMBERED = 1_000
"""Bytes of an address that is worth remembering what it asks."""
EXAMPLE = 'Stuur bijvoorbeeld {"query": "{ themas { nodes { naam } } }"}.'
UNSUPPORTED = Problem(415, "Dit soort inhoud kan niet.", "Stuur de vraag als application/json in UTF-8.")
PACKED = Problem(
    415, "Ingepakte inhoud lezen we niet.", "Stuur de vraag zonder Content-Encoding.",
    headers={"Accept-Encoding": "identity"},
)  # fmt: skip


@dataclass(frozen=True)
class Question:
    """`document` is the registered operation that it names; then `query` is its text."""

    query: str
    variables: Mapping[str, Any] | None = None
    operation_name: str | None = None
    document: Registered | None = None

    @property
    def key(self) -> bytes:
        """What the answer to a registered operation depends on: its id and the variables that it has."""
        assert self.document is not None
        given = {name: value for name, value in (self.variables or {}).items() if name in self.document.variables}
        return self.document.id.encode() + orjson.dumps(given, option=orjson.OPT_SORT_KEYS)


async def posted(request: Request) -> Question | Problem:
    """The question in a body."""
    if not is_json(request.headers.get("content-type", "")):
        return UNSUPPORTED
    if request.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        return PACKED
    try:
        found = orjson.loads((await request.body()).removeprefix(BOM))
    except orjson.JSONDecodeError:
        return Problem(400, "De vraag is geen JSON.", EXAMPLE)
    if not isinstance(found, dict):
        return Problem(400, "De vraag is geen JSON-object.", EXAMPLE)
    return question(found)


def addressed(query_string: bytes) -> Question | Problem | None:
    """The question in an address; None when it asks nothing."""
    return (_addressed if len(query_string) <= REMEMBERED else _addressed.__wrapped__)(query_string)


@lru_cache(1024)
def _addressed(query_string: bytes) -> Question | Problem | None:
    found: dict[str, Any] = dict(QueryParams(query_string))
    for name in ("variables", "extensions"):
        if name in found:
            try:
                found[name] = orjson.loads(found[name].removeprefix("\ufeff")) if found[name] else None
            except orjson.JSONDecodeError:
                return Problem(400, f"`{name}` is geen JSON.", "Zet er een JSON-object in.")
            if not isinstance(found[name], dict | None):
                return Problem(400, f"`{name}` is geen JSON-object.", "Zet er een JSON-object in.")
    if not {"documentId", "query", "extensions"} & found.keys():
        return None
    return question(found, by_id_first=True)


def question(given: Mapping[str, Any], by_id_first: bool = False) -> Question | Problem:
    """The question that these members are. A text in a body goes before an id beside it."""
    variables, name = given.get("variables"), given.get("operationName") or None
    wrong = _shape_error(given)
    named = _named(given)
    if named is not None and (by_id_first or given.get("query") is None):
        known = known_as(named)
        if known is None:
            return unknown(given)
        return Question(known.text, variables, name, known) if wrong in (None, NO_QUERY) else _wrong(wrong)
    return _wrong(wrong) if wrong else Question(given["query"], variables, name)


def _named(given: Mapping[str, Any]) -> str | None:
    """The id of a registered operation; a text that goes with Apollo's is what it names."""
    if isinstance(given.get("documentId"), str):
        return str(given["documentId"])
    extensions = given.get("extensions")
    persisted = extensions.get("persistedQuery") if isinstance(extensions, dict) else None
    if isinstance(persisted, dict) and given.get("query") is None:
        return str(persisted.get("sha256Hash"))
    return None


@dataclass(frozen=True)
class Unknown(Problem):
    """No question of the program has this id; one that was made here may (`opdeplank.graphql.saved_questions`)."""

    named: str = ""
    variables: Mapping[str, Any] | None = None
    operation_name: str | None = None


def unknown(given: Mapping[str, Any]) -> Problem:
    """No question of others is kept here; ours are named. Who asks as Apollo does waits for one word: urql goes on with
    the whole question only when the message is just that."""
    ours = [{"naam": each.name, "documentId": each.id} for each in registered().values()]
    by_id = "documentId" in given
    told = "" if by_id else "Vragen van anderen bewaren we niet (automatic persisted queries). "
    advice = f"{told}Stuur de vraag zelf met POST, of noem met `documentId` een van onze vragen; ze staan op /gegevens."
    title, extra = "Deze vraag is niet geregistreerd.", {"geregistreerd": ours}
    word = "" if by_id else "PersistedQueryNotFound"
    return Unknown(
        404, title, advice, code="PERSISTED_QUERY_NOT_FOUND", extra=extra, word=word, named=_named(given) or "",
        variables=given.get("variables"), operation_name=given.get("operationName") or None,
    )  # fmt: skip


NO_QUERY = "`query` ontbreekt of is geen tekst"


def _shape_error(given: Mapping[str, Any]) -> str | None:
    """What is wrong with the members of a request, if anything."""
    if not isinstance(given.get("operationName"), str | None):
        return "`operationName` is geen tekst"
    for name in ("variables", "extensions"):
        if not isinstance(given.get(name), dict | None):
            return f"`{name}` is geen object"
    return None if isinstance(given.get("query"), str) else NO_QUERY


def _wrong(what: str) -> Problem:
    return Problem(400, f"{what}.", EXAMPLE)


@lru_cache(64)
def is_json(content_type: str) -> bool:
    """JSON in UTF-8."""
    main, _, rest = content_type.partition(";")
    charset = rest.partition("charset=")[2].strip().strip('"').lower()
    return main.strip().lower() == "application/json" and charset in ("", "utf-8", "utf8")
