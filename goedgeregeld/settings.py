"""Every setting that the environment can change, read here only. Also Django's settings module."""

from __future__ import annotations

from pathlib import Path

from environs import Env

env = Env()
ROOT = Path(__file__).resolve().parent.parent

# What is measured
CATALOG = Path(env.str("GOEDGEREGELD_CATALOG", str(ROOT / "product_catalog.csv")))
PROFILE = Path(env.str("GOEDGEREGELD_PROFILE", str(ROOT / "profiles" / "rotterdam.toml")))
SITE = env.str("GOEDGEREGELD_SITE", "")  # replaces scheme, host and port of the catalog's addresses; empty: as written
CONTACT = env.str("GOEDGEREGELD_CONTACT", "")  # mail or web address in the user agent, so that the site can reach us

# Where things are kept
VAR = Path(env.str("GOEDGEREGELD_VAR", str(ROOT / "var")))
REPORT_FOLDER = Path(env.str("GOEDGEREGELD_REPORT", str(VAR / "rapport")))
NODE_MODULES = Path(env.str("GOEDGEREGELD_NODE_MODULES", str(ROOT / "node_modules")))

# The browser
CHROMIUM = env.str("GOEDGEREGELD_CHROMIUM", "/usr/bin/chromium")
CHROMEDRIVER = env.str("GOEDGEREGELD_CHROMEDRIVER", "/usr/bin/chromedriver")
TABS = env.int("GOEDGEREGELD_TABS", 2)
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
PRIVATE_HOSTS: tuple[str, ...] = tuple(env.list("GOEDGEREGELD_PRIVATE_HOSTS", []))  # may have a private address, such as a test site
METRICS_FILE = Path(env.str("GOEDGEREGELD_METRICS", str(VAR / "goedgeregeld.prom")))  # for Prometheus' node_exporter
LOG_FILE = Path(env.str("GOEDGEREGELD_LOG", str(VAR / "nacht.jsonl")))  # what happened, one JSON object a line
NOTIFY = env.str("GOEDGEREGELD_NOTIFY", "")  # whom to tell: lines "audience[/cluster] address"; see docs/gids-beheer.md
NOTIFY_FILE = env.str("GOEDGEREGELD_NOTIFY_FILE", "")  # the same in a file, which keeps secrets out of the environment

# Django
SECRET_KEY = env.str("GOEDGEREGELD_SECRET_KEY", "alleen-voor-gebruik-op-deze-machine")
DEBUG = False
ALLOWED_HOSTS = env.list("GOEDGEREGELD_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
DATABASES = {
    "default": env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR / 'goedgeregeld.sqlite3'}", conn_max_age=0),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets people read while a run writes; the time-out waits for the other writer instead of failing.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;", transaction_mode="IMMEDIATE", timeout=30
    )
INSTALLED_APPS = ["django.contrib.humanize", "store", "web"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": [ROOT / "reports" / "templates"],
    }
]
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
