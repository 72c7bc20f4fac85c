"""Where the buttons of a run lead."""

# ruff: noqa: RUF012
import django.db.models.deletion
from django.db import migrations, models

import store.fields


class Migration(migrations.Migration):
    dependencies = [("store", "0004_results_once")]

    operations = [
        migrations.CreateModel(
            name="Landing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fingerprint", models.CharField(max_length=64, unique=True)),
                ("url", store.fields.PlainText()),
                ("final_url", store.fields.PlainText()),
                ("kind", models.CharField(max_length=40)),
                ("status", models.IntegerField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("detail", store.fields.PlainText()),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="landings", to="store.run"
                    ),
                ),
            ],
            options={"abstract": False},
        ),
    ]
