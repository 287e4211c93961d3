"""The first tables."""

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Extract',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('extracted_on', models.DateField()),
                ('received_at', models.DateTimeField()),
                ('faults_sha256', models.CharField(max_length=64)),
                ('calendar_sha256', models.CharField(max_length=64)),
                ('software_version', models.CharField(max_length=20)),
            ],
            options={
                'ordering': ['extracted_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.CharField(max_length=7)),
                ('known_on', models.DateField()),
                ('number', models.PositiveIntegerField()),
                ('figures_path', models.CharField(max_length=255)),
                ('figures_sha256', models.CharField(max_length=64)),
                ('settings', models.TextField()),
                ('fingerprint', models.CharField(max_length=64)),
                ('software_version', models.CharField(max_length=20)),
                ('closed_at', models.DateTimeField()),
                ('extracts', models.ManyToManyField(related_name='editions', to='journal.extract')),
            ],
            options={
                'ordering': ['month', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Headline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=8)),
                ('window', models.CharField(max_length=20)),
                ('numerator', models.BigIntegerField(null=True)),
                ('denominator', models.BigIntegerField(null=True)),
                ('absent', models.CharField(blank=True, max_length=20)),
                ('status', models.CharField(max_length=20)),
                ('pattern', models.CharField(max_length=20)),
                ('outlook', models.CharField(blank=True, max_length=20)),
                ('points', models.PositiveSmallIntegerField()),
                ('is_flagged', models.BooleanField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='headlines', to='journal.edition')),
            ],
            options={
                'ordering': ['edition', 'id'],
            },
        ),
        migrations.CreateModel(
            name='RecordList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record', models.CharField(max_length=60)),
                ('feed', models.CharField(max_length=80)),
                ('rank', models.PositiveSmallIntegerField()),
                ('covers_from', models.DateField()),
                ('covers_to', models.DateField()),
                ('supplies_from', models.DateField()),
                ('one_per_child', models.BooleanField()),
                ('proves_only', models.BooleanField()),
                ('rows', models.PositiveIntegerField()),
                ('path', models.CharField(max_length=255)),
                ('sha256', models.CharField(max_length=64)),
                ('columns', models.JSONField()),
                ('extract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lists', to='journal.extract')),
            ],
            options={
                'ordering': ['extract', 'record', 'feed'],
            },
        ),
        migrations.CreateModel(
            name='SourceFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=255)),
                ('sha256', models.CharField(db_index=True, max_length=64)),
                ('format', models.CharField(max_length=40)),
                ('sheets', models.JSONField()),
                ('rows', models.PositiveIntegerField()),
                ('accepted', models.PositiveIntegerField()),
                ('queried', models.PositiveIntegerField()),
                ('set_aside', models.PositiveIntegerField()),
                ('extract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='journal.extract')),
            ],
            options={
                'ordering': ['extract', 'position'],
            },
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('month', 'number'), name='one_edition_a_number'),
        ),
        migrations.AddConstraint(
            model_name='headline',
            constraint=models.UniqueConstraint(fields=('edition', 'ref'), name='one_headline_an_indicator'),
        ),
        migrations.AddConstraint(
            model_name='sourcefile',
            constraint=models.UniqueConstraint(fields=('extract', 'position'), name='one_file_a_place'),
        ),
        migrations.AddConstraint(
            model_name='sourcefile',
            constraint=models.CheckConstraint(condition=models.Q(('rows', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('accepted'), '+', models.F('queried')), '+', models.F('set_aside')))), name='rows_add_up'),
        ),
    ]
