"""What official feeds say of the products."""

# ruff: noqa: RUF012
import django.db.models.deletion
from django.db import migrations, models

import store.fields


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0005_landings"),
    ]

    operations = [
        migrations.CreateModel(
            name="FeedReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(db_index=True, max_length=40)),
                ("sha256", models.CharField(max_length=64)),
                ("read_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("product_id", models.CharField(max_length=200)),
                ("facts", store.fields.JsonText()),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="claims", to="store.feedreading"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("reading", "product_id"), name="claim_once_per_reading")
                ],
            },
        ),
    ]
