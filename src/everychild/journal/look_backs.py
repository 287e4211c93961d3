"""Months as they were known on some day, as they were worked out and kept: the rows, and which is which."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Max

from everychild import __version__
from everychild.calendar import Month
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import Extract, LookBack  # noqa: E402 - models need Django ready


@one_at_a_time()
def record(
    month: Month,
    known_on: date,
    figures_path: str,
    figures_sha256: str,
    settings: str,
    fingerprint: str,
    inputs_sha256: str,
    seen: Sequence[Extract],
    who: str,
    at: datetime,
) -> LookBack:
    """Another look back, numbered after those of the same month and day."""
    last = LookBack.objects.filter(month=str(month), known_on=known_on).aggregate(last=Max("number"))["last"]
    return LookBack.objects.create(
        month=str(month),
        known_on=known_on,
        number=(last or 0) + 1,
        figures_path=figures_path,
        figures_sha256=figures_sha256,
        settings=settings,
        fingerprint=fingerprint,
        inputs_sha256=inputs_sha256,
        extracts=[extract.sha256 for extract in seen],
        software_version=__version__,
        who=who,
        made_at=at,
    )


def newest(month: Month, known_on: date) -> LookBack | None:
    return LookBack.objects.filter(month=str(month), known_on=known_on).order_by("-number").first()


def numbered(month: Month, known_on: date, number: int) -> LookBack | None:
    return LookBack.objects.filter(month=str(month), known_on=known_on, number=number).first()


def kept(at_most: int) -> list[LookBack]:
    """The newest of them."""
    return list(LookBack.objects.order_by("-id")[:at_most])


def extracts_of(look_back: LookBack) -> list[Extract]:
    """What it rests on, oldest first."""
    return list(Extract.objects.filter(sha256__in=look_back.extracts))
