"""What the report's templates can say: Dutch forms, words for outcomes, numbers that lead to their lists."""

from __future__ import annotations

from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from model.claim import Source
from model.finding import Online, Outcome
from model.page import Evidence
from model.reliability import Sureness
from model.verdict import Coverage, Interval, Met
from reports import causes, dutch, sentences, words
from reports.selections import Counted

register = template.Library()
register.filter("getal", dutch.number)
register.filter("dag", dutch.day)
register.filter("moment", dutch.moment)
register.filter("slug", words.slug)


@register.filter
def vraag(question: str) -> str:
    """The name of a question."""
    return words.question_word(question)


@register.filter
def woord(value: Outcome | Online | Met) -> str:
    """The word for an outcome or for meeting a norm."""
    return words.MET_WORDS[value] if isinstance(value, Met) else words.outcome_word(value)


@register.filter
def impact(value: str) -> str:
    """The Dutch word for axe's impact; "onbekend" where axe gives none."""
    return words.IMPACT_WORDS.get(value, value or "onbekend")


@register.filter
def advies(cause: str) -> str:
    """What to do about a cause."""
    return causes.ADVICE[cause]


@register.filter
def lijst(counted: Counted) -> SafeString:
    """The number as a link to the list that it counts; a plain number where there is no list."""
    amount = dutch.number(counted.amount)
    if not counted.anchor:
        return format_html("{}", amount)
    return format_html('<a href="#{}">{}</a>', counted.anchor, amount)


@register.filter
def web(address: str) -> str:
    """The address where a browser may follow it (http and https only); empty otherwise, so that no page can plant a script."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


@register.filter
def vindplaats(evidence: Evidence) -> str:
    """The link to the quoted words on the page; empty where the address cannot be followed."""
    return web(evidence.link if evidence.quote else evidence.url)


@register.filter
def marge_zin(coverage: Coverage) -> str:
    """The margin of a coverage in sentences."""
    return sentences.margin_sentence(coverage)


@register.filter
def zekerheid(sureness: Sureness) -> str:
    """How often people agreed with a verdict like this one."""
    return sentences.sureness_sentence(sureness)


@register.filter
def marge(interval: Interval | None) -> str:
    """The shares of a margin: "58,1% tot 76,4%"."""
    return sentences.margin_shares(interval)


@register.filter
def norm_zin(coverage: Coverage) -> str:
    """A norm's answer in one or two sentences."""
    return sentences.sentence(coverage)


@register.filter(name="feed")
def is_of_feed(selector: str) -> bool:
    """Whether evidence is a feed's words and not a page's."""
    return selector.split(":")[0] in set(Source)
