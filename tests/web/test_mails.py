"""The digests: each audience gets its own, in text and in HTML that say the same."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import override_settings
from lxml import html

from model.decision import Group
from reports.mail import AUDIENCES
from tests.web.test_axe import findings, show
from web.mails import digest, send
from web.told import Told


@override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
def test_each_audience_gets_its_own_mail(app):
    mail.outbox = []
    for group in ("webredactie", "management", "beheer"):
        User.objects.filter(username=group).update(email=f"{group}@voorbeeldstad.example")
    assert send(Told()) == {Group.WEBREDACTIE: 1, Group.TOEGANKELIJKHEID: 0, Group.MANAGEMENT: 1}
    editors, manager = mail.outbox
    assert editors.to == ["webredactie@voorbeeldstad.example"]
    assert "Uittreksel BRP, kosten: was aanwezig, is nu ontbreekt" in editors.body
    assert "4 tot 5 van de 9 producten" in manager.body
    assert "\n" not in editors.subject


@pytest.mark.browser
@pytest.mark.parametrize("group", AUDIENCES)
def test_text_and_html_say_the_same_and_axe_finds_nothing(app, driver, tmp_path, group):
    message = digest(Told(), group)
    written = " ".join(html.fromstring(message.html).text_content().split())
    for part in message.parts:
        for line in part.lines:
            assert line.text in message.text
            assert " ".join(line.text.split()) in written
    file = tmp_path / "mail.html"
    file.write_text(message.html, "utf-8")
    for width in (1280, 320):
        for dark in (False, True):
            show(driver, file.as_uri(), width, dark)
            assert driver.execute_script("return document.documentElement.scrollWidth") <= width
            assert findings(driver) == []
