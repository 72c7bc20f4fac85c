"""The step of a run that follows the buttons of the fetched pages: where do they lead?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from crawler.addresses import allowed_hosts, netloc
from crawler.buttons import buttons_to_follow, hosts_to_follow
from crawler.crawl import follow_buttons
from goedgeregeld import settings
from goedgeregeld.terminal import steps
from model.landing import Landing, LandingKind
from model.page import FetchOutcome, Page, Snapshot
from model.profile import SiteProfile
from model.run import Run
from pages import parse_page
from reports.dutch import count
from store import history


def follow_run(
    run: Run,
    *,
    profile: SiteProfile,
    site: str,
    contact: str,
    journal: Path | None = None,
    seconds: float | None = None,
) -> dict[LandingKind, int]:
    """Follow every button of the fetched pages that was not followed yet, one step; returns how many led where.

    Only on the hosts of the site, its forms and its appointments, each address once in a run. ``seconds`` is how long it may
    take; what is left then, is not followed. With the crawl's ``journal`` no robots.txt is asked a second time.
    """
    hosts = allowed_hosts(profile, site) or tuple({netloc(u) for p in history.products(run.id) for u in p.urls})
    snapshots = history.snapshots(run.id)
    known = {url for snapshot in snapshots for url in (snapshot.url, snapshot.final_url)}
    known |= set(history.landings(run.id))
    addresses = buttons_to_follow(_pages_read(snapshots), profile, hosts, known)
    with steps("Knoppen volgen", len(addresses)) as shown:
        came: list[Landing] = []

        def save(landing: Landing) -> None:
            history.save_landing(landing)
            came.append(landing)
            shown.at(len(came))

        follow_buttons(
            addresses,
            run_id=run.id,
            profile=profile,
            hosts=hosts_to_follow(profile, hosts),
            contact=contact,
            save=save,
            settings={
                "PRIVATE_HOSTS": list(settings.PRIVATE_HOSTS),
                **({"JOURNAL": str(journal)} if journal else {}),
                **({"RUN_DEADLINE": max(seconds, 0.0)} if seconds is not None else {}),
            },
        )
    return dict(Counter(landing.kind for landing in history.landings(run.id).values()))


def _pages_read(snapshots: Sequence[Snapshot]) -> Iterator[Page]:
    """Every fetched page once; one that cannot be read has no buttons."""
    seen: set[str] = set()
    for snapshot in snapshots:
        if snapshot.outcome is FetchOutcome.OPGEHAALD and snapshot.body_sha256 and snapshot.final_url not in seen:
            seen.add(snapshot.final_url)
            kind, body = snapshot.headers.get("content-type", ""), history.body(snapshot.body_sha256)
            with suppress(Exception):  # judging tells of it
                yield parse_page(body, url=snapshot.final_url, content_type=kind, role=snapshot.role)


def buttons_told(led: Mapping[LandingKind, int]) -> str:
    """Where the buttons of a run led, in a sentence."""
    if not led:
        return "Er waren geen knoppen om te volgen."
    told = ", ".join(f"{kind.value} {led[kind]}" for kind in LandingKind if led.get(kind))
    return f"{count(sum(led.values()), 'knop', 'knoppen')} gevolgd, niets verstuurd: {told}."
