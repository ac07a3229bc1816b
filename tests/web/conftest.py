from tests.web.browser import chromium, context, page, traffic

__all__ = ["chromium", "context", "page", "traffic"]
