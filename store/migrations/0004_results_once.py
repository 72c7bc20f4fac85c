"""What axe reported is now kept once per content only. Apart from the copying: PostgreSQL alters no table with work pending."""

# ruff: noqa: RUF012
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0003_results_once")]

    operations = [
        migrations.RemoveField(model_name="axescan", name="result"),
        migrations.RenameField(model_name="axescan", old_name="outcome_body", new_name="result"),
        migrations.AlterField(
            model_name="axescan",
            name="result",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="store.body"),
        ),
    ]
