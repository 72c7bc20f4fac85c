"""READ: a page's bytes become a Page: encoding, language, main content, sections, links."""

from pages.parse import parse_page

__all__ = ["parse_page"]
