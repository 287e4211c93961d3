"""Northbrook's files, month by month: one folder for each extraction, as the case system stood that day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from everychild import wording
from everychild.calendar import Month
from everychild.northbrook.annex_a_workbook import write_annex_a
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.care_workbook import write_care_workbook
from everychild.northbrook.local_files import write_local_files
from everychild.northbrook.quality_files import write_quality_files
from everychild.northbrook.setting import CHILDREN, Setting
from everychild.northbrook.special_needs_files import write_special_needs_files
from everychild.northbrook.staff_files import write_staff_files
from everychild.northbrook.timeline import Timeline
from everychild.northbrook.town import Town, live
from everychild.northbrook.untidy_interviews import write_return_interviews

SEED = 2019
MONTHS = 25
LAST = Month(2019, 4)


@dataclass(frozen=True)
class MonthlyDelivery:
    """What one extraction produced: the month it is about, where it lies, the day it was taken, its files."""

    month: Month
    folder: Path
    extracted_on: date
    files: tuple[Path, ...]


def write_files(
    folder: Path,
    *,
    seed: int = SEED,
    children: int = CHILDREN,
    months: int = MONTHS,
    last: Month = LAST,
    progress: Callable[[str], None] | None = None,
) -> tuple[MonthlyDelivery, ...]:
    """Writes every delivery of the invented council; the same arguments give the same bytes."""
    say = progress or (lambda _: None)
    timeline = Timeline.ending(last, months)
    say(f"living {wording.count(months, 'month')} of Northbrook")
    town = live(Setting.of(seed, children, timeline), children)
    deliveries = []
    for month in timeline.months:
        say(f"writing {wording.month(month)}")
        deliveries.append(deliver(town, month, folder / str(month)))
    return tuple(deliveries)


def deliver(town: Town, month: Month, folder: Path) -> MonthlyDelivery:
    """Writes what one extraction shows of the town."""
    extracted_on = town.setting.timeline.extracted_on(month)
    known = AsKnown(town, month, extracted_on)
    folder.mkdir(parents=True, exist_ok=True)
    workbook = folder / f"annex_a_{month}.xlsx"
    write_annex_a(known, workbook)
    files = (
        workbook,
        *write_local_files(known, folder),
        write_care_workbook(known, folder),
        write_return_interviews(known, folder),
        *write_special_needs_files(known, folder),
        *write_staff_files(known, folder),
        *write_quality_files(known, folder),
    )
    return MonthlyDelivery(month, folder, extracted_on, files)
