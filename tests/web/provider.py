"""A small OpenID Connect provider on this machine, made with django-oauth-toolkit: ``python -m tests.web.provider FOLDER PORT``.

It knows two programs ("goedgeregeld" and "ander") and whoever its login address is asked for. Runs in a process of its own,
because a process can hold one Django only.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

SECRET = "geheim-van-de-proef"
PEOPLE = {
    "jansen": {"name": "J. Jansen", "groups": ["webredactie", "fietsers"], "email": "jansen@stad.example"},
    "pieters": {"name": "P. Pieters", "groups": ["7f3c-getal-van-entra", "ec12-wonen"], "email": "beheer@stad.example"},
    "gast": {"name": "G. Gast", "groups": ["fietsers"], "email": "gast@stad.example"},
}


def main(folder: Path, port: int) -> None:
    """Make the provider and answer until the process is ended."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    settings.configure(
        SECRET_KEY="proef" * 10,
        ALLOWED_HOSTS=["127.0.0.1", "localhost"],
        ROOT_URLCONF="tests.web.provider_addresses",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "aanbieder.sqlite3"}},
        LOGIN_URL="/wie/",
        SESSION_COOKIE_NAME="aanbieder",  # cookies of two ports on one machine are shared
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_RSA_PRIVATE_KEY": key.decode(),
            "PKCE_REQUIRED": True,
            "SCOPES": {"openid": "", "email": "", "profile": ""},
            "OAUTH2_VALIDATOR_CLASS": "tests.web.provider_addresses.Claims",
        },
    )
    django.setup()
    _fill(port)
    from django.core.wsgi import get_wsgi_application

    server = make_server("127.0.0.1", port, get_wsgi_application(), handler_class=_Quiet)
    print(json.dumps({"port": server.server_port}), flush=True)
    server.serve_forever()


def _fill(port: int) -> None:
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from oauth2_provider.models import Application

    call_command("migrate", verbosity=0)
    for name, claims in PEOPLE.items():
        User.objects.create_user(name, email=str(claims["email"]))
    for name in ("goedgeregeld", "ander"):
        Application.objects.create(
            client_id=name,
            client_secret=SECRET,
            client_type=Application.CLIENT_CONFIDENTIAL,
            authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
            algorithm=Application.RS256_ALGORITHM,
            skip_authorization=True,
            redirect_uris=" ".join(sys.argv[3:]),
        )


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
