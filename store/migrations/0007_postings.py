"""What is handed to ticket systems."""

# ruff: noqa: RUF012
import django.db.models.deletion
from django.db import migrations, models

import store.fields


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0006_claims"),
    ]

    operations = [
        migrations.CreateModel(
            name="Posting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tracker", models.CharField(db_index=True, max_length=200)),
                ("key", models.CharField(max_length=200)),
                ("deed", models.CharField(max_length=20)),
                ("content", store.fields.JsonText()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="postings", to="store.run"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PostingTry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tried_at", models.DateTimeField()),
                ("succeeded", models.BooleanField(null=True)),
                ("remote", store.fields.PlainText()),
                ("detail", store.fields.PlainText()),
                (
                    "posting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tries", to="store.posting"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
