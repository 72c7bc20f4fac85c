"""The screens as a folder of HTML that needs no server: what the public may read, with links between files."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Iterator
from os.path import relpath
from pathlib import Path
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from django.test.client import Client
from django.urls import Resolver404, resolve
from lxml import html

from model.errors import UserError
from web.rights import FOR_THE_PUBLIC

MOST_PAGES = 20_000
LONGEST_NAME = 90
LEFT_OUT = re.compile(r"^(api-1:|api_uitleg$|metrieken$|inloggen$|uitloggen$|script$)")
NOTE = "Dit is een kopie zonder server, gemaakt op {}. Zoeken, besluiten en inloggen kan alleen in de webapp."


def write_site(folder: Path, made_on: str) -> int:
    """Write every screen that anyone may read, starting at the overview; returns how many files were written.

    The settings must have the public mode on. UserError where a screen fails or the folder cannot be written.
    """
    client = Client(SERVER_NAME="localhost")
    waiting, known = deque(["/"]), {"/"}
    written = 0
    while waiting:
        address = waiting.popleft()
        answer = client.get(address)
        if answer.status_code != 200:
            raise UserError(f"Het scherm {address} geeft status {answer.status_code}; de kopie is niet af.")
        body = answer.content
        if answer["Content-Type"].startswith("text/html"):
            body, found = _page(body, address, made_on)
            for each in found - known:
                if len(known) < MOST_PAGES:
                    known.add(each)
                    waiting.append(each)
        _write(folder / file_of(address), body)
        written += 1
    return written


def file_of(address: str) -> str:
    """The file of an address: "/" is index.html, what was asked stands in the name, too long a name is shortened."""
    parts = urlsplit(address)
    path = parts.path.strip("/")
    asked = "-".join(f"{name}-{value}" for name, value in sorted(parse_qsl(parts.query)))
    if not asked and re.search(r"\.(pdf|xlsx|csv|json|css|svg)$", path):
        return path
    name = path or "index"
    if asked:
        plain = re.sub(r"[^a-z0-9]+", "-", asked.lower()).strip("-")
        mark = hashlib.sha256(asked.encode()).hexdigest()[:8]
        name += f"-{plain[:LONGEST_NAME]}-{mark}"
    return f"{name}.html"


def _page(body: bytes, address: str, made_on: str) -> tuple[bytes, set[str]]:
    root = html.document_fromstring(body)
    found: set[str] = set()
    for form in list(root.iter("form")):
        form.drop_tree()
    for element, attribute in _links(root):
        target, fragment = urldefrag(urljoin(address, element.get(attribute, "")))
        if urlsplit(target).scheme or element.get(attribute, "").startswith("#"):
            continue
        kept = _kept(target)
        if kept:
            found.add(kept)
            link = relpath(file_of(kept), start=str(Path(file_of(address)).parent))
            element.set(attribute, f"{link}#{fragment}" if fragment else link)
        elif element.tag == "a":
            element.drop_tag()
        else:
            element.drop_tree()
    for footer in root.xpath("//footer"):
        note = html.Element("p")
        note.text = NOTE.format(made_on)
        footer.append(note)
    written: bytes = html.tostring(root, encoding="utf-8", doctype="<!doctype html>")
    return written, found


def _links(root: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    for element in list(root.iter("a", "link", "script")):
        attribute = "src" if element.tag == "script" else "href"
        if element.get(attribute) is not None:
            yield element, attribute


def _kept(target: str) -> str:
    """The address as it will be a file; empty where the copy leaves it out."""
    parts = urlsplit(target)
    try:
        name = resolve(parts.path).view_name
    except Resolver404:
        return ""
    asked = dict(parse_qsl(parts.query))
    if LEFT_OUT.match(name) or "meting" in asked or name not in FOR_THE_PUBLIC | {"stijl", "pictogram"}:
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _write(file: Path, body: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
    except OSError as error:
        raise UserError(f"De kopie kan niet worden geschreven: {error.strerror}.", file=str(file)) from error
