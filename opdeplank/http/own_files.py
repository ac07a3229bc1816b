"""The addresses of our own style and letter, for the pages that use them."""

import hashlib
from functools import cache

from opdeplank.settings.shipped import WEB

STATIC = WEB / "static"


@cache
def own_address(name: str) -> str:
    """`plank.css` -> `/statisch/plank.css?v=…`: the address changes with the file, so it can be kept forever."""
    return f"/statisch/{name}?v={digest((STATIC / name).read_bytes())}"


def digest(content: bytes) -> str:
    """Sixteen letters that change with the content."""
    return hashlib.sha256(content).hexdigest()[:16]
