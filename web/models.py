"""What people decided, as rows: added, never changed or removed. The newest row on a subject counts."""

from __future__ import annotations

from django.db import models

from store.fields import JsonText, PlainText
from store.models import Fact


class Review(Fact):
    """A correction of what a check concluded."""

    product_id = models.CharField(max_length=200, db_index=True)
    check_id = models.CharField(max_length=100)
    run_id = models.CharField(max_length=200)
    found = models.CharField(max_length=40)
    reason = PlainText()
    quotes = JsonText()
    corrected = models.CharField(max_length=40)
    quote = PlainText()
    url = PlainText()
    why = PlainText()
    by = models.CharField(max_length=150)
    on = models.DateTimeField()


class Waiver(Fact):
    """An issue that need not hold for a while."""

    rule_id = models.CharField(max_length=100)
    component = PlainText()
    reason = PlainText()
    effect = PlainText()
    alternative = PlainText()
    measure = PlainText()
    granted_by = models.CharField(max_length=150)
    granted_on = models.DateField()
    expires_on = models.DateField()


class Ruling(Fact):
    """An officer's judgement on an issue."""

    rule_id = models.CharField(max_length=100)
    component = PlainText()
    judgement = models.CharField(max_length=40)
    assigned_to = models.CharField(max_length=150)
    why = PlainText()
    by = models.CharField(max_length=150)
    on = models.DateTimeField()


class Step(Fact):
    """What somebody did with a task."""

    product_id = models.CharField(max_length=200, db_index=True)
    check_id = models.CharField(max_length=100)
    deed = models.CharField(max_length=40)
    run_id = models.CharField(max_length=200)
    to = models.CharField(max_length=150)
    until = models.DateField(null=True)
    why = PlainText()
    by = models.CharField(max_length=150)
    on = models.DateTimeField()


class Remeasurement(Fact):
    """One product measured by day, to see whether a change works; no run and no figure."""

    product_id = models.CharField(max_length=200, db_index=True)
    outcome = JsonText()
    by = models.CharField(max_length=150)
    on = models.DateTimeField()


class Figure(Fact):
    """A figure of a service norm that was measured elsewhere, as it was handed in."""

    tertaal = models.CharField(max_length=10, db_index=True)
    norm = models.PositiveIntegerField()
    name = PlainText()
    met = models.DecimalField(max_digits=12, decimal_places=2)
    of = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    unit = PlainText()
    line = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    source = PlainText()
    source_date = models.DateField()
    by = models.CharField(max_length=150)
    on = models.DateTimeField()


class Milestone(Fact):
    """A date from which a term of the accessibility statement runs."""

    kind = models.CharField(max_length=40)
    day = models.DateField()
    by = models.CharField(max_length=150)
    on = models.DateTimeField()


class Choice(Fact):
    """A setting that somebody chose in Beheer; ``name`` is its name in the settings, ``before`` what held until then."""

    name = models.CharField(max_length=100, db_index=True)
    value = JsonText()
    before = JsonText()
    by = models.CharField(max_length=150)
    on = models.DateTimeField()


class OrganisationAccount(models.Model):
    """Which account of the organisation is which account here: who gave it out, and its number there."""

    user = models.OneToOneField("auth.User", models.CASCADE, related_name="organisation_account")
    issuer = models.CharField(max_length=500)
    subject = models.CharField(max_length=255)

    class Meta:
        """One account of the organisation is one account here."""

        constraints = (models.UniqueConstraint(fields=["issuer", "subject"], name="organisation_account_once"),)


class ApiKey(models.Model):
    """The key of a program, such as a CMS; only its hash is kept."""

    name = models.CharField(max_length=150, unique=True)
    sha256 = models.CharField(max_length=64, unique=True)
    made_on = models.DateTimeField()
    revoked_on = models.DateTimeField(null=True)
