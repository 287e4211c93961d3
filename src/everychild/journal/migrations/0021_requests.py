"""What Members asked for at a meeting, and what was answered."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0020_kept_count")]

    operations = [
        migrations.CreateModel(
            name="MembersRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("committee", models.CharField(max_length=200)),
                ("asked_on", models.DateField()),
                ("words", models.TextField()),
                ("who", models.CharField(max_length=80)),
                ("name", models.CharField(max_length=120)),
                ("title", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
            ],
            options={"ordering": ["asked_on", "id"]},
        ),
        migrations.CreateModel(
            name="RequestAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("known", models.CharField(max_length=7)),
                ("reply", models.CharField(max_length=30)),
                ("words", models.TextField()),
                ("who", models.CharField(max_length=80)),
                ("name", models.CharField(max_length=120)),
                ("title", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="journal.membersrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="no_answer_without_words"
                    )
                ],
            },
        ),
    ]
