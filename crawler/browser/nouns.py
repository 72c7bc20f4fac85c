"""What the browser is asked to test and how it must behave."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

# Not the wrapper in /usr/bin: the driver would end the wrapper and leave the browser.
HEADLESS_SHELL = "/usr/lib/chromium/chromium-headless-shell"
WIDE, NARROW = 1280, 320
# Axe, locale and browser have an effect, but as what they are, not as where they stand.
WITHOUT_EFFECT = frozenset(
    {
        "chromium", "chromedriver", "headless_shell", "axe_path", "locale", "grid_url", "tabs", "browsers", "page_deadline",
        "pages_per_tab", "pages_per_browser", "memory_limit", "tab_memory_limit", "keep_nights", "user_agent",
    }
)  # fmt: skip
HEIGHTS = {WIDE: 800, NARROW: 640}


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedPage:
    """A page that was fetched before: the browser gets these bytes and asks the site for nothing.

    ``url`` is the address under which the scan is stored, ``final_url`` the one that answered after redirects; it decides
    relative addresses, cookies and policies. ``headers`` are the response's, ``body`` is decoded (no content encoding).
    """

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserSettings:
    """How pages are tested.

    ``chromium`` is the browser; where it is the full browser and the faster headless shell of the same version stands
    beside it, that one is used (``headless_shell``; empty to forbid). ``grid_url`` takes browsers of a Selenium Grid
    instead. ``tabs`` pages are tested at the same time, spread over ``browsers``: one is best on one machine, one for each
    node on a Grid.

    ``page_deadline`` is seconds for one page at all viewports together, ``frame_deadline`` for one frame, ``load_limit`` for
    waiting on images and frames of a document that is there, ``quiet_limit`` on what scripts ask for after that.
    ``viewports`` are widths in CSS pixels, the first one gets a full test.

    ``allowed_hosts`` may be asked for style sheets, scripts, fonts, images and frames (``www.a.nl``, ``.a.nl`` for all below it;
    None: every host). A page that is given as an address may always use its own host. ``silent_hosts`` are never
    contacted, also where another setting allows them.

    ``tags`` limits axe to rules with one of these tags and ``rules`` to these rules; both empty: all rules that axe has on
    by default (WCAG A and AA and best practices). ``locale`` is an axe locale file. ``second_opinion`` is the script of IBM's
    accessibility-checker-engine (``ace.js``): its failures are added to the result under "second_opinion", only to compare.

    ``own_network`` names the hosts that may lie in the own network (private, loopback, link-local); no other address there
    is asked, whatever a name points at. None: nothing is refused for it.

    An earlier result of an unchanged page is kept for at most ``keep_nights`` days (0: test everything again).

    A tab is renewed after ``pages_per_tab`` pages, which gives its memory back. The browser is renewed after
    ``pages_per_browser`` pages, or when it holds more than ``memory_limit`` bytes. A page whose
    own process grows beyond ``tab_memory_limit`` bytes is ended.
    """

    chromium: str = "/usr/bin/chromium"
    chromedriver: str = "/usr/bin/chromedriver"
    headless_shell: str = HEADLESS_SHELL
    axe_path: Path = Path("node_modules/axe-core/axe.min.js")
    locale: Path | None = None
    second_opinion: Path | None = None
    grid_url: str = ""
    tabs: int = 2
    browsers: int = 1
    page_deadline: float = 30.0
    frame_deadline: float = 10.0
    load_limit: float = 10.0
    quiet_limit: float = 3.0
    viewports: tuple[int, ...] = (WIDE, NARROW)
    allowed_hosts: tuple[str, ...] | None = None
    silent_hosts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    pages_per_tab: int = 100
    pages_per_browser: int = 1000
    memory_limit: int = 1_100_000_000
    tab_memory_limit: int = 1_500_000_000
    asset_limit: int = 20_000_000
    asset_deadline: float = 10.0
    user_agent: str = "goedgeregeld"
    own_network: tuple[str, ...] | None = None
    keep_nights: int = 7
    extra_arguments: tuple[str, ...] = field(default=())

    def key(self) -> str:
        """A hash of every setting that can change a result."""
        deciding = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in WITHOUT_EFFECT}
        text = repr(sorted(deciding.items())) + (self.locale.read_text("utf-8") if self.locale else "")
        return hashlib.sha256(text.encode()).hexdigest()
