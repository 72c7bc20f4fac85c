"""Serves the replica on three loopback servers and keeps an access log."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from demo.access import AccessLog, Visit
from demo.answering import AnsweringServer
from demo.bench import Bench
from demo.build import SEED
from demo.documents import Answer
from demo.elsewhere.pages import build_town
from demo.elsewhere.town import Town
from demo.hosts import Hosts
from demo.site import NLDS, Site, build_site
from demo.truth import Truth
from model.product import Product
from model.profile import SiteProfile

__all__ = ["Replica", "Visit"]


class Replica:
    """The municipal site for ``products``, or one of the small towns, on three servers that listen on loopback only.

    Use as a context manager, or call start and stop. A ``town`` has its own products. ``ports`` are those of site, forms
    and appointments; 0 takes a free one. ``log_path`` is where the access log is written as JSON lines. ``nlds`` is the
    design system's style sheet.
    """

    def __init__(
        self,
        products: Sequence[Product] = (),
        *,
        town: Town | None = None,
        seed: int = SEED,
        ports: tuple[int, int, int] = (0, 0, 0),
        log_path: Path | None = None,
        nlds: Path = NLDS,
    ) -> None:
        self.log = AccessLog(log_path)
        self._stopping = threading.Event()
        self._servers = [AnsweringServer(port, self.log, self._stopping) for port in ports]
        site, forms, appointments = (server.address for server in self._servers)
        self.hosts = Hosts(site=site, forms=forms, appointments=appointments)
        self.site: Site = (
            build_town(town, self.hosts, seed) if town else build_site(products, seed, hosts=self.hosts, nlds=nlds)
        )
        tables = (self.site.answers, self.site.form_answers, self.site.appointment_answers)
        for server, answers in zip(self._servers, tables, strict=True):
            server.answers = answers
        self._threads: list[threading.Thread] = []

    @property
    def base(self) -> str:
        """The site's address: scheme, host and port, without a slash at the end."""
        return self.hosts.site

    @property
    def truth(self) -> Truth:
        """What a perfect measurement would find."""
        return self.site.truth

    def profile(self, base: SiteProfile) -> SiteProfile:
        """``base`` with the hosts of these servers added, so that they count as the city's own."""
        site, forms, appointments = (server.address.removeprefix("http://") for server in self._servers)
        return replace(
            base,
            hosts=(*base.hosts, site),
            form_hosts=(*base.form_hosts, forms),
            appointment_hosts=(*base.appointment_hosts, appointments),
        )

    def extra_pages(self, count: int) -> Bench:
        """Serve ``count`` further pages under /bench/ and return what they are; replaces those of an earlier call."""
        bench = Bench(count, self.truth.seed, self.hosts)
        self.site.answers.update({path: Answer(body.encode()) for path, body in bench.plan.frames.items()})
        self.site.form_answers.update({path: Answer(body.encode()) for path, body in bench.plan.foreign_frames.items()})
        self._servers[0].bench = bench
        return bench

    def start(self) -> Replica:
        """Start serving; returns at once."""
        for server in self._servers:
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            thread.start()
            self._threads.append(thread)
        return self

    def stop(self) -> None:
        """Stop serving, break off what still hangs, and free the ports."""
        self._stopping.set()
        for server in self._servers:
            if self._threads:
                server.shutdown()
            server.server_close()
            for connection in list(server.open_sockets):
                with_shutdown(connection)
        for thread in self._threads:
            thread.join(timeout=5)
        self.log.close()

    def __enter__(self) -> Replica:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def with_shutdown(connection: socket.socket) -> None:
    """Wake a thread that waits for a visitor's next request."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
