"""Which machines may be asked at all: never one of the own network, unless a person named it.

A name of the city's site can be made to point at a server behind our firewall; and a page can name such a server itself.
"""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import urllib3
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError

REFUSED = "De naam van de server wijst naar een adres in het eigen netwerk ({}). Dat wordt niet gevraagd."

_MAPPED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))


def is_own_network(address: str) -> bool:
    """Whether an IP address is private, loopback, link-local or otherwise not of the open internet.

    An IPv4 address inside an IPv6 one counts as itself. ValueError where ``address`` is no IP address.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and any(ip in network for network in _MAPPED):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    return not ip.is_global or ip.is_multicast


def named_by_a_person(hosts: Iterable[str]) -> frozenset[str]:
    """The hosts (with or without port) that are themselves an address of the own network, as a test site is."""
    found = set()
    for host in hosts:
        name = urlsplit(f"//{host}").hostname or ""
        with suppress(ValueError):
            if name == "localhost" or is_own_network(name):
                found.add(name)
    return frozenset(found)


def why_not_reached(host: str, permitted: frozenset[str]) -> str:
    """Why a host (a name or address, no port) may not be asked; empty where it may, or where its name is unknown."""
    if host in permitted:
        return ""
    with suppress(OSError, UnicodeError):
        for *_, place in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM):
            if is_own_network(str(place[0])):
                return REFUSED.format(place[0])
    return ""


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's resolver, which finds no address of the own network; the connection goes where it says, so this holds."""

    permitted: frozenset[str] = frozenset()
    """Hosts that may lie in the own network; a crawl adds those that a person named."""

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:
        """The address of ``name``; fails with DNSLookupError where it lies in the own network."""
        found: Deferred[str] = super().getHostByName(name, timeout)
        return found if name in self.permitted | _proxies() else found.addCallback(_checked)


def _checked(address: str) -> str:
    if is_own_network(address):
        raise DNSLookupError(REFUSED.format(address))
    return address


def _proxies() -> frozenset[str]:
    """The proxies of this machine's surroundings: they stand in the own network, and are meant."""
    named = (os.environ.get(name, "") for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"))
    return frozenset(urlsplit(url).hostname or "" for url in named if url)


def guarded_pool(permitted: frozenset[str], **options: Any) -> urllib3.PoolManager:
    """A pool of connections that reaches no address of the own network, besides ``permitted`` hosts."""

    def guard(kind: type[HTTPConnection]) -> type[HTTPConnection]:
        class Guarded(kind):  # type: ignore[misc, valid-type]
            def _new_conn(self) -> socket.socket:
                host = str(self._dns_host).strip("[]")
                if host not in permitted and (refusal := why_not_reached(host, permitted)):
                    raise NewConnectionError(self, refusal)
                made: socket.socket = super()._new_conn()
                # The name may have got another address between the question and the connection.
                if host not in permitted and is_own_network(str(made.getpeername()[0])):
                    made.close()
                    raise NewConnectionError(self, REFUSED.format(host))
                return made

        return Guarded

    class Plain(HTTPConnectionPool):
        ConnectionCls = guard(HTTPConnection)

    class Secure(HTTPSConnectionPool):
        ConnectionCls = guard(HTTPSConnection)  # type: ignore[assignment]

    pool = urllib3.PoolManager(**options)
    pool.pool_classes_by_scheme = {"http": Plain, "https": Secure}
    return pool
