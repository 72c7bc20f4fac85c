"""What a night needs: a lock, the stages that lie behind, what was sent, and the code that judged."""

# ruff: noqa: RUF012
import django.db.models.deletion
from django.db import migrations, models

import store.fields


class Migration(migrations.Migration):
    dependencies = [("store", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="Lock",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("host", models.CharField(max_length=255)),
                ("boot", models.CharField(max_length=64)),
                ("pid", models.BigIntegerField()),
                ("began", models.CharField(max_length=40)),
                ("seen_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Method",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("code", store.fields.Compressed()),
            ],
        ),
        migrations.AddField(model_name="judginground", name="profile", field=store.fields.JsonText(default=dict)),
        migrations.AddField(
            model_name="judginground",
            name="method",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="store.method"),
        ),
        migrations.CreateModel(
            name="Sending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("audience", models.CharField(max_length=100)),
                ("cluster", store.fields.PlainText()),
                ("place", models.CharField(max_length=100)),
                ("title", store.fields.PlainText()),
                ("sent_at", models.DateTimeField()),
                ("succeeded", models.BooleanField()),
                ("detail", store.fields.PlainText()),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sendings", to="store.run"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Stage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40)),
                ("reached_at", models.DateTimeField(auto_now_add=True)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stages", to="store.run"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("run", "name"), name="stage_once_per_run")],
            },
        ),
    ]
