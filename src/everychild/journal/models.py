"""What the journal holds. Rows are added and never changed: a correction is a new row that names the old one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from everychild.errors import NotAllowed
from everychild.journal import seals
from everychild.journal.fitting import require_it_fits
from everychild.journal.writing import one_at_a_time


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


class SealsGiven(models.Model):
    """How many seals were ever given: one row, so that seals cut off the end are missed."""

    number = models.BigIntegerField()


class SealedRows(models.QuerySet):
    """Rows that are sealed as they are added, and that nothing here changes or takes out many at a time."""

    def bulk_create(self, objs: Any, *args: Any, **named: Any) -> list[Any]:
        rows = list(objs)
        for row in rows:
            require_it_fits(row)
        with one_at_a_time():
            made = super().bulk_create(rows, *args, **named)
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

    @one_at_a_time()
    def save(self, *args: Any, **named: Any) -> None:
        require_it_fits(self)
        super().save(*args, **named)
        self.seal([self])

    def delete(self, *args: Any, **named: Any) -> tuple[int, dict[str, int]]:
        raise NotAllowed("Rows of the journal are added and never taken out.")

    @classmethod
    def seal(cls, rows: Sequence[models.Model]) -> None:
        seals.seal(Seal, cls, [row.pk for row in rows], seals.columns_of(cls, cls.unsealed), SealsGiven)


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
    """One file of an extract, with the account of its rows. `position` is its place in the rows' source ids.

    `read_as` are the council’s own words it was read by; `reading`, how often its bytes had been read by others before.
    """

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
    reading = models.PositiveIntegerField(default=0)
    read_as = models.JSONField(default=list)

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


class LookBack(SealedRow):
    """One month as it was known on a day, worked out when somebody asked, and kept so that a link to it is a citation.

    Nobody closed it: it is no edition, and nothing is signed on it.
    """

    month = models.CharField(max_length=7)
    known_on = models.DateField()
    number = models.PositiveIntegerField()
    figures_path = models.CharField(max_length=255)
    figures_sha256 = models.CharField(max_length=64)
    settings = models.TextField()
    fingerprint = models.CharField(max_length=64)
    inputs_sha256 = models.CharField(max_length=64)
    extracts = models.JSONField()
    software_version = models.CharField(max_length=20)
    who = models.CharField(max_length=80)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["month", "known_on", "number"], name="one_look_back_a_number"),
        ]


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

    def get_session_auth_hash(self) -> str:
        """What a sign-in rests on: another password or second factor ends those that rest on the one before."""
        factor = self.second_factors.order_by("-id").values_list("id", flat=True).first()
        told = f"{self.password}\n{factor or ''}"
        return str(salted_hmac("everychild.journal.sign-in", told, algorithm="sha256").hexdigest())


class Identity(SealedRow):
    """Who a person is in the council’s single sign-on: the issuer, and its own name for them."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identities")
    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)
    at = models.DateTimeField()
    by = models.CharField(max_length=80)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="one_person_a_subject")]


class MailAddress(SealedRow):
    """Where somebody is written to by e-mail, or, with no address, that they are not. A person’s last one stands."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mail_addresses")
    address = models.CharField(max_length=254, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=80)

    class Meta:
        ordering = ["id"]


class SecondFactor(SealedRow):
    """A second factor set up, or, with no secret, taken off. A person’s last one stands."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="second_factors")
    secret = models.CharField(max_length=64, blank=True)
    paper_codes = models.JSONField(default=list)
    by = models.CharField(max_length=80)
    at = models.DateTimeField()
    last_step = models.BigIntegerField(default=0)

    unsealed = ("last_step",)  # which half minute’s code was used last, so that none is used twice

    class Meta:
        ordering = ["id"]


class SpentCode(SealedRow):
    """A code on paper that was used, and is not used again."""

    factor = models.ForeignKey(SecondFactor, on_delete=models.PROTECT, related_name="spent")
    code_sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["factor", "code_sha256"], name="no_code_is_spent_twice")]


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


class Action(SealedRow):
    """Something agreed about one indicator, on the figures of one edition: what, who owns it and by when."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="actions")
    ref = models.CharField(max_length=60)
    what = models.TextField()
    owner = models.CharField(max_length=120)
    due_on = models.DateField()
    who = models.CharField(max_length=80)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["due_on", "id"]


class ActionChange(SealedRow):
    """A state somebody gave an action, with words, while an edition was the newest. The last one stands."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="changes")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="action_changes")
    state = models.CharField(max_length=30)
    words = models.TextField()
    who = models.CharField(max_length=80)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(words=""), name="nothing_becomes_of_an_action_without_words")
        ]


class MembersRequest(SealedRow):
    """A line of a meeting’s minutes in which Members asked for something."""

    committee = models.CharField(max_length=200)
    asked_on = models.DateField()
    words = models.TextField()
    who = models.CharField(max_length=80)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["asked_on", "id"]


class RequestAnswer(SealedRow):
    """What somebody said became of a request, while a month was the newest closed. The last one stands."""

    request = models.ForeignKey(MembersRequest, on_delete=models.PROTECT, related_name="answers")
    known = models.CharField(max_length=7)
    reply = models.CharField(max_length=30)
    words = models.TextField()
    who = models.CharField(max_length=80)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="no_answer_without_words")]


class Meeting(SealedRow):
    """A committee’s meeting, as it was first announced."""

    committee = models.CharField(max_length=200)
    on = models.DateField()
    who = models.CharField(max_length=80)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]


