"""What the journal holds. Rows are added and never changed: a correction is a new row that names the old one."""

from django.db import models


class Extract(models.Model):
    """One delivery of data, kept whole. This row is the commit: without it the extract does not exist."""

    sha256 = models.CharField(max_length=64, unique=True)
    extracted_on = models.DateField()
    received_at = models.DateTimeField()
    faults_sha256 = models.CharField(max_length=64)
    calendar_sha256 = models.CharField(max_length=64)
    software_version = models.CharField(max_length=20)

    class Meta:
        ordering = ["extracted_on", "id"]


class SourceFile(models.Model):
    """One file of an extract, with the account of its rows. `position` is its place in the rows' source ids."""

    extract = models.ForeignKey(Extract, on_delete=models.PROTECT, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    format = models.CharField(max_length=40)
    sheets = models.JSONField()
    rows = models.PositiveIntegerField()
    accepted = models.PositiveIntegerField()
    queried = models.PositiveIntegerField()
    set_aside = models.PositiveIntegerField()

    class Meta:
        ordering = ["extract", "position"]
        constraints = [
            models.UniqueConstraint(fields=["extract", "position"], name="one_file_a_place"),
            models.CheckConstraint(
                condition=models.Q(rows=models.F("accepted") + models.F("queried") + models.F("set_aside")),
                name="rows_add_up",
            ),
        ]


class RecordList(models.Model):
    """One record table of an extract, as it lies in Parquet, and the days it answers for."""

    extract = models.ForeignKey(Extract, on_delete=models.PROTECT, related_name="lists")
    record = models.CharField(max_length=60)
    feed = models.CharField(max_length=80)
    rank = models.PositiveSmallIntegerField()
    covers_from = models.DateField()
    covers_to = models.DateField()
    supplies_from = models.DateField()
    one_per_child = models.BooleanField()
    proves_only = models.BooleanField()
    rows = models.PositiveIntegerField()
    path = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    columns = models.JSONField()

    class Meta:
        ordering = ["extract", "record", "feed"]


class Edition(models.Model):
    """One month's figures, frozen in one Parquet file, with the settings they were judged by."""

    month = models.CharField(max_length=7)
    known_on = models.DateField()
    number = models.PositiveIntegerField()
    figures_path = models.CharField(max_length=255)
    figures_sha256 = models.CharField(max_length=64)
    settings = models.TextField()
    fingerprint = models.CharField(max_length=64)
    inputs_sha256 = models.CharField(max_length=64, default="")
    software_version = models.CharField(max_length=20)
    closed_at = models.DateTimeField()
    extracts = models.ManyToManyField(Extract, related_name="editions")

    class Meta:
        ordering = ["month", "number"]
        constraints = [models.UniqueConstraint(fields=["month", "number"], name="one_edition_a_number")]


class Headline(models.Model):
    """An indicator's figure for all children in one edition: for fast pages, commentary and sign-off."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="headlines")
    ref = models.CharField(max_length=60)
    window = models.CharField(max_length=20)
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    absent = models.CharField(max_length=20, blank=True)
    status = models.CharField(max_length=20)
    pattern = models.CharField(max_length=20)
    outlook = models.CharField(max_length=20, blank=True)
    points = models.PositiveSmallIntegerField()
    is_flagged = models.BooleanField()

    class Meta:
        ordering = ["edition", "id"]
        constraints = [models.UniqueConstraint(fields=["edition", "ref"], name="one_headline_an_indicator")]
