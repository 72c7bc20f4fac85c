"""Every setting that the environment can change, read here only. Also Django's settings module."""

from __future__ import annotations

from pathlib import Path

from environs import Env

import model

env = Env()
ROOT = Path(model.__file__).resolve().parent.parent  # where the rooms lie: this tree, or the house inside the wheel
IN_TREE = (ROOT / "pyproject.toml").exists()
HOW_TO_INSTALL = "Voer uit: " + ("make setup" if IN_TREE else f"pip install -r {ROOT}/requirements/runtime.txt")

# Whose site is measured: a folder with a site profile (made by `init`) is a municipality's, and work in it is about that one
_HERE = Path.cwd()
HOME = Path(env.str("GOEDGEREGELD_HOME", str(_HERE if (_HERE / "siteprofiel.toml").exists() or not IN_TREE else ROOT)))
_OWN = (HOME / "siteprofiel.toml").exists()

# What is measured
CATALOG = Path(env.str("GOEDGEREGELD_CATALOG", str((HOME if _OWN else ROOT) / "product_catalog.csv")))
PROFILE = Path(
    env.str("GOEDGEREGELD_PROFILE", str(HOME / "siteprofiel.toml" if _OWN else ROOT / "profiles" / "rotterdam.toml"))
)
UPL = Path(env.str("GOEDGEREGELD_UPL", str(ROOT / "upl.csv")))  # the national list of product names
SITE = env.str("GOEDGEREGELD_SITE", "")  # replaces scheme, host and port of the catalog's addresses; empty: as written
CONTACT = env.str("GOEDGEREGELD_CONTACT", "")  # mail or web address in the user agent, so that the site can reach us

DOUBT = env.bool("GOEDGEREGELD_ONZEKER", True)  # a verdict that is too often wrong is left to a person

# Where things are kept
VAR = Path(env.str("GOEDGEREGELD_VAR", str(HOME / "var")))
REPORT_FOLDER = Path(env.str("GOEDGEREGELD_REPORT", str(VAR / "rapport")))
NODE_MODULES = Path(env.str("GOEDGEREGELD_NODE_MODULES", str(ROOT / "node_modules")))

# The browser
CHROMIUM = env.str("GOEDGEREGELD_CHROMIUM", "/usr/bin/chromium")
CHROMEDRIVER = env.str("GOEDGEREGELD_CHROMEDRIVER", "/usr/bin/chromedriver")
GRID_URL = env.str("GRID_URL", "")  # a Selenium Grid whose browsers are used instead of this machine's
BROWSERS = env.int("GOEDGEREGELD_BROWSERS", 1)  # one for each node of the grid
TABS = env.int("GOEDGEREGELD_TABS", 2)
AXE_LOCALE = env.str("GOEDGEREGELD_AXE_LOCALE", "nl")  # language of axe's words: nl, en or a locale file of axe
SECOND_OPINION = env.str(
    "GOEDGEREGELD_SECOND_OPINION", ""
)  # ace.js of IBM's accessibility-checker-engine: looks along, never counts
PAGE_DEADLINE = env.float("GOEDGEREGELD_PAGE_DEADLINE", 30.0)  # seconds for loading and testing one page

# The night
COVERAGE_FLOOR = env.float(
    "GOEDGEREGELD_COVERAGE_FLOOR", 0.95
)  # share of products to measure before a run gives a figure
NIGHT_DEADLINE = env.float("GOEDGEREGELD_NIGHT_DEADLINE", 6 * 3600.0)  # seconds for a whole night
NIGHT_FOLDER = VAR / "nachten"  # answers of a night that is under way; thrown away when it is done
KEEP_DAYS = env.int(
    "GOEDGEREGELD_KEEP_DAYS", 400
)  # days that pages and tests are kept; a reported tertaal keeps its own
PRIVATE_HOSTS: tuple[str, ...] = tuple(
    env.list("GOEDGEREGELD_PRIVATE_HOSTS", [])
)  # may have a private address, such as a test site
METRICS_FILE = Path(env.str("GOEDGEREGELD_METRICS", str(VAR / "goedgeregeld.prom")))  # for Prometheus' node_exporter
LOG_FILE = Path(env.str("GOEDGEREGELD_LOG", str(VAR / "nacht.jsonl")))  # what happened, one JSON object a line
NOTIFY = env.str("GOEDGEREGELD_NOTIFY", "")  # whom to tell: lines "audience[/cluster] address"; see docs/gids-beheer.md
TICKETS = env.str(
    "GOEDGEREGELD_TICKETS", ""
)  # where tickets go: lines "what[/cluster] address"; see docs/gids-beheer.md
TICKETS_FILE = env.str(
    "GOEDGEREGELD_TICKETS_FILE", ""
)  # the same in a file, which keeps secrets out of the environment
NOTIFY_FILE = env.str("GOEDGEREGELD_NOTIFY_FILE", "")  # the same in a file, which keeps secrets out of the environment
MAIL_TO = env.str(
    "GOEDGEREGELD_MAIL_TO", ""
)  # the same by our own mail server: lines "audience[/cluster] mail address"
FIXED = frozenset(
    name
    for name in ("COVERAGE_FLOOR", "NIGHT_DEADLINE", "KEEP_DAYS", "CONTACT", "MAIL_TO")
    if env.str(f"GOEDGEREGELD_{name}", None) is not None
)  # written on the server, so not to be chosen in Beheer

