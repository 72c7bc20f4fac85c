"""Makes the guides' pictures from the running app: ``python -m tests.web.pictures [FOLDER] [--all]``.

With ``--all`` it makes a picture of every screen, whole, wide and narrow, light and dark, to look at.

It shows the store that the settings name: a SQLite store, such as ``goedgeregeld demo`` makes, of which a copy is shown. Nothing
of the store itself changes.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path
from wsgiref.simple_server import make_server

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goedgeregeld.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import Group as GroupRow  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from PIL import Image  # noqa: E402
from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402

from model.decision import Group  # noqa: E402
from store import history  # noqa: E402
from tests.conftest import connected_to  # noqa: E402
from tests.web.conftest import PASSWORD, _Quiet, _Server, log_in  # noqa: E402
from tests.web.screens import screens  # noqa: E402
from tests.web.test_axe import show  # noqa: E402

OF_EACH = {
    Group.WEBREDACTIE: ("werklijst", "product", "klopt-niet", "concept"),
    Group.TOEGANKELIJKHEID: ("toegankelijkheid", "knelpunt", "afwijken"),
    Group.MANAGEMENT: ("overzicht", "rapporten"),
    Group.BEHEER: ("beheer", "catalogus"),
}
WIDTH, HEIGHT = 1100, 820
HIGHEST = 6000  # pixels of a whole screen


def main(folder: Path, everything: bool) -> None:
    """Write a picture of each screen that a guide shows, or of every screen."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "kopie.sqlite3"
        shutil.copy(settings.DATABASES["default"]["NAME"], file)
        with connected_to(f"sqlite:///{file}"):
            history.migrate()
            User.objects.all().delete()
            for group in Group:
                user = User.objects.create_user(group.value, password=PASSWORD)
                user.groups.add(GroupRow.objects.get_or_create(name=group.value)[0])
            _take(folder, everything)


def _take(folder: Path, everything: bool) -> None:
    server = make_server("127.0.0.1", 0, get_wsgi_application(), _Server, _Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}"
    options = webdriver.ChromeOptions()
    options.binary_location = settings.CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=nl"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(settings.CHROMEDRIVER))
    _size(driver, WIDTH, HEIGHT)
    try:
        for group, names in OF_EACH.items() if not everything else ():
            log_in(driver, site, group.value)
            for name in names:
                driver.get(f"{site}{screens()[name]}")
                _save(driver, folder / f"{name}.png")
        if everything:
            log_in(driver, site, Group.BEHEER.value)
            for name, path in screens().items():
                for width, dark in ((1280, False), (1280, True), (320, False), (320, True)):
                    show(driver, f"{site}{path}", width, dark)
                    high = driver.execute_script("return document.documentElement.scrollHeight")
                    _size(driver, width, min(high, HIGHEST))
                    _save(driver, folder / f"{name}-{width}{'-donker' if dark else ''}.png")
    finally:
        driver.quit()
        server.shutdown()


def _size(driver: webdriver.Chrome, width: int, height: int) -> None:
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def _save(driver: webdriver.Chrome, file: Path) -> None:
    driver.save_screenshot(str(file))
    Image.open(file).convert("RGB").quantize(64).save(file, optimize=True)
    print(file)


if __name__ == "__main__":
    chosen = [each for each in sys.argv[1:] if each != "--all"]
    main(Path(chosen[0] if chosen else "docs/beeld"), "--all" in sys.argv)
