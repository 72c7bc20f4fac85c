"""The tables. Every row is a fact: rows are added, never changed or removed."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from store.fields import Compressed, JsonText, PlainText


class Facts(models.QuerySet):
    """Rows that can be added and read."""

    def update(self, **_columns: object) -> NoReturn:
        """Refuse: a fact is not changed."""
        raise TypeError("facts are added, never changed")

    def delete(self) -> NoReturn:
        """Refuse: a fact is not removed."""
        raise TypeError("facts are added, never removed")


class Fact(models.Model):
    """A row that is written once."""

    objects = Facts.as_manager()

    class Meta:
        """Has no table of its own."""

        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; TypeError where it is already there."""
        if not self._state.adding:
            raise TypeError("facts are added, never changed")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *_args: object, **_kwargs: object) -> NoReturn:
        """Refuse: a fact is not removed."""
        raise TypeError("facts are added, never removed")


class Run(Fact):
    """A run that was started; how it ended stands in RunEnd."""

    id = models.CharField(primary_key=True, max_length=200)
    started_at = models.DateTimeField(db_index=True)
    site = PlainText()
    catalog_sha256 = models.CharField(max_length=64)
    tool_version = PlainText()


class RunEnd(Fact):
    """How a run ended. The newest row counts: a run that was stopped can be resumed and end again."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="ends")
    finished_at = models.DateTimeField()
    state = models.CharField(max_length=20)
    reason = PlainText()
    axe_version = PlainText()
    browser_version = PlainText()
    check_versions = JsonText()


class ProductRow(Fact):
    """A product as the catalog described it when the run started."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="products")
    position = models.PositiveIntegerField()
    product_id = models.CharField(max_length=200)
    name = PlainText()
    urls = JsonText()
    cluster = PlainText()
    audience = PlainText()
    theme = PlainText()
    upl = PlainText()
    online_possible = models.CharField(max_length=20)
    costs_possible = models.CharField(max_length=20)
    term_possible = models.CharField(max_length=20)
    owner = PlainText()
    active_from = models.DateField(null=True)
    active_until = models.DateField(null=True)
    source = PlainText()
    source_date = PlainText()
    line = models.PositiveIntegerField()
    extra = JsonText()

    class Meta:
        """A product stands once in a run."""

        constraints = (models.UniqueConstraint(fields=["run", "product_id"], name="product_once_per_run"),)


class Body(Fact):
    """The bytes of a response, or of a test's result, once per content."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    content = Compressed()


class Snapshot(Fact):
    """One answer to one request for one address of one product.

    ``fingerprint`` covers run, product, address and outcome: the same answer twice is one row, a later and better one is a
    second row. An address can be longer than an index may hold, its fingerprint cannot.
    """

    fingerprint = models.CharField(max_length=64, unique=True)
    run = models.ForeignKey(Run, models.PROTECT, related_name="snapshots")
    product_id = models.CharField(max_length=200)
    url = PlainText()
    final_url = PlainText()
    role = models.CharField(max_length=40)
    outcome = models.CharField(max_length=40)
    status = models.IntegerField(null=True)
    fetched_at = models.DateTimeField()
    headers = JsonText()
    body = models.ForeignKey(Body, models.PROTECT, null=True)
    detail = PlainText()

    class Meta:
        """Pages are read per run and product."""

        indexes = (models.Index(fields=["run", "product_id"], name="snapshot_of_product"),)


class Landing(Fact):
    """What one address behind a button answered; ``fingerprint`` covers run and address, so that each is kept once."""

    fingerprint = models.CharField(max_length=64, unique=True)
    run = models.ForeignKey(Run, models.PROTECT, related_name="landings")
    url = PlainText()
    final_url = PlainText()
    kind = models.CharField(max_length=40)
    status = models.IntegerField(null=True)
    asked_at = models.DateTimeField()
    detail = PlainText()


class AxeScan(Fact):
    """One test of one address at one width; ``fingerprint`` covers run, address, width and outcome."""

    fingerprint = models.CharField(max_length=64, unique=True)
    run = models.ForeignKey(Run, models.PROTECT, related_name="scans")
    url = PlainText()
    viewport = models.PositiveIntegerField()
    scanned_at = models.DateTimeField()
    outcome = models.CharField(max_length=40)
    axe_version = PlainText()
    browser_version = PlainText()
    result = models.ForeignKey(Body, models.PROTECT)
    frames_not_tested = JsonText()
    detail = PlainText()
    seconds = models.FloatField()
    final_url = PlainText()
    key = models.CharField(max_length=200, db_index=True)
    assets = JsonText()
    blocked = JsonText()
    measured_at = models.DateTimeField(null=True)


class Method(Fact):
    """The code that judged, packed; kept once per content, so that a past figure can be worked out again as it was then."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    code = Compressed()


