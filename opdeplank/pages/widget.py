"""What a portal needs: the file of the custom element, with the hash to pin it by, and a page that shows how."""

import base64
import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response

from opdeplank.http import site, templates
from opdeplank.http.assets import Assets
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.pages.reply import page
from opdeplank.pages.shelf.gemeente_choice import CODE
from opdeplank.pages.shelf.visitor_question import LONGEST
from opdeplank.settings.shipped import WEB

FOLDER = WEB / "widget" / "v1"
FILE = "opdeplank.js"
HOURS = "public, max-age=3600"
"""A pinned file never changes under its portals; a repaired one is found within the hour."""
EXAMPLES = (
    ("nl", "Werk en inkomen, kennisbank voor collega’s.", "jongere met schulden"),
    ("utrecht", "Jeugd en gezin, pagina voor het wijkteam.", "gezin zonder steun"),
    ("ams", "Intranet sociaal domein, donker.", "eenzame ouderen"),
)
"""Three made-up portals: whose design tokens they use, what they are for, and what is asked there."""

SHAPES, LEVELS = ("zoek", "thema", "gemeente"), ("2", "3", "4", "5")
SLUG = re.compile(r"[a-z0-9-]{1,100}")


class Widget:
    def __init__(self) -> None:
        self._files = Assets(FOLDER, forever="-")
        self._hash = integrity((FOLDER / FILE).read_bytes())

    async def file(self, request: Request) -> Response:
        response = await self._files.serve(request, FILE)
        response.headers.update({**OPEN_HEADERS, "Cache-Control": HOURS})
        return response

    async def configure(self, request: Request) -> Response:
        """The block for somebody's own portal, as he fills it in, with the element itself beside it."""
        asked = request.query_params
        code = asked.get("gemeente", "").strip().upper()
        known = code if CODE.fullmatch(code) else ""
        thema = asked.get("thema", "").strip().lower()
        level = asked.get("kop", "")
        shape = asked.get("vorm", "")
        given = {
            "gemeente": known,
            "vraag": " ".join(asked.get("vraag", "").split())[:LONGEST] if shape == "zoek" else "",
            "thema": thema if shape == "thema" and SLUG.fullmatch(thema) else "",
            "kop": level if level in LEVELS else "",
        }
        body = templates.render(
            "widget-maken.html", site.of(request.scope), integriteit=self._hash, gegeven=given,
            zonder=shape == "gemeente" and bool(known), vorm=shape if shape in SHAPES else "zoek",
            fout=bool(code and not known), niveaus=LEVELS,
        )  # fmt: skip
        return page(request, body)

    async def demo(self, request: Request) -> Response:
        at = site.of(request.scope)
        body = templates.render("widget.html", at, integriteit=self._hash, voorbeelden=EXAMPLES)
        return page(request, body)


def integrity(content: bytes) -> str:
    """The value of `integrity`: `sha384-…`."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()
