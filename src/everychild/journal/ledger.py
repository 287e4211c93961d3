"""Writing to the journal and reading from it: the only functions that do. Each write is one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from django.db.models import Max, Sum

from everychild import __version__
from everychild.calendar import Month
from everychild.intake.own_words import ReadAs
from everychild.intake.reading import FileRead
from everychild.journal import deletions
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time
from everychild.judgement.judged import ExtractSummary, Judged
from everychild.measure.lineage import source_cell
from everychild.store.extracts import WrittenExtract
from everychild.store.supply import KeptList

make_ready()
from everychild.journal.models import (  # noqa: E402 - models need Django ready
    Edition,
    Extract,
    Headline,
    RecordList,
    SourceFile,
    seal_extracts_of,
)


@dataclass(frozen=True)
class Known:
    """A file loaded before: how many readings of it there had been, and by which of the council’s own words."""

    reading: int
    read_as: tuple[ReadAs, ...]


class Place(NamedTuple):
    """Where a row came from, by name."""

    file: str
    sheet: str
    row: int


def known_files(digests: Iterable[str]) -> dict[str, Known]:
    """Files loaded before, by sha256: what each was read by when it was last loaded."""
    found = SourceFile.objects.filter(sha256__in=list(digests)).order_by("id")
    return {file.sha256: Known(file.reading, tuple(map(_read_as, file.read_as))) for file in found}


def _read_as(told: Mapping[str, Any]) -> ReadAs:
    return ReadAs(**{**told, "on": date.fromisoformat(told["on"])})


@one_at_a_time()
def record_extract(written: WrittenExtract, files: Sequence[FileRead], received_at: datetime) -> Extract:
    """The commit: after this the extract is loaded; before it, it is not. The same extract twice is one extract."""
    existing = Extract.objects.filter(sha256=written.sha256).first()
    if existing is not None:
        return existing
    extract = Extract.objects.create(
        sha256=written.sha256,
        extracted_on=written.extracted_on,
        received_at=received_at,
        faults_sha256=written.faults_sha256,
        calendar_sha256=written.calendar_sha256,
        software_version=__version__,
    )
    SourceFile.objects.bulk_create(
        SourceFile(
            extract=extract,
            position=position,
            name=file.name,
            sha256=file.sha256,
            format=file.format,
            sheets=list(file.sheets),
            rows=file.rows,
            accepted=file.accepted,
            queried=file.queried,
            set_aside=file.set_aside,
            reading=file.reading,
            read_as=[{**asdict(word), "on": word.on.isoformat()} for word in file.read_as],
        )
        for position, file in enumerate(files)
    )
    RecordList.objects.bulk_create(
        RecordList(
            extract=extract,
            record=item.record,
            feed=item.feed,
            rank=item.rank,
            covers_from=item.covers_from,
            covers_to=item.covers_to,
            supplies_from=item.supplies_from,
            one_per_child=item.one_per_child,
            proves_only=item.proves_only,
            rows=item.rows,
            path=PurePosixPath(item.path).as_posix(),
            sha256=item.sha256,
            columns=sorted(item.columns),
        )
        for item in written.lists
    )
    return extract


def visible_extracts(known_on: date | None) -> list[Extract]:
    """The extracts a run may see: all, or those taken by a day. Oldest first."""
    extracts = Extract.objects.all()
    return list(extracts if known_on is None else extracts.filter(extracted_on__lte=known_on))


def without_those_told_again(extracts: Sequence[Extract]) -> list[Extract]:
    """Without any that a later one of the same day holds whole, file for file: it has nothing of its own to say.

    So it is where a return of an earlier year is loaded after a later one: see `returns_before`.
    """
    days = Counter(extract.extracted_on for extract in extracts)
    files = {
        extract.pk: {file.sha256 for file in extract.files.all()}
        for extract in extracts
        if days[extract.extracted_on] > 1
    }
    return [
        extract
        for extract in extracts
        if not any(
            later.pk > extract.pk
            and later.extracted_on == extract.extracted_on
            and files[extract.pk] <= files[later.pk]
            for later in extracts
        )
    ]


def kept_lists(extracts: Sequence[Extract], by: datetime | None = None) -> tuple[KeptList, ...]:
    """Every list of these extracts that was not deleted, in an order that is the same in every database.

    `by` a moment, those that were not deleted then.
    """
    days = {extract.pk: extract.extracted_on for extract in extracts}
    listed = list(RecordList.objects.filter(extract_id__in=list(days)))
    now = deletions.lists_now(listed, by)
    return tuple(
        KeptList(
            extract_no=item.extract_id,
            extracted_on=days[item.extract_id],
            record=item.record,
            feed=item.feed,
            rank=item.rank,
            covers_from=item.covers_from,
            covers_to=item.covers_to,
            supplies_from=item.supplies_from,
            one_per_child=item.one_per_child,
            proves_only=item.proves_only,
            rows=now[item.pk].rows,
            path=now[item.pk].path,
            sha256=now[item.pk].sha256,
            columns=now[item.pk].columns,
        )
        for item in sorted(
            (item for item in listed if item.pk in now),
            key=lambda item: (days[item.extract_id], item.extract_id, item.record, item.feed),
        )
    )


@one_at_a_time()
def record_edition(
    month: Month,
    known_on: date,
    figures_path: str,
    figures_sha256: str,
    settings: str,
    fingerprint: str,
    inputs_sha256: str,
    closed_at: datetime,
    extracts: Sequence[Extract],
    judged: Sequence[Judged],
) -> Edition:
    """A new edition of a month. Closing again with nothing changed gives the edition that is there."""
    newest = newest_edition(month)
    if newest is not None and newest.fingerprint == fingerprint:
        return newest
    last = Edition.objects.filter(month=str(month)).aggregate(last=Max("number"))["last"]
    edition = Edition.objects.create(
        month=str(month),
        known_on=known_on,
        number=(last or 0) + 1,
        figures_path=figures_path,
        figures_sha256=figures_sha256,
        settings=settings,
        fingerprint=fingerprint,
        inputs_sha256=inputs_sha256,
        software_version=__version__,
        closed_at=closed_at,
    )
    edition.extracts.set(extracts)
    seal_extracts_of(edition)
    Headline.objects.bulk_create(headlines_from(edition, judged))
    return edition


def headlines_from(edition: Edition, judged: Sequence[Judged]) -> list[Headline]:
    """The headlines an edition has or would have; written nowhere."""
    return [_headline(edition, item) for item in judged]


def _headline(edition: Edition, item: Judged) -> Headline:
    figure = item.figure
    return Headline(
        edition=edition,
        ref=item.ref,
        window=figure.window,
        numerator=figure.numerator,
        denominator=figure.denominator,
        absent=figure.absent or "",
        status=item.status,
        pattern=item.pattern.moving,
        outlook=item.outlook or "",
        points=item.points,
        is_flagged=item.is_flagged,
    )


def newest_edition(month: Month) -> Edition | None:
    """The latest edition of a month."""
    return Edition.objects.filter(month=str(month)).order_by("-number").first()


def newest_edition_closed_by(month: Month, at: datetime) -> Edition | None:
    """The latest edition a month had at that moment."""
    return Edition.objects.filter(month=str(month), closed_at__lte=at).order_by("-number").first()


def headlines_kept(edition: Edition) -> list[Headline]:
    """Its figures for all children, as they were written down when it was closed."""
    return list(edition.headlines.all())


def of_fingerprint(beginning: str) -> Edition | None:
    """The edition whose fingerprint begins so; the newest, if there are several."""
    return Edition.objects.filter(fingerprint__startswith=beginning).order_by("closed_at").last()


def edition_numbered(month: Month, number: int) -> Edition | None:
    return Edition.objects.filter(month=str(month), number=number).first()


def edition_with(month: Month, fingerprint: str) -> Edition | None:
    """The kept edition with that fingerprint; none of what was worked out and not kept."""
    return Edition.objects.filter(month=str(month), fingerprint=fingerprint).first() if fingerprint else None


def extracts_of(month: Month, fingerprint: str) -> list[Extract]:
    """The extracts a kept edition rests on, oldest first; none where no edition of the month has that fingerprint."""
    edition = Edition.objects.filter(month=str(month), fingerprint=fingerprint).first() if fingerprint else None
    return [] if edition is None else list(edition.extracts.all())


def edition_before(edition: Edition) -> Edition | None:
    """The edition closed last before this one, of the same month or of an earlier one."""
    return Edition.objects.filter(pk__lt=edition.pk, month__lte=edition.month).order_by("-pk").first()


def closed_months() -> list[Month]:
    """The months that have an edition, latest first."""
    found = Edition.objects.order_by("-month").values_list("month", flat=True).distinct()
    return [Month.of(month) for month in found]


def summary(extract: Extract) -> ExtractSummary:
    """What an extract held, in counts that add up."""
    total = extract.files.aggregate(
        rows=Sum("rows"), accepted=Sum("accepted"), queried=Sum("queried"), set_aside=Sum("set_aside")
    )
    return ExtractSummary(
        extracted_on=extract.extracted_on,
        files=extract.files.count(),
        **{name: value or 0 for name, value in total.items()},
    )


def places(source_ids: Sequence[int]) -> list[Place]:
    """Where rows came from, by file name, sheet name and row number."""
    cells = [source_cell(source_id) for source_id in source_ids]
    wanted = {cell.extract_no for cell in cells}
    files = {(file.extract_id, file.position): file for file in SourceFile.objects.filter(extract_id__in=wanted)}
    found = []
    for cell in cells:
        file = files[cell.extract_no, cell.file]
        found.append(Place(file.name, file.sheets[cell.sheet], cell.row))
    return found
