"""The number of a request: taken from the caller when it is harmless, else made; in every answer and log line."""

import re
import secrets
from typing import cast

from starlette.datastructures import Headers
from starlette.types import Scope

HEADER = "X-Request-ID"
HARMLESS = re.compile(r"[A-Za-z0-9._:\-]{1,64}")


def number_request(scope: Scope) -> str:
    given = Headers(scope=scope).get(HEADER, "")
    number = given if HARMLESS.fullmatch(given) else secrets.token_hex(8)
    scope.setdefault("state", {})["request_id"] = number
    return number


def request_id(scope: Scope) -> str:
    return cast(str, scope.get("state", {}).get("request_id", ""))
