from tests.web.browser import chromium, context, page, traffic
from tests.web.looking import axe

__all__ = ["axe", "chromium", "context", "page", "traffic"]
