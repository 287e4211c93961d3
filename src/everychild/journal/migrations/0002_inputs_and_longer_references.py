"""An edition knows what it was counted from; a headline may be counted by another rule, named in its reference."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_first")]

    operations = [
        migrations.AddField("edition", "inputs_sha256", models.CharField(max_length=64, default="")),
        migrations.AlterField("headline", "ref", models.CharField(max_length=60)),
    ]
