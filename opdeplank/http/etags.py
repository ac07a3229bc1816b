"""Whether the caller has the answer already: If-None-Match (RFC 9110, 13.1.2)."""

import re

TAG = re.compile(r'(?:W/)?("[^"]*")')


def known(if_none_match: str, tag: str) -> bool:
    """Compared weakly, as the standard asks: a proxy that packed our answer marks its tag with `W/`."""
    return if_none_match.strip() == "*" or tag in TAG.findall(if_none_match)
