"""READ: a page's bytes become a Page: encoding, language, main content, sections, links."""
