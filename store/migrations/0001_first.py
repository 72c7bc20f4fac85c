"""The first tables."""

# ruff: noqa: RUF012
import django.db.models.deletion
from django.db import migrations, models

import store.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Body",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("content", store.fields.Compressed()),
            ],
        ),
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("started_at", models.DateTimeField(db_index=True)),
                ("site", store.fields.PlainText()),
                ("catalog_sha256", models.CharField(max_length=64)),
                ("tool_version", store.fields.PlainText()),
            ],
        ),
        migrations.CreateModel(
            name="JudgingRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("judged_at", models.DateTimeField(auto_now_add=True)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rounds", to="store.run"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AxeScan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fingerprint", models.CharField(max_length=64, unique=True)),
                ("url", store.fields.PlainText()),
                ("viewport", models.PositiveIntegerField()),
                ("scanned_at", models.DateTimeField()),
                ("outcome", models.CharField(max_length=40)),
                ("axe_version", store.fields.PlainText()),
                ("browser_version", store.fields.PlainText()),
                ("result", store.fields.Compressed()),
                ("frames_not_tested", store.fields.JsonText()),
                ("detail", store.fields.PlainText()),
                ("seconds", models.FloatField()),
                ("final_url", store.fields.PlainText()),
                ("key", models.CharField(db_index=True, max_length=200)),
                ("assets", store.fields.JsonText()),
                ("blocked", store.fields.JsonText()),
                ("measured_at", models.DateTimeField(null=True)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="scans", to="store.run"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RunEnd",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("finished_at", models.DateTimeField()),
                ("state", models.CharField(max_length=20)),
                ("reason", store.fields.PlainText()),
                ("axe_version", store.fields.PlainText()),
                ("browser_version", store.fields.PlainText()),
                ("check_versions", store.fields.JsonText()),
                (
                    "run",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="ends", to="store.run"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CheckResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("product_id", models.CharField(max_length=200)),
                ("check_id", models.CharField(max_length=100)),
                ("check_version", models.PositiveIntegerField()),
                ("scale", models.CharField(max_length=20)),
                ("outcome", models.CharField(max_length=40)),
                ("reason", store.fields.PlainText()),
                ("evidence", store.fields.JsonText()),
                ("message", store.fields.PlainText()),
                ("error", store.fields.PlainText()),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="results", to="store.judginground"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("round", "product_id", "check_id"), name="result_once_per_round")
                ],
            },
        ),
        migrations.CreateModel(
            name="ProductRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("product_id", models.CharField(max_length=200)),
                ("name", store.fields.PlainText()),
                ("urls", store.fields.JsonText()),
                ("cluster", store.fields.PlainText()),
                ("audience", store.fields.PlainText()),
                ("theme", store.fields.PlainText()),
                ("upl", store.fields.PlainText()),
                ("online_possible", models.CharField(max_length=20)),
                ("costs_possible", models.CharField(max_length=20)),
                ("term_possible", models.CharField(max_length=20)),
                ("owner", store.fields.PlainText()),
                ("active_from", models.DateField(null=True)),
                ("active_until", models.DateField(null=True)),
                ("source", store.fields.PlainText()),
                ("source_date", store.fields.PlainText()),
                ("line", models.PositiveIntegerField()),
                ("extra", store.fields.JsonText()),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="products", to="store.run"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("run", "product_id"), name="product_once_per_run")],
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fingerprint", models.CharField(max_length=64, unique=True)),
                ("product_id", models.CharField(max_length=200)),
                ("url", store.fields.PlainText()),
                ("final_url", store.fields.PlainText()),
                ("role", models.CharField(max_length=40)),
                ("outcome", models.CharField(max_length=40)),
                ("status", models.IntegerField(null=True)),
                ("fetched_at", models.DateTimeField()),
                ("headers", store.fields.JsonText()),
                ("detail", store.fields.PlainText()),
                ("body", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="store.body")),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="snapshots", to="store.run"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["run", "product_id"], name="snapshot_of_product")],
            },
        ),
    ]
