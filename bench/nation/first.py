"""The first council: Northbrook lived for years, its files read as any council’s are, its lists kept as Arrow’s tables.

Every half year all lists are delivered, since most look back six months; between, those alone that would leave months
untold otherwise, because they show one day or the latest of each child.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from bench.nation import lake
from everychild.calendar import Month
from everychild.intake import read_files
from everychild.intake.reading import FileRead
from everychild.northbrook.deliveries import LAST, deliver
from everychild.northbrook.setting import Setting
from everychild.northbrook.timeline import Timeline
from everychild.northbrook.town import Town, live
from everychild.store.extracts import write_extract
from everychild.store.home import Home
from everychild.store.supply import KeptList

HALF_A_YEAR = 6
EVERY_MONTH = frozenset(
    (
        "care_leaver",
        "care_outcome",
        "caseload",
        "conference",
        "deprivation_of_liberty_order",
        "review_conference",
        "school_attendance",
        "staff",
        "staff_supervision",
    )
)
"""The records whose lists answer for less than half a year."""

_FILES_OF_EVERY_MONTH = (
    "annex_a",
    "caseload_snapshot",
    "children_in_care",
    "oc2",
    "school_attendance",
    "staff_supervision",
    "workforce_snapshot",
)


@dataclass(frozen=True)
class Listed:
    """One list of the first council, and its rows."""

    kept: KeptList
    rows: pa.Table


def first_council_kept(
    folder: Path, seed: int, children: int, years: int, say: Callable[[str], None]
) -> tuple[Listed, ...]:
    """The first council’s lists as kept in that folder; lived, and kept there, where it has not been: that takes long.

    Exits where the folder holds another first council: those drawn from it would stand beside those of this one.
    """
    home = Home(folder / f"first-{seed}-{children}-{years}")
    if others := [found.name for found in folder.glob("first-*") if found != home.path]:
        raise SystemExit(f"{folder} was begun with another seed, children or years ({others[0]}). Name another folder.")
    if not lake.is_told(home):
        kept = [_kept(home, listed) for listed in first_council(seed, children, years, say)]
        lake.tell(home, kept)
    return tuple(Listed(kept, pq.read_table(home.extracts / kept.path)) for kept in lake.lists_of(home))


def _kept(home: Home, listed: Listed) -> KeptList:
    target = home.extracts / listed.kept.path
    target.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(listed.rows, target, compression="zstd")
    return listed.kept


def first_council(seed: int, children: int, years: int, say: Callable[[str], None]) -> tuple[Listed, ...]:
    """Every list of its years, in the order they were taken."""
    timeline = Timeline.ending(LAST, 12 * years)
    town = live(Setting.of(seed, children, timeline), children)
    say(f"lived {years} years of the first council")
    with TemporaryDirectory() as place:
        return tuple(
            listed
            for extract_no, month in enumerate(timeline.months, 1)
            for listed in _delivered(town, month, extract_no, Path(place) / str(month))
        )


def _delivered(town: Town, month: Month, extract_no: int, folder: Path) -> Iterator[Listed]:
    delivery = deliver(town, month, folder)
    home, timeline = Home(folder / "home"), town.setting.timeline
    if timeline.to_go(month) % HALF_A_YEAR == 0:
        files = read_files(delivery.files, received_on=delivery.extracted_on)
    else:
        asked = [path for path in delivery.files if path.name.startswith(_FILES_OF_EVERY_MONTH)]
        files = tuple(map(_told_every_month, read_files(asked, received_on=delivery.extracted_on)))
    written = write_extract(home, files, delivery.extracted_on, timeline.calendar)
    for kept in written.lists:
        yield Listed(replace(kept, extract_no=extract_no), pq.read_table(home.extracts / kept.path))


def _told_every_month(file: FileRead) -> FileRead:
    return replace(file, records=tuple(rows for rows in file.records if rows.table in EVERY_MONTH))
