"""Puts each audience's digest together and sends it to the accounts in its group that have a mail address."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMultiAlternatives

from model.decision import Group
from reports.mail import AUDIENCES, Mail, to_editors, to_manager, to_officer
from reports.tasks import changes, tasks
from web import decisions
from web.identity import issue_id
from web.told import Told, today
from web.views.accessibility import queue_of


def digest(told: Told, group: Group) -> Mail:
    """What this group should know of the newest run."""
    web, everything = settings.WEB_ADDRESS.rstrip("/"), told.overview()
    if group is Group.MANAGEMENT:
        return to_manager(everything, web)
    if group is Group.TOEGANKELIJKHEID:
        return to_officer(everything, [(issue_id(line.issue), line) for line in queue_of(told)], web)
    summaries = told.summaries()
    changed = changes(summaries[1], summaries[0]) if len(summaries) > 1 else ()
    return to_editors(everything, changed, tasks(everything.rows, summaries, decisions.steps(), today()), web)


def send(told: Told) -> dict[Group, int]:
    """Mail every account in an audience that has an address; how many mails went to each."""
    sent = {}
    for group in AUDIENCES:
        people = User.objects.filter(is_active=True, groups__name=group.value).exclude(email="").distinct()
        mail = digest(told, group)
        for person in people:
            message = EmailMultiAlternatives(mail.subject, mail.text, to=[person.email])
            message.attach_alternative(mail.html, "text/html")
            message.send()
        sent[group] = len(people)
    return sent
