"""What was worked out for an edition and is kept beside it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0015_public_releases")]

    operations = [
        migrations.CreateModel(
            name="KeptBeside",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("path", models.CharField(max_length=255)),
                ("sha256", models.CharField(max_length=64)),
                ("software_version", models.CharField(max_length=80)),
                ("kept_at", models.DateTimeField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="kept_beside", to="journal.edition"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "kind"), name="one_of_a_kind_beside_an_edition")
                ],
            },
        ),
    ]
