"""Writing to the journal and reading from it: the only functions that do. Each write is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max, Sum

from everychild import __version__
from everychild.calendar import Month
from everychild.intake.reading import FileRead
from everychild.journal.connection import make_ready
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


class Place(NamedTuple):
    """Where a row came from, by name."""

    file: str
    sheet: str
    row: int


def known_files(digests: Iterable[str]) -> dict[str, Extract]:
    """Files loaded before, by sha256, with the extract that holds each."""
    found = SourceFile.objects.filter(sha256__in=list(digests)).select_related("extract")
    return {file.sha256: file.extract for file in found}


@transaction.atomic
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


def kept_lists(extracts: Sequence[Extract]) -> tuple[KeptList, ...]:
    """Every list of these extracts."""
    days = {extract.pk: extract.extracted_on for extract in extracts}
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
            rows=item.rows,
            path=item.path,
            sha256=item.sha256,
            columns=frozenset(item.columns),
        )
        for item in RecordList.objects.filter(extract_id__in=list(days))
    )


@transaction.atomic
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


def edition_numbered(month: Month, number: int) -> Edition | None:
    return Edition.objects.filter(month=str(month), number=number).first()


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
