"""How long reading and judging take: a dossier of three pages of 100 kB on one core; ``python -m bench.judging``.

Each page is built like a municipal one: scripts and styles in the head, a menu and a footer of a few hundred links, and a main
part with the running text of several retold pages. Prints the median of thirty rounds in milliseconds; exit 1 above the limits.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from checks.check import judge
from model.page import Dossier
from model.product import Product
from pages import parse_page

PAGES = Path(__file__).resolve().parent.parent / "tests" / "pages"
SIZE = 100_000  # bytes
PARSING, JUDGING = 30.0, 30.0  # milliseconds, issue 4
TEXT = 12_000  # bytes of main content; the longest product pages that were seen hold about this much


def page(number: int) -> bytes:
    """A page of at least 100 kB whose main part is real running text; ``number`` picks which."""
    bodies = []
    for file in sorted(PAGES.glob("a*.html"))[number * 7 :]:
        found = re.search(r"<main.*?</main>", file.read_text("utf-8"), re.DOTALL)
        if found:
            bodies.append(found[0])
        if sum(map(len, bodies)) > TEXT:
            break
    main = re.sub(r"</?main[^>]*>", "", "".join(bodies))[: TEXT + 4_000]
    links = "".join(
        f'<li class="menu__item"><a class="menu__link" href="/onderwerp/{n}">Onderwerp {n}</a></li>' for n in range(250)
    )
    script = "<script>var gegevens=" + "[0,1,2,3,4,5,6,7,8,9]," * 1_200 + "0;</script>"
    html = f"<html lang='nl'><head>{script}</head><body><nav><ul>{links}</ul></nav><main>{main}</main>"
    html += f"<footer><ul>{links}</ul></footer>"
    return (html + "<!--" + "x" * max(0, SIZE - len(html)) + "--></body></html>").encode()


def median(measured: Callable[[], object], rounds: int = 30) -> float:
    """The median time of a call in milliseconds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        measured()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def main() -> int:
    """Print both times; 1 when one passes its limit."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    bodies = [page(number) for number in range(3)]
    url = "https://www.voorbeeld.nl/product"
    read = [parse_page(body, url=f"{url}/{number}") for number, body in enumerate(bodies)]
    dossier = Dossier(product=Product(id="p", name="Parkeervergunning", urls=(url,)), pages=tuple(read))
    words = sum(len(section.text.split()) for found in read for section in found.sections)
    parsing = max(median(lambda body=body: parse_page(body, url=url)) for body in bodies)  # type: ignore[misc]
    judging = median(lambda: judge(dossier))
    print(f"drie pagina's van {min(map(len, bodies)) // 1000} kB, samen {words} woorden tekst")
    print(
        f"lezen: {parsing:.1f} ms per pagina (grens {PARSING:.0f}); oordelen: {judging:.1f} ms per dossier (grens {JUDGING:.0f})"
    )
    return 0 if parsing < PARSING and judging < JUDGING else 1


if __name__ == "__main__":
    sys.exit(main())
