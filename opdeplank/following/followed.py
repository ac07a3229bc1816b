"""What of all changes somebody follows with a feed: one thing with what belongs to it, or a kind of things.

?over=thema:schulden     that thema, and what is about it
?over=gemeente:gm0344    that gemeente, and what belongs to it
?soort=OPLOSSING         all oplossingen; with `over` those of it
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from opdeplank.display.display import address
from opdeplank.http.problems import Problem
from opdeplank.http.site import Site

TITLE = "Wijzigingen in Op de Plank"
THING = re.compile(r"[a-z]{2,30}:[a-z0-9-]{1,200}", re.IGNORECASE | re.ASCII)
KINDS = {
    "oplossing": "oplossingen", "knelpunt": "knelpunten", "traject": "trajecten", "thema": "thema’s",
    "gemeente": "gemeenten",
}  # fmt: skip
"""Kinds with a list of their own, and what that is called."""
NO_THING = Problem(
    400, "Dit kun je niet volgen.",
    f"Geef bij over een id zoals thema:schulden, en bij soort een van {', '.join(KINDS)}.",
)  # fmt: skip


@dataclass(frozen=True)
class Followed:
    """`id` and `kind` as they were asked; empty for everything."""

    id: str = ""
    kind: str = ""

    @property
    def variables(self) -> Mapping[str, Any]:
        """As the question about changes takes them."""
        gemeente = self.id.startswith("gemeente:")
        return {
            "over": [self.id] if self.id and not gemeente else None,
            "gemeente": self.id.partition(":")[2].upper() if gemeente else None,
            "typen": [self.kind.upper()] if self.kind else None,
        }

    @property
    def query(self) -> str:
        """What stands behind the address of the feed."""
        asked = {name: value for name, value in (("over", self.id), ("soort", self.kind)) if value}
        return f"?{urlencode(asked, safe=':')}" if asked else ""


def followed(asked: Mapping[str, str]) -> Followed | Problem:
    """What is asked, each way of writing it the same."""
    key, kind = asked.get("over", "").strip().lower(), asked.get("soort", "").strip().lower()
    if (key and not THING.fullmatch(key)) or (kind and kind not in KINDS):
        return NO_THING
    if key.startswith("gemeente:") and not re.fullmatch(r"gemeente:gm[0-9]{4}", key):
        return NO_THING
    return Followed(key, kind)


@dataclass(frozen=True)
class Feed:
    """A feed on this site; `name` is what the thing is called that is followed."""

    at: Site
    asked: Followed
    name: str | None = None

    @property
    def title(self) -> str:
        about = ", ".join(filter(None, [self.name, KINDS.get(self.asked.kind)]))
        return f"{TITLE}: {about}" if about else TITLE

    @property
    def home(self) -> str:
        """The page of what is followed."""
        own = address(self.asked.id) if self.asked.id else f"/{self.asked.kind}" if self.asked.kind else "/"
        return self.at.whole(own or "/")
