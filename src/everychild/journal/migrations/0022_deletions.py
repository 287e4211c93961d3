"""What was deleted, by whom and why; what may not be, while a hold stands."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0021_requests'),
    ]

    operations = [
        migrations.CreateModel(
            name='Deletion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=64, unique=True)),
                ('kind', models.CharField(max_length=20)),
                ('told', models.JSONField(default=dict)),
                ('who', models.CharField(max_length=120)),
                ('why', models.CharField(max_length=400)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('who', ''), _negated=True), models.Q(('why', ''), _negated=True)), name='nothing_is_deleted_without_a_name_or_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='DeletionFinished',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('deletion', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='finished', to='journal.deletion')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='LegalHold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('child_id', models.CharField(blank=True, max_length=80)),
                ('who', models.CharField(max_length=120)),
                ('why', models.CharField(max_length=400)),
                ('review_on', models.DateField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('who', ''), _negated=True), models.Q(('why', ''), _negated=True)), name='no_hold_without_a_name_and_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='GoneFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40)),
                ('path', models.CharField(max_length=255)),
                ('sha256', models.CharField(max_length=64)),
                ('next_path', models.CharField(blank=True, max_length=255)),
                ('next_sha256', models.CharField(blank=True, max_length=64)),
                ('next_rows', models.PositiveIntegerField(default=0)),
                ('next_columns', models.JSONField(default=list)),
                ('deletion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='journal.deletion')),
                ('extract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gone', to='journal.extract')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('extract', 'path'), name='nothing_goes_twice')],
            },
        ),
        migrations.CreateModel(
            name='HoldLifted',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('who', models.CharField(max_length=120)),
                ('why', models.CharField(max_length=400)),
                ('at', models.DateTimeField()),
                ('hold', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='lifted', to='journal.legalhold')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('who', ''), _negated=True), models.Q(('why', ''), _negated=True)), name='no_hold_is_lifted_without_a_name_and_a_reason')],
            },
        ),
    ]
