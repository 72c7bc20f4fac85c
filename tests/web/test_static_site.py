"""The copy without a server: complete, closed in itself, and as accessible as the app."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from django.test import override_settings
from lxml import html

from tests.web.test_axe import findings, show
from web.static_site import write_site


@pytest.fixture
def copy(app: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "kopie"
    with override_settings(PUBLIC=True):
        assert write_site(folder, "24 november 2026") > 40
    return folder


@pytest.mark.browser
def test_the_copy_is_whole_and_needs_no_server(copy, driver):
    pages = list(copy.rglob("*.html"))
    names = {str(file.relative_to(copy)) for file in pages}
    assert {
        "index.html",
        "producten.html",
        "producten/uittreksel.html",
        "toegankelijkheid.html",
        "begrippen.html",
    } <= names
    for file in pages:
        root = html.document_fromstring(file.read_bytes())
        assert not root.xpath("//form | //script")
        for link in root.xpath("//a/@href | //link/@href"):
            target, _ = urldefrag(link)
            assert not target.startswith("/"), (file, link)
            if target and not target.startswith(("http://", "https://")):
                assert (file.parent / unquote(target)).exists(), (file, link)
    assert "Ingelogd" not in "".join(file.read_text("utf-8") for file in pages)
    for name in ("index.html", "producten.html", "producten/uittreksel.html", "toegankelijkheid.html"):
        for width, dark in ((1280, False), (1280, True), (320, False), (320, True)):
            show(driver, (copy / name).as_uri(), width, dark)
            margin = driver.execute_script("return getComputedStyle(document.body).margin")
            assert margin == "0px", "het stijlblad laadt niet"
            assert findings(driver) == []
    driver.get((copy / "index.html").as_uri())
    assert "4 tot 5 van de 9 producten" in driver.page_source
