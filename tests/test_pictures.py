"""No picture in the documentation is older than what it shows."""

import re

import httpx
import orjson
import pytest

from opdeplank.display.examples import EXAMPLES
from opdeplank.settings.table import ROOT
from tests.pictures import BEGIN, END, FOLDER, PICTURES, README, Picture, shown
from tests.service import Service

SHOWN = re.compile(r"(?:!\[[^\]]+\]\(|<img [^>]*src=\")([^)\"]+\.png)")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_as_new_as_what_it_shows(picture: Picture, dienst: Service) -> None:
    kept = orjson.loads(picture.record.read_bytes())
    assert kept == shown(picture, dienst.url), "the page or its words changed: run `make plaatjes` and commit it"


def test_every_picture_is_shown_and_is_one_of_those_we_make() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    used = {
        (page.parent / name).resolve() for page in pages for name in SHOWN.findall(page.read_text(encoding="utf-8"))
    }
    assert used == {picture.path for picture in PICTURES} == set(FOLDER.glob("*.png"))


def test_the_readme_shows_the_first_question_with_the_answer_it_gets(dienst: Service) -> None:
    text = README.read_text(encoding="utf-8")
    query, told = re.findall(r"```(?:graphql|json)\n(.*?)\n```", text.split(BEGIN)[1].split(END)[0], flags=re.DOTALL)
    assert query == EXAMPLES[0].query
    [kept] = orjson.loads(told)["pasklaar"]["nodes"]
    answer = httpx.post(f"{dienst.url}/graphql", json={"query": query}, timeout=30).json()["data"]
    [now] = answer["pasklaar"]["nodes"]
    kept.pop("redenen"), now.pop("redenen")  # the points differ until the service knows what the texts mean
    assert kept == now, "run `make plaatjes` and commit it"


def test_the_readme_can_be_read_in_half_a_minute() -> None:
    """At 230 words a minute; what it is built of and how fast it is come after."""
    before = README.read_text(encoding="utf-8").split("## How it is built")[0]
    prose = re.sub(r"```.*?```|<[^>]*>|\|[^\n]*\|", " ", before, flags=re.DOTALL)
    assert len(prose.split()) <= 200
    assert before.index(".png") < before.index("```json") < before.index("make start")
