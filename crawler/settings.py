"""Scrapy's settings for this project: polite by default; change one for a run with ``-s NAME=value``."""

from __future__ import annotations

from pathlib import Path

BOT_NAME = "goedgeregeld"
SPIDER_MODULES = ["crawler.spider", "crawler.pressing"]
NEWSPIDER_MODULE = "crawler.spider"

# What the spider reads when no -a catalogus=… or -a profiel=… is given
CATALOG = str(Path(__file__).resolve().parent.parent / "product_catalog.csv")
PROFILE = str(Path(__file__).resolve().parent.parent / "profiles" / "rotterdam.toml")

# Polite: obey robots.txt, follow the site's own pace, keep no cookies, look like nobody else
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "Goedgeregeld"
COOKIES_ENABLED = False
CONCURRENT_REQUESTS = 8
CONCURRENT_REQUESTS_PER_DOMAIN = 2
DOWNLOAD_DELAY = 0.5
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 30.0
DEFAULT_REQUEST_HEADERS = {"Accept": "text/html,application/xhtml+xml", "Accept-Language": "nl"}

# No machine of the own network is asked, whatever a name points at; besides these hosts
PRIVATE_HOSTS: list[str] = []
TWISTED_DNS_RESOLVER = "crawler.reach.GuardedResolver"

DOWNLOAD_VERIFY_CERTIFICATES = True  # a visitor would be warned, too

# This machine's own servers need no sparing; these apply when all hosts are on loopback
LOOPBACK = {
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_DELAY": 0.0,
    "CONCURRENT_REQUESTS": 16,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "HTTPPROXY_ENABLED": False,
    "DOWNLOAD_VERIFY_CERTIFICATES": False,
    "PATIENCE_PAUSE": 0.5,
}

# Limits, in seconds and bytes
DOWNLOAD_TIMEOUT = 30.0  # for the whole answer, its last byte included
DOWNLOAD_MAXSIZE = 5 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
RUN_DEADLINE = 3 * 3600.0  # afterwards nothing new is asked

# Patience: a second time for what may pass by itself; never for what is permanent
RETRY_ENABLED = False  # Scrapy's own retries at once and does not know Retry-After
PATIENCE_TIMES = 1
PATIENCE_PAUSE = 5.0  # where the site names no Retry-After
PATIENCE_LONGEST = 120.0  # a longer Retry-After ends the crawl of that host
SITE_DOWN_AFTER = 25  # failures in a row after which a host counts as down

JOURNAL = ""  # a folder that keeps each answer of this run at once, so that it can be resumed; empty: nothing is kept

# Redirects and statuses are the spider's own business: each hop is checked, each page asked once
REDIRECT_ENABLED = False
METAREFRESH_ENABLED = False
HTTPERROR_ALLOW_ALL = True
REFERRER_POLICY = "same-origin"

DOWNLOAD_HANDLERS = {
    "http": "crawler.connections.AskOnceHandler",
    "https": "crawler.connections.AskOnceHandler",
    "ftp": None,
    "file": None,
    "data": None,
    "s3": None,
}
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # reads a robots.txt that fails as "all is allowed"
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # knows no ports
    "crawler.patience.HostsMiddleware": 50,
    "crawler.patience.PatienceMiddleware": 60,
    "crawler.robots.RobotsMiddleware": 70,
    "crawler.journal.Journal": 890,
}
ITEM_PIPELINES = {"crawler.pipeline.SnapshotPipeline": 300}

TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
LOG_LEVEL = "INFO"
FEED_EXPORT_ENCODING = "utf-8"