class MeetingChange(SealedRow):
    """A meeting moved to another day, or, with no day, called off; and why. The last one stands."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="changes")
    on = models.DateField(null=True)
    why = models.CharField(max_length=400)
    who = models.CharField(max_length=80)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(why=""), name="no_meeting_is_changed_without_a_reason")
        ]


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


class Token(SealedRow):
    """A key to the figures for a program somebody runs. Its secret was shown once and is kept only as a digest."""

    name = models.CharField(max_length=80)
    secret_sha256 = models.CharField(max_length=64, unique=True)
    holder = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tokens")
    role = models.CharField(max_length=30)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_on = models.DateField(null=True)

    unsealed = ("last_used_on",)  # for the holder’s eye, to find what nobody uses any more

    class Meta:
        ordering = ["-id"]


class TokenWithdrawal(SealedRow):
    """A token that opens nothing any more, and who said so."""

    token = models.OneToOneField(Token, on_delete=models.PROTECT, related_name="withdrawal")
    by = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class KeptRelease(SealedRow):
    """A published file taken in, as it lies among the benchmarks: what is set beside the council’s own figures."""

    folder = models.CharField(max_length=80, unique=True)
    manifest_sha256 = models.CharField(max_length=64)
    table_sha256 = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class PublicRelease(SealedRow):
    """An edition was published: the numbers told, kept for ever, since whoever reads the next may have kept these."""

    number = models.PositiveIntegerField(unique=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="releases")
    fingerprint = models.CharField(max_length=64)
    figures_sha256 = models.CharField(max_length=64)
    definitions_sha256 = models.CharField(max_length=64)
    about_sha256 = models.CharField(max_length=64)
    held_back = models.JSONField(default=list)
    who = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]


class MappingVersion(SealedRow):
    """The council’s own words for one list, as somebody changed them. The newest of a list is in force."""

    layout = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    who = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        ordering = ["layout", "number"]
        constraints = [models.UniqueConstraint(fields=["layout", "number"], name="one_mapping_a_version")]


class AskedWords(models.Model):
    """Headings and values that files held and nobody has said the meaning of: what is asked, and no evidence."""

    file = models.CharField(max_length=255)
    sheet = models.CharField(max_length=255)
    layout = models.CharField(max_length=60, blank=True)
    header = models.JSONField()
    headings = models.JSONField()
    values = models.JSONField()
    not_shown = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class KeptBeside(SealedRow):
    """What was worked out for an edition and is no part of its figures: what lay ahead, what came late, forecasts."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="kept_beside")
    kind = models.CharField(max_length=20)
    path = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    software_version = models.CharField(max_length=80)
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["edition", "kind"], name="one_of_a_kind_beside_an_edition")]


class KeptCount(SealedRow):
    """What a month was counted to, by the key of all it rests on.

    No backup needs the file, and the month’s next count takes its place: what is gone or changed is counted again.
    """

    month = models.CharField(max_length=7)
    inputs_sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    software_version = models.CharField(max_length=80)
    counted_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["inputs_sha256"], name="counts_by_what_they_rest_on")]


class Deletion(SealedRow):
    """Something was deleted, by the schedule or for one child, who is not named. Everything it takes follows from it.

    `told` holds the days before which words were taken out, or how many rows were.
    """

    name = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=20)
    told = models.JSONField(default=dict)
    who = models.CharField(max_length=120)
    why = models.CharField(max_length=400)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(who="") & ~models.Q(why=""), name="nothing_is_deleted_without_a_name_or_a_reason"
            )
        ]


class DeletionFinished(SealedRow):
    """No file and no page of the database holds what a deletion took any more."""

    deletion = models.OneToOneField(Deletion, on_delete=models.PROTECT, related_name="finished")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class GoneFile(SealedRow):
    """A file of an extract that was deleted; where others’ rows were in it, the one in its place, without the child’s.

    Paths are within the home.
    """

    deletion = models.ForeignKey(Deletion, on_delete=models.PROTECT, related_name="files")
    extract = models.ForeignKey(Extract, on_delete=models.PROTECT, related_name="gone")
    kind = models.CharField(max_length=40)
    path = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    next_path = models.CharField(max_length=255, blank=True)
    next_sha256 = models.CharField(max_length=64, blank=True)
    next_rows = models.PositiveIntegerField(default=0)
    next_columns = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["extract", "path"], name="nothing_goes_twice")]


class LegalHold(SealedRow):
    """Nothing of a child, or with no child named nothing at all, may be deleted until somebody lifts this."""

    child_id = models.CharField(max_length=80, blank=True)
    who = models.CharField(max_length=120)
    why = models.CharField(max_length=400)
    review_on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(who="") & ~models.Q(why=""), name="no_hold_without_a_name_and_a_reason"
            )
        ]


class HoldLifted(SealedRow):
    """A hold that no longer holds, who said so and why."""

    hold = models.OneToOneField(LegalHold, on_delete=models.PROTECT, related_name="lifted")
    who = models.CharField(max_length=120)
    why = models.CharField(max_length=400)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(who="") & ~models.Q(why=""), name="no_hold_is_lifted_without_a_name_and_a_reason"
            )
        ]


def seal_extracts_of(edition: Edition) -> None:
    """Seals which extracts an edition rests on: rows that Django writes itself."""
    through = Edition.extracts.through
    rows = through.objects.filter(edition_id=edition.pk).values_list("pk", flat=True)
    seals.seal(Seal, through, rows, seals.columns_of(through), SealsGiven)


def sealed_tables() -> tuple[str, ...]:
    """Every table whose rows are sealed."""
    own = [model._meta.db_table for model in SealedRow.__subclasses__()]
    return (*own, Edition.extracts.through._meta.db_table)
