"""Knows when two addresses are the same page, which hosts may be asked, and how a catalog address moves to another site."""

from __future__ import annotations

import ipaddress
import posixpath
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import canonicalize_url, safe_url_string

from model.errors import UserError
from model.profile import SiteProfile

_DEFAULT_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"""(?:
        utm_\w+ | mtm_\w+ | pk_\w+ | piwik_\w+ | hsa_\w+ | _hs\w+ |  # campaigns: utm_source=nieuwsbrief
        (?:g|d|fb|tt|y)clid | msclkid | wbraid | gbraid | igshid | mc_[ce]id | _ga | _gl |
        sessionid | phpsessid | jsessionid | sid |
        print | printversie | printable | view-?mode | output |      # ?print=1, ?output=print
        fontsize | contrast | readspeaker | rs_\w+
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_PRINT = re.compile(r"/(?:print|printversie|afdrukken)/?$|^/print(?:versie)?(?=/.)", re.IGNORECASE)
_MIRROR = re.compile(r"^/apps/[^/]+(?=/)")  # /apps/rotterdam.nl/loket/x was a mirror of /loket/x


def absolute(url: str) -> bool:
    """Whether ``url`` is a whole web address: http or https, a host, a possible port, no user name."""
    try:
        parts = urlsplit(url)
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return False
    if parts.scheme not in _DEFAULT_PORTS or not host or "@" in parts.netloc:
        return False
    return re.fullmatch(r"[\w.:-]+", host) is not None and re.search(r"[\s<>\"\\]", url) is None


def netloc(url: str) -> str:
    """Host in lower case, with its port where that is not the scheme's own; empty where there is none."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    host = f"[{host}]" if ":" in host else host
    return host if port in (None, _DEFAULT_PORTS.get(parts.scheme)) else f"{host}:{port}"


def askable(url: str) -> str:
    """``url`` as it is asked: percent-encoded, without fragment, dot segments and default port."""
    parts = urlsplit(safe_url_string(url))
    path = parts.path or "/"
    if "/." in path:
        path = posixpath.normpath(path) + ("/" if path.endswith(("/", "/.", "/..")) else "")
        path = "/" + path.lstrip("/")
    return urlunsplit((parts.scheme, netloc(url), path, parts.query, ""))


def page_key(url: str) -> str:
    """The same text for each address of one page.

    Scheme, www., fragment, order of parameters, tracking and print parameters, print versions, index files, mirrors below
    /apps/ and a closing slash make no other page. Host and port do.
    """
    parts = urlsplit(canonicalize_url(askable(url)))
    query = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(name)
    ]
    path = _MIRROR.sub("", _PRINT.sub("", _INDEX.sub("/", parts.path)))
    path = re.sub(r"/{2,}", "/", path).rstrip("/") or "/"
    return urlunsplit(("", parts.netloc.removeprefix("www."), path, urlencode(query), ""))


def allowed_hosts(profile: SiteProfile, site: str) -> tuple[str, ...]:
    """The hosts that may be asked: those of ``site`` where it is given, or else the profile's."""
    return (netloc(checked_site(site)),) if site else profile.hosts


def moved(url: str, profile: SiteProfile, site: str) -> str:
    """``url`` on ``site``: scheme, host and port replaced.

    An address outside the profile's hosts stays where it is (and will not be asked). A profile without hosts covers all.
    """
    if not site or (profile.hosts and not SiteProfile.covers(profile.hosts, netloc(url))):
        return askable(url)
    there = urlsplit(checked_site(site))
    return askable(urlunsplit(urlsplit(url)._replace(scheme=there.scheme, netloc=there.netloc)))


def checked_site(site: str) -> str:
    """``site`` when it is a whole address without a path; UserError otherwise."""
    if not absolute(site) or urlsplit(site).path not in ("", "/") or urlsplit(site).query:
        raise UserError(
            f"{site!r} is geen adres van een site. Schrijf alleen http:// of https://, de server en eventueel de poort, "
            "zoals http://127.0.0.1:8080."
        )
    return site


def on_loopback(hosts: tuple[str, ...]) -> bool:
    """Whether all hosts (at least one) are this machine itself."""
    return bool(hosts) and all(_is_loopback(urlsplit(f"http://{host}").hostname or "") for host in hosts)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
