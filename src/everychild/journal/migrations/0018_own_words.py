"""A council’s own words: their versions, what files were read by, and what is asked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0017_sign_in")]

    operations = [
        migrations.CreateModel(
            name="MappingVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("layout", models.CharField(max_length=60)),
                ("number", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("who", models.CharField(max_length=80)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["layout", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("layout", "number"), name="one_mapping_a_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="AskedWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.CharField(max_length=255)),
                ("sheet", models.CharField(max_length=255)),
                ("layout", models.CharField(blank=True, max_length=60)),
                ("header", models.JSONField()),
                ("headings", models.JSONField()),
                ("values", models.JSONField()),
                ("not_shown", models.PositiveIntegerField(default=0)),
                ("asked_at", models.DateTimeField()),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.AddField(
            model_name="sourcefile",
            name="reading",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="sourcefile",
            name="read_as",
            field=models.JSONField(default=list),
        ),
    ]