class JudgingRound(Fact):
    """One judging of a whole run. The newest is what readers get; the older ones tell what was said before.

    ``method`` and ``profile`` are what it was judged with; None and empty for rounds from before they were kept.
    """

    run = models.ForeignKey(Run, models.PROTECT, related_name="rounds")
    judged_at = models.DateTimeField(auto_now_add=True)
    method = models.ForeignKey(Method, models.PROTECT, null=True)
    profile = JsonText(default=dict)


class CheckResult(Fact):
    """What one check concluded about one product in one judging round."""

    round = models.ForeignKey(JudgingRound, models.PROTECT, related_name="results")
    product_id = models.CharField(max_length=200)
    check_id = models.CharField(max_length=100)
    check_version = models.PositiveIntegerField()
    scale = models.CharField(max_length=20)
    outcome = models.CharField(max_length=40)
    reason = PlainText()
    evidence = JsonText()
    message = PlainText()
    error = PlainText()

    class Meta:
        """A check speaks once about a product in a round."""

        constraints = (
            models.UniqueConstraint(fields=["round", "product_id", "check_id"], name="result_once_per_round"),
        )


class Stage(Fact):
    """A stage that a night has behind it; a resumed night does not do it again."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="stages")
    name = models.CharField(max_length=40)
    reached_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A stage is reached once."""

        constraints = (models.UniqueConstraint(fields=["run", "name"], name="stage_once_per_run"),)


class Sending(Fact):
    """A message that was sent, or could not be. ``place`` names the kind of service, never its secret."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="sendings")
    audience = models.CharField(max_length=100)
    cluster = PlainText()
    place = models.CharField(max_length=100)
    title = PlainText()
    sent_at = models.DateTimeField()
    succeeded = models.BooleanField()
    detail = PlainText()


class Lock(models.Model):
    """Who is measuring now: one row for each thing of which there may be only one. No fact: it comes and goes."""

    name = models.CharField(primary_key=True, max_length=40)
    host = models.CharField(max_length=255)
    boot = models.CharField(max_length=64)
    pid = models.BigIntegerField()
    began = models.CharField(max_length=40)
    seen_at = models.DateTimeField()


class FeedReading(Fact):
    """One feed as it was taken over; ``sha256`` covers its claims, so that the same feed twice is one row."""

    source = models.CharField(max_length=40, db_index=True)
    sha256 = models.CharField(max_length=64)
    read_at = models.DateTimeField()


class Claim(Fact):
    """What a feed said of one product of the catalog."""

    reading = models.ForeignKey(FeedReading, models.PROTECT, related_name="claims")
    product_id = models.CharField(max_length=200)
    facts = JsonText()

    class Meta:
        """A feed speaks once about a product."""

        constraints = (models.UniqueConstraint(fields=["reading", "product_id"], name="claim_once_per_reading"),)


class Posting(Fact):
    """A deed on a ticket in somebody else's system, as it was laid ready after a run."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="postings")
    tracker = models.CharField(max_length=200, db_index=True)
    key = models.CharField(max_length=200)
    deed = models.CharField(max_length=20)
    content = JsonText()
    sha256 = models.CharField(max_length=64)


class PostingTry(Fact):
    """A try to hand a deed over: it begins (succeeded is null) and ends."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="tries")
    tried_at = models.DateTimeField()
    succeeded = models.BooleanField(null=True)
    remote = PlainText()
    detail = PlainText()
