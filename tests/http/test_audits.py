"""GraphQL over HTTP to the letter: the 61 audits of graphql-http."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import leave_out
from tests.packages import installed
from tests.service import Service

FOLDER = Path(__file__).parent
FREE_FORM_GET = {"5A70", "D6D5", "6A70"}
"""What we decline by default: queries in addresses end up in logs and caches."""


@pytest.fixture(scope="module")
def audits(request: pytest.FixtureRequest) -> None:
    if shutil.which("npm") is None:
        leave_out(request.config, "de audits van GraphQL over HTTP: npm ontbreekt")
    installed(FOLDER)


def failed(url: str) -> dict[str, str]:
    done = subprocess.run(
        ["node", "audit.mjs", f"{url}/graphql"], cwd=FOLDER, check=True, capture_output=True, text=True, timeout=120
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == 61
    return {a["id"]: f"{a['name']}: {a['reason']}" for a in found if a["status"] != "ok"}


@pytest.mark.usefixtures("audits")
def test_every_audit_passes_with_free_form_get(vrije_dienst: Service) -> None:
    assert failed(vrije_dienst.url) == {}


@pytest.mark.usefixtures("audits")
def test_by_default_only_free_form_get_is_declined(dienst: Service) -> None:
    assert set(failed(dienst.url)) == FREE_FORM_GET