# Django
SECRET_FILE = VAR / "geheim"  # made by `serve` where no key is set
SECRET_KEY = env.str("GOEDGEREGELD_SECRET_KEY", "") or (
    SECRET_FILE.read_text(encoding="ascii").strip()
    if SECRET_FILE.exists()
    else "zonder-webapp-staat-hier-niets-geheims"
)
DEBUG = False
ALLOWED_HOSTS = env.list("GOEDGEREGELD_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
HTTPS = env.bool("GOEDGEREGELD_HTTPS", False)  # behind a server that speaks https: cookies and redirects are https only
PUBLIC = env.bool(
    "GOEDGEREGELD_PUBLIC", False
)  # anyone may read the figures, as open data; deciding always asks a login
_THEME = HOME / "thema.css"
THEME = env.str(
    "GOEDGEREGELD_THEME", str(_THEME) if _OWN and _THEME.exists() else ""
)  # a style sheet with the organisation's own colours and fonts; empty: ours
DATABASES = {
    "default": env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR / 'goedgeregeld.sqlite3'}", conn_max_age=0),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets people read while a run writes; the time-out waits for the other writer instead of failing.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;", transaction_mode="IMMEDIATE", timeout=30
    )
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "auditlog",
    "axes",
    "csp",
    "store",
    "web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "auditlog.middleware.AuditlogMiddleware",
    "web.gate.GateMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": [ROOT / "reports" / "templates"],
        "OPTIONS": {
            "builtins": ["reports.filters", "web.filters"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "web.context.surroundings",
            ],
        },
    }
]
CACHES = {
    # What was derived from facts that no longer change; may be thrown away at any time.
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR / "afgeleid",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
}

# Logging in and staying safe
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/inloggen/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/inloggen/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "web.views.account.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
SESSION_COOKIE_AGE = 12 * 3600  # seconds; one working day
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if HTTPS and "*" not in host]
CSRF_FAILURE_VIEW = "web.views.account.form_expired"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 6_000_000  # bytes of a form; the largest text that may be pasted is smaller
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 6_000_000
OIDC = env.bool("GOEDGEREGELD_OIDC", False)  # also log in with the organisation's own accounts (Entra ID, Keycloak)
if OIDC:
    AUTHENTICATION_BACKENDS.append("web.single_sign_on.GroupsBackend")
    OIDC_ISSUER = env.str("GOEDGEREGELD_OIDC_ISSUER")  # as the provider names itself in its tokens
    OIDC_RP_CLIENT_ID = env.str("GOEDGEREGELD_OIDC_CLIENT")
    OIDC_RP_CLIENT_SECRET = env.str("GOEDGEREGELD_OIDC_SECRET")
    OIDC_OP_AUTHORIZATION_ENDPOINT = env.str("GOEDGEREGELD_OIDC_AUTHORIZE")
    OIDC_OP_TOKEN_ENDPOINT = env.str("GOEDGEREGELD_OIDC_TOKEN")
    OIDC_OP_USER_ENDPOINT = env.str("GOEDGEREGELD_OIDC_USERINFO")
    OIDC_OP_JWKS_ENDPOINT = env.str("GOEDGEREGELD_OIDC_JWKS")
OIDC_RP_SIGN_ALGO = "RS256"
OIDC_RP_SCOPES = "openid email profile"
OIDC_GROUPS_CLAIM = env.str("GOEDGEREGELD_OIDC_GROUPS", "groups")  # the claim that names a person's groups
OIDC_GROUP_NAMES: dict[str, str] = env.dict(
    "GOEDGEREGELD_OIDC_GROUP_NAMES", {}
)  # theirs=ours, where they differ; Entra ID sends numbers
OIDC_USE_PKCE = True
OIDC_TIMEOUT = 10  # seconds

# Mail
EMAIL_HOST = env.str("GOEDGEREGELD_MAIL_HOST", "")  # empty: mails become files in VAR/mail
EMAIL_PORT = env.int("GOEDGEREGELD_MAIL_PORT", 25)
EMAIL_HOST_USER = env.str("GOEDGEREGELD_MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.str("GOEDGEREGELD_MAIL_PASSWORD", "")
EMAIL_USE_TLS = env.bool("GOEDGEREGELD_MAIL_TLS", False)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
DEFAULT_FROM_EMAIL = env.str("GOEDGEREGELD_MAIL_FROM", "goedgeregeld@localhost")
WEB_ADDRESS = env.str("GOEDGEREGELD_WEB", "http://127.0.0.1:8000")  # where people open the web app; stands in mails
ROOT_URLCONF = "goedgeregeld.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "loggers": {"bs4.dammit": {"level": "ERROR"}},  # a page in a broken character set is read all the same
}
