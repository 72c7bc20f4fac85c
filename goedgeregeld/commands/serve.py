"""``serve``: the web app."""

from __future__ import annotations

import os
import secrets
from typing import Annotated, Any

import typer

from goedgeregeld import settings
from goedgeregeld.terminal import say
from model.errors import UserError
from store import history

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve(
    host: Annotated[str, typer.Option("--host", help="Het adres waarop de webapp luistert.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="De poort.")] = 8000,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Aantal processen; elk houdt cijfers vast.")] = 1,
    threads: Annotated[int, typer.Option("--threads", min=1, help="Aantal vragen tegelijk per proces.")] = 8,
) -> None:
    """Start de webapp: overzicht, producten, werklijst, toegankelijkheid en rapporten."""
    from django.contrib.auth.models import User
    from django.db import connections  # noqa: TID251 (closes, asks nothing)
    from gunicorn.app.base import BaseApplication

    if host not in LOOPBACK and not settings.HTTPS:
        raise UserError(
            "Buiten deze computer mag de webapp alleen achter een server met https. Zet GOEDGEREGELD_HTTPS=ja en "
            "GOEDGEREGELD_HOSTS op de naam van de site, of laat --host weg."
        )
    history.migrate()
    _keep_a_secret()
    if not User.objects.exists():
        say("Er is nog geen account. Maak er een met: goedgeregeld account NAAM --group beheer")

    class Server(BaseApplication):  # type: ignore[misc]
        """Gunicorn with our settings and no configuration file."""

        def load_config(self) -> None:
            """Set what the command line said."""
            chosen: dict[str, Any] = {
                "bind": f"{host}:{port}",
                "workers": workers,
                "threads": threads,
                "worker_class": "gthread",
                "timeout": 120,
                "keepalive": 15,
                "control_socket_disable": True,
                "limit_request_line": 8190,
            }
            for name, value in chosen.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Any:
            """The app, with the newest figures at hand."""
            from goedgeregeld.wsgi import application
            from web.told import Told

            told = Told()
            if told.chosen is not None:
                told.summaries()
                told.overview()
            return application

    say(f"De webapp staat op http://{host}:{port}", "Stop met Ctrl-C.")
    connections.close_all()  # a process that is forked must not share its parent's connection
    Server().run()


def _keep_a_secret() -> None:
    """Sessions are signed with a key that nobody knows; it stays the same when the app starts again."""
    if settings.env.str("GOEDGEREGELD_SECRET_KEY", "") or settings.SECRET_FILE.exists():
        return
    from django.conf import settings as django_settings

    settings.SECRET_FILE.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(settings.SECRET_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    django_settings.SECRET_KEY = settings.SECRET_FILE.read_text(encoding="ascii")
