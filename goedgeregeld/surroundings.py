"""Is all well around the machine: packages, site, clock, messages, and the nights so far?"""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from importlib import metadata
from pathlib import Path

from crawler.addresses import allowed_hosts, netloc, on_loopback
from crawler.agent import user_agent
from crawler.reach import named_by_a_person, why_not_reached
from crawler.robots import robots_address
from goedgeregeld import measuring, settings
from goedgeregeld.examining import Examined
from goedgeregeld.notifying import all_receivers
from goedgeregeld.notifying import send as send_message
from model.errors import UserError
from reports.digest import Message
from reports.dutch import moment
from store import history, stages
from web.chosen import chosen

_PATIENCE = 15.0  # seconds for one answer of the site
_CLOCK = timedelta(minutes=2)  # more difference than this makes dates and certificates doubtful
_QUIET = timedelta(hours=36)  # without a night for so long, the timer does not run
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def examine_packages() -> Examined:
    """Whether the Python packages are those that the program was tested with."""
    name, advice = "Python-pakketten", settings.HOW_TO_INSTALL
    file = settings.ROOT / "requirements" / "runtime.txt"
    if not file.exists():
        return Examined(name=name, good=True, seen="niet na te gaan (geen lijst)")
    other = [
        f"{package} {_installed(package)}, verwacht {pin}"
        for package, pin in _PIN.findall(file.read_text("utf-8"))
        if _installed(package) != pin
    ]
    seen = f"{len(other)} anders dan verwacht: {'; '.join(other[:3])}" if other else "zoals verwacht"
    return Examined(name=name, good=not other, seen=seen, advice=advice)


def examine_site(catalog: Path, profile: Path, site: str) -> Examined:
    """Whether the site answers, and lets us in: its robots.txt is asked, and nothing else."""
    name = "Site"
    try:
        address = robots_address(site or measuring.site_of(catalog))
        hosts = allowed_hosts(measuring.profile_of(profile), site)
        agent = user_agent(chosen("CONTACT"), hosts) if chosen("CONTACT") or on_loopback(hosts) else "Goedgeregeld"
    except UserError as error:
        return Examined(
            name=name,
            good=False,
            seen=" ".join(str(error).split())[:200],
            advice="Verbeter eerst catalogus en siteprofiel.",
        )
    host = netloc(address)
    permitted = frozenset({*settings.PRIVATE_HOSTS, *named_by_a_person(hosts)})
    if refusal := why_not_reached(host.rpartition(":")[0] or host, permitted):
        advice = f"Is dat de bedoeling, zet {host} dan in GOEDGEREGELD_PRIVATE_HOSTS. Anders klopt de naamserver niet."
        return Examined(name=name, good=False, seen=refusal, advice=advice)
    status, _ = _ask(address, agent)
    if status is None:
        advice = "Kijk of deze computer het internet op mag (firewall, proxy, naamserver) en of het adres klopt."
        return Examined(name=name, good=False, seen=f"{host} antwoordt niet", advice=advice)
    if status >= 500 or status in (401, 403, 429):
        advice = "Vraag de beheerder van de site om Goedgeregeld toe te laten; noem de user agent."
        return Examined(name=name, good=False, seen=f"{host} geeft status {status} op robots.txt", advice=advice)
    return Examined(name=name, good=True, seen=f"{host} antwoordt")


def examine_clock(catalog: Path, site: str) -> Examined:
    """Whether our clock agrees with that of the site's server."""
    name = "Klok"
    advice = "Zet de tijd gelijk: timedatectl set-ntp true. Bij een verkeerde tijd kloppen datums en certificaten niet."
    if datetime.now(UTC).year < 2025:
        return Examined(
            name=name, good=False, seen=f"het is volgens deze computer {datetime.now(UTC).year}", advice=advice
        )
    try:
        _, date = _ask(robots_address(site or measuring.site_of(catalog)), "Goedgeregeld")
        theirs = parsedate_to_datetime(date) if date else None
    except (UserError, ValueError):
        theirs = None
    if theirs is None:
        return Examined(name=name, good=True, seen="niet te vergelijken met die van de site")
    gap = abs(datetime.now(UTC) - theirs)
    seen = f"verschilt {gap.total_seconds():.0f} seconden van die van de site"
    return Examined(name=name, good=gap <= _CLOCK, seen=seen, advice=advice)


def examine_notifications(*, send: bool) -> Examined:
    """Whether the receivers can be read and, with ``send``, whether a trial message arrives at each."""
    name = "Berichten"
    try:
        receivers = all_receivers()
    except UserError as error:
        advice = "Verbeter GOEDGEREGELD_NOTIFY of het bestand in GOEDGEREGELD_NOTIFY_FILE; zie docs/gids-beheer.md."
        return Examined(name=name, good=False, seen=str(error).splitlines()[0], advice=advice)
    if not receivers:
        return Examined(name=name, good=True, seen="niemand krijgt berichten (niet ingesteld)")
    if not send:
        return Examined(
            name=name, good=True, seen=f"{len(receivers)} ontvangers; proef het met: goedgeregeld doctor --send"
        )
    told = Message(
        title="Goedgeregeld: proefbericht", text="Dit is een proef. U krijgt voortaan berichten over de metingen."
    )
    failed = [(receiver, failure) for receiver in receivers if (failure := send_message(receiver, told))]
    if not failed:
        return Examined(name=name, good=True, seen=f"{len(receivers)} proefberichten verstuurd")
    receiver, failure = failed[0]
    advice = "Kijk of adres en wachtwoord kloppen en of deze computer de dienst mag bereiken."
    seen = f"{len(failed)} van de {len(receivers)} mislukt; {receiver.audience} via {receiver.place}: {failure}"
    return Examined(name=name, good=False, seen=seen, advice=advice)


def examine_nights() -> Examined:
    """Whether nights are done, and none hangs half-way."""
    name = "Metingen"
    try:
        runs, half = history.runs(), stages.nights_under_way()
    except Exception as error:  # the database was told of above
        return Examined(
            name=name, good=False, seen=f"niet te lezen ({type(error).__name__})", advice="Herstel eerst de database."
        )
    now = datetime.now(UTC)
    if half and now - half[0].started_at > timedelta(hours=12):
        seen = f"meting {half[0].id} is sinds {moment(half[0].started_at)} niet klaar"
        return Examined(name=name, good=False, seen=seen, advice="Ga verder met: goedgeregeld nightly --resume")
    ended = [run for run in runs if run.finished_at]
    if ended and now - ended[0].started_at > _QUIET:
        advice = "Kijk of de timer aan staat: systemctl list-timers goedgeregeld.timer"
        return Examined(
            name=name, good=False, seen=f"de laatste meting is van {moment(ended[0].started_at)}", advice=advice
        )
    seen = f"de laatste is van {moment(ended[0].started_at)}, {ended[0].state.value}" if ended else "nog geen"
    return Examined(name=name, good=True, seen=seen)


def _installed(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "ontbreekt"


def _ask(address: str, agent: str) -> tuple[int | None, str]:
    """Status and Date header of an answer; None and empty where there is none."""
    request = urllib.request.Request(address, headers={"User-Agent": agent})  # noqa: S310 - robots_address of a checked site
    try:
        with urllib.request.build_opener().open(request, timeout=_PATIENCE) as answer:
            return answer.status, answer.headers.get("Date", "")
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("Date", "")
    except (OSError, ValueError):
        return None, ""
