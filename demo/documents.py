"""What the replica serves besides pages: one answer's shape, robots.txt, sitemaps, PDF forms and files."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.sax.saxutils import escape

from demo.hosts import Hosts
from demo.render import FOLDER
from demo.truth import ProductTruth

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """One response. ``behaviour`` names what the server does besides answering: see server.py; empty: nothing."""

    body: bytes
    content_type: str = HTML
    status: int = 200
    location: str = ""
    behaviour: str = ""

    @cached_property
    def etag(self) -> str:
        """A strong validator of the body."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:24]}"'

    @cached_property
    def gzipped(self) -> bytes:
        """The body, compressed."""
        return gzip.compress(self.body, compresslevel=5, mtime=0)


def robots_and_sitemaps(items: Sequence[ProductTruth], hosts: Hosts, disallowed: Sequence[str]) -> Mapping[str, Answer]:
    """robots.txt, a compressed sitemap index and its two sitemaps."""
    rules = "\n".join(f"Disallow: {path}" for path in disallowed)
    robots = f"User-agent: *\n{rules}\n\nSitemap: {hosts.site}/sitemap.xml.gz\n"
    half = len(items) // 2
    parts = {"/sitemaps/producten-1.xml.gz": items[:half], "/sitemaps/producten-2.xml": items[half:]}
    index = "".join(f"<sitemap><loc>{hosts.site}{path}</loc></sitemap>" for path in parts)
    found = {
        "/robots.txt": Answer(robots.encode(), "text/plain; charset=utf-8"),
        "/sitemap.xml.gz": sitemap("/sitemap.xml.gz", "sitemapindex", index),
    }
    for path, own in parts.items():
        urls = "".join(
            f"<url><loc>{escape(hosts.site + item.path)}</loc><lastmod>2026-11-02</lastmod></url>" for item in own
        )
        found[path] = sitemap(path, "urlset", urls)
    return found


def sitemap(path: str, root: str, inner: str) -> Answer:
    """A sitemap document, compressed where its name ends in .gz."""
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inner}</{root}>\n'
    if path.endswith(".gz"):
        return Answer(gzip.compress(text.encode(), mtime=0), "application/gzip")
    return Answer(text.encode(), "application/xml; charset=utf-8")


def pdf_page(title: str) -> bytes:
    """The smallest PDF that says what form it is."""
    words = title.encode("latin-1", "replace").replace(b"(", b"[").replace(b")", b"]")
    stream = b"BT /F1 18 Tf 60 760 Td (Formulier " + words + b") Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += str(number).encode() + b" 0 obj\n" + body + b"\nendobj\n"
    table = b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    start = str(len(out)).encode()
    head = b"xref\n0 6\n0000000000 65535 f \n"
    return out + head + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" + start + b"\n%%EOF\n"


def files(nlds: Path) -> Mapping[str, Answer]:
    """Style sheets, script and pictures."""
    own = {
        "stad.css": "text/css; charset=utf-8",
        "stad.js": "text/javascript; charset=utf-8",
        "logo.svg": "image/svg+xml",
        "brug.svg": "image/svg+xml",
    }
    found = {f"/bestanden/{name}": Answer((FOLDER / name).read_bytes(), kind) for name, kind in own.items()}
    design = nlds.read_bytes() if nlds.exists() else b""
    found["/bestanden/nlds.css"] = Answer(design, "text/css; charset=utf-8")
    return found
