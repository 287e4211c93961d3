"""What the journal holds. Rows are added and never changed: a correction is a new row that names the old one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction

from everychild.errors import NotAllowed
from everychild.journal import seals


class Seal(models.Model):
    """The digest of one row as it was written, bound to the seal before it. The last one of a row stands."""

    table = models.CharField(max_length=80)
    row = models.BigIntegerField()
    columns = models.TextField()
    row_sha256 = models.CharField(max_length=64)
    before_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["table", "row"], name="seals_of_a_row")]


class SealedRows(models.QuerySet):
    """Rows that are sealed as they are added, and that nothing here changes or takes out many at a time."""

    def bulk_create(self, objs: Any, *args: Any, **named: Any) -> list[Any]:
        with transaction.atomic():
            made = super().bulk_create(objs, *args, **named)
            self.model.seal(made)
        return made

    def update(self, **values: Any) -> int:
        raise NotAllowed("Rows of the journal are added and never changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise NotAllowed("Rows of the journal are added and never taken out.")


class SealedRow(models.Model):
    """A row of evidence: whoever writes it seals it, in the same transaction."""

    unsealed: ClassVar[Sequence[str]] = ()
    objects = SealedRows.as_manager()

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **named: Any) -> None:
        super().save(*args, **named)
        self.seal([self])

    def delete(self, *args: Any, **named: Any) -> tuple[int, dict[str, int]]:
        raise NotAllowed("Rows of the journal are added and never taken out.")

    @classmethod
    def seal(cls, rows: Sequence[models.Model]) -> None:
        seals.seal(Seal, cls, [row.pk for row in rows], seals.columns_of(cls, cls.unsealed))


class Extract(SealedRow):
    """One delivery of data, kept whole. This row is the commit: without it the extract does not exist."""

    sha256 = models.CharField(max_length=64, unique=True)
    extracted_on = models.DateField()
    received_at = models.DateTimeField()
    faults_sha256 = models.CharField(max_length=64)
    calendar_sha256 = models.CharField(max_length=64)
    software_version = models.CharField(max_length=20)

    class Meta:
        ordering = ["extracted_on", "id"]


class SourceFile(SealedRow):
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


class RecordList(SealedRow):
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


class Edition(SealedRow):
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


class Headline(SealedRow):
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


class People(BaseUserManager["Person"]):
    """Found by the name they sign in by."""


class Person(SealedRow, AbstractBaseUser):
    """Somebody who signs in. Their role decides what they may do; teams or worker, whose children they see.

    Nobody is deleted: one who leaves is stopped, so that what they signed keeps its name.
    """

    sign_in_name = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=30)
    teams = models.JSONField(default=list)
    worker = models.CharField(max_length=80, blank=True)
    is_active = models.BooleanField(default=True)
    added_at = models.DateTimeField()

    USERNAME_FIELD = "sign_in_name"
    unsealed = ("last_login",)  # told by the audit chain, and no evidence of anything
    objects = People.from_queryset(SealedRows)()

    class Meta:
        ordering = ["name", "sign_in_name"]


class AuditEntry(SealedRow):
    """Who did or saw what, when and why. Each row holds the digest of the row before it, so that none can be lost."""

    at = models.DateTimeField()
    who = models.CharField(max_length=80)
    role = models.CharField(max_length=30)
    action = models.CharField(max_length=40)
    about = models.CharField(max_length=200)
    reason = models.CharField(max_length=400, blank=True)
    before_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]


class Job(models.Model):
    """A long piece of work somebody asked for on a page: what it is doing, and what came of it."""

    what = models.CharField(max_length=40)
    about = models.CharField(max_length=200)
    who = models.CharField(max_length=80)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=20)
    doing = models.CharField(max_length=200, blank=True)
    came_to = models.JSONField(default=dict)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]


class FlagDecision(SealedRow):
    """What somebody said of one area in one edition: it stays on the list or comes off it. The last one stands."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="flag_decisions")
    area = models.CharField(max_length=80)
    decision = models.CharField(max_length=20)
    by = models.CharField(max_length=120)
    role = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(decision="removed", reason=""), name="nothing_is_removed_without_a_reason"
            )
        ]


class Commentary(SealedRow):
    """One act on the words about one indicator in one month: written, sent, returned, approved. The last one stands."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="commentary")
    ref = models.CharField(max_length=60)
    act = models.CharField(max_length=20)
    text = models.TextField()
    who = models.CharField(max_length=80)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=60)
    note = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class Signature(SealedRow):
    """Somebody has signed an edition: its figures and the words that were approved then. A new edition has none."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="signatures")
    words_sha256 = models.CharField(max_length=64)
    who = models.CharField(max_length=80)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class LateReason(SealedRow):
    """Why a piece of work was late, by whoever manages it: evidence for commentary. The last one given stands."""

    ref = models.CharField(max_length=60)
    child_id = models.CharField(max_length=80)
    due_on = models.DateField(null=True)
    code = models.CharField(max_length=30)
    who = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class TargetProposal(SealedRow):
    """A target one person proposes and another confirms; only then is it written down in council.toml."""

    ref = models.CharField(max_length=60)
    row = models.JSONField()
    who = models.CharField(max_length=80)
    name = models.CharField(max_length=120)
    at = models.DateTimeField()
    decision = models.CharField(max_length=20, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]


class KeptRelease(SealedRow):
    """A published file taken in, as it lies among the benchmarks: what is set beside the council’s own figures."""

    folder = models.CharField(max_length=80, unique=True)
    manifest_sha256 = models.CharField(max_length=64)
    table_sha256 = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


def seal_extracts_of(edition: Edition) -> None:
    """Seals which extracts an edition rests on: rows that Django writes itself."""
    through = Edition.extracts.through
    rows = through.objects.filter(edition_id=edition.pk).values_list("pk", flat=True)
    seals.seal(Seal, through, rows, seals.columns_of(through))


def sealed_tables() -> tuple[str, ...]:
    """Every table whose rows are sealed."""
    own = [model._meta.db_table for model in SealedRow.__subclasses__()]
    return (*own, Edition.extracts.through._meta.db_table)
