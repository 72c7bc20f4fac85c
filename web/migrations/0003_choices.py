from django.db import migrations, models

import store.fields


class Migration(migrations.Migration):
    dependencies = [
        ("web", "0002_organisation_account"),
    ]

    operations = [
        migrations.CreateModel(
            name="Choice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(db_index=True, max_length=100)),
                ("value", store.fields.JsonText()),
                ("before", store.fields.JsonText()),
                ("by", models.CharField(max_length=150)),
                ("on", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
