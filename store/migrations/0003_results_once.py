"""What axe reported is kept once per content: an unchanged page costs no room each night."""

# ruff: noqa: RUF012
import hashlib

import django.db.models.deletion
from django.db import migrations, models


def keep_once(apps, schema_editor):
    """Move each result to its place among the bodies."""
    here = schema_editor.connection.alias
    scans, bodies = apps.get_model("store", "AxeScan"), apps.get_model("store", "Body")
    for scan in models.QuerySet(scans, using=here).filter(outcome_body=None).iterator(chunk_size=200):
        sha256 = hashlib.sha256(scan.result).hexdigest()
        models.QuerySet(bodies, using=here).bulk_create(
            [bodies(sha256=sha256, content=scan.result)], ignore_conflicts=True
        )
        models.QuerySet(scans, using=here).filter(pk=scan.pk).update(outcome_body_id=sha256)


class Migration(migrations.Migration):
    dependencies = [("store", "0002_nights")]

    operations = [
        migrations.AddField(
            model_name="axescan",
            name="outcome_body",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="store.body"),
        ),
        migrations.RunPython(keep_once, migrations.RunPython.noop),
    ]
