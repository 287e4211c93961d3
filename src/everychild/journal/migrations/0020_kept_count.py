"""What a month was counted to, kept so that closing it need not count it again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0019_mail_addresses")]

    operations = [
        migrations.CreateModel(
            name="KeptCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.CharField(max_length=7)),
                ("inputs_sha256", models.CharField(max_length=64)),
                ("path", models.CharField(max_length=255)),
                ("sha256", models.CharField(max_length=64)),
                ("software_version", models.CharField(max_length=80)),
                ("counted_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["inputs_sha256"], name="counts_by_what_they_rest_on")],
            },
        ),
    ]
