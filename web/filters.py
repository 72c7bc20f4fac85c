"""What the web app's templates can say beside the report's words: addresses, states, shares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from model.verdict import Coverage, Met
from reports import dutch, sentences, words
from web import style

register = template.Library()
register.filter("aandeel", sentences.shares)
register.filter("aantallen", sentences.fractions)
register.filter("zin", sentences.sentence)
register.filter("heel_procent", dutch.whole_percent)
register.filter("opsomming", dutch.listed)

NORM_SLUGS = {7: "norm7", 8: "norm8"}


@register.simple_tag(takes_context=True)
def adres(context: Mapping[str, Any], name: str, *args: object, **query: object) -> str:
    """A stable address: ``args`` stand in the path, ``query`` behind the question mark; keeps the chosen older run."""
    told = context.get("told")
    asked = {key: value for key, value in query.items() if value not in (None, "")}
    if context.get("older") and told is not None and told.chosen is not None:
        asked.setdefault("meting", told.chosen.id)
    path = reverse(name, args=[str(arg) for arg in args])
    return f"{path}?{urlencode(asked)}" if asked else path


@register.simple_tag(takes_context=True)
def geteld(context: Mapping[str, Any], amount: int, **query: object) -> SafeString:
    """A number that leads to the products that it counts; a plain 0 where there is nothing to see."""
    if not amount:
        return format_html("{}", 0)
    return format_html(
        '<a class="utrecht-link" href="{}">{}</a>', adres(context, "producten", **query), dutch.number(amount)
    )


@register.simple_tag
def stijl() -> str:
    """The address of the style sheet."""
    return reverse("stijl", args=[style.style().version])


@register.simple_tag
def script() -> str:
    """The address of the script."""
    return reverse("script", args=[style.script().version])


@register.filter
def oordeel(coverage: Coverage) -> str:
    """Whether the norm is met."""
    return words.NORM_WORDS[coverage.outcome]


@register.filter
def onder(coverage: Coverage) -> str:
    """The lower bound as a width in a bar."""
    return f"{(coverage.lower or 0) * 100:.2f}%"


@register.filter
def tussen(coverage: Coverage) -> str:
    """The room between the bounds as a width in a bar."""
    return f"{((coverage.upper or 0) - (coverage.lower or 0)) * 100:.2f}%"


@register.filter
def lijn(coverage: Coverage) -> str:
    """The norm's line as a place in a bar."""
    return f"{coverage.line * 100:.2f}%"


@register.filter
def van(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The value of a key; empty where there is none."""
    return mapping.get(key, "")


@register.filter
def uitkomst(value: str, question: str) -> str:
    """The word for an outcome that is kept as text."""
    table = words.ONLINE_WORDS if question == "online" else words.ELEMENT_WORDS
    return {str(key): word for key, word in table.items()}.get(value, "")


@register.filter
def voldoet(value: str) -> str:
    """The word for meeting a norm that is kept as text."""
    return words.MET_WORDS[Met(value)] if value else ""


@register.filter
def lengte(value: Any) -> int:
    """How many."""
    return len(value)


@register.filter
def invoer(field: Any) -> SafeString:
    """A form's field in the design system's look, tied to its explanation and to what is wrong with it."""
    kind = {"Textarea": "textarea", "Select": "select"}.get(type(field.field.widget).__name__, "textbox")
    described = [f"{field.id_for_label}_helptext"] if field.help_text else []
    described += [f"{field.id_for_label}_error"] if field.errors else []
    extra = {"class": f"utrecht-{kind} utrecht-{kind}--html-{'input' if kind == 'textbox' else kind}"}
    if described:
        extra["aria-describedby"] = " ".join(described)
    if field.errors:
        extra["aria-invalid"] = "true"
    shown: SafeString = field.as_widget(attrs=extra)
    return shown
