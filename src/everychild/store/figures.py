"""An edition's figures: all windows, months and groups, frozen as one Parquet file."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Buffer, Iterator
from dataclasses import dataclass
from io import BytesIO, RawIOBase
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import csv

from everychild.arrays import array_of
from everychild.calendar import Month
from everychild.measure.figure import Absent, Figure, Window
from everychild.measure.windows import ABSENCES, NUMBERED
from everychild.store.durable import write_durably
from everychild.store.extracts import verify
from everychild.store.home import Home


def named(counted: pa.Table, series: pa.Table) -> pa.Table:
    """What an engine counted by number, with its names; the series in the order of their numbers."""
    windows = array_of([window.value for window in NUMBERED], pa.string())
    absences = array_of([absence.value for absence in ABSENCES], pa.string())
    counted = counted.combine_chunks()  # numbers; of their names, in pieces, there would be two copies
    of_series = series.combine_chunks().take(counted["series_no"])
    return pa.table(
        {
            "ref": of_series["ref"],
            "win": windows.take(counted["win_no"]),
            "month_no": counted["month_no"],
            "breakdown": of_series["breakdown"],
            "grp": of_series["grp"],
            "numerator": counted["numerator"],
            "denominator": counted["denominator"],
            "absent": absences.take(counted["absent_no"]),
            "median_twice": counted["median_twice"],
        }
    )


def as_figures(table: pa.Table) -> Iterator[Figure]:
    """The engine's rows as values."""
    columns = [table.column(name).to_pylist() for name in _COLUMNS]
    months = {month_no: Month.from_index(month_no) for month_no in set(columns[_COLUMNS.index("month_no")])}
    windows = {window.value: window for window in Window}
    for ref, window, month_no, breakdown, group, numerator, denominator, absent, median_twice in zip(
        *columns, strict=True
    ):
        yield Figure(
            ref=ref,
            window=windows[window],
            as_at=months[month_no],
            breakdown=breakdown,
            group=group,
            numerator=numerator,
            denominator=denominator,
            absent=Absent(absent) if absent else None,
            median_twice=median_twice,
        )


def judged_rows(table: pa.Table, month: Month) -> pa.Table:
    """The rows a month is judged by: all children over all time, and the groups of the month and the one before."""
    recent = pc.is_in(table["month_no"], _numbers(month.index, (month - 1).index))
    return table.filter(pc.or_(pc.is_null(table["breakdown"]), recent))


def digest_of(table: pa.Table) -> str:
    """The same figures give the same digest, however they were worked out: the sha256 of them written as CSV."""
    written = _Digest()
    csv.write_csv(table.select(_COLUMNS), written)
    return written.sha256.hexdigest()


class _Digest(RawIOBase):
    """A file that keeps nothing of what is written but its digest: as text, figures come to a hundred megabytes."""

    def __init__(self) -> None:
        self.sha256 = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, content: Buffer) -> int:
        self.sha256.update(content)
        return memoryview(content).nbytes


@dataclass(frozen=True)
class Frozen:
    """Figures as one Parquet file: the digest it goes by, and its bytes."""

    digest: str
    content: bytes


def frozen(table: pa.Table) -> Frozen:
    """The figures as they are kept. The same figures are the same bytes, in however many pieces an engine told them."""
    written = BytesIO()
    pq.write_table(table.combine_chunks(), written, compression="zstd")
    return Frozen(digest_of(table), written.getvalue())


def freeze(home: Home, month: Month, figures: Frozen) -> tuple[str, str]:
    """Writes an edition’s figures; gives the path within the home and the sha256 of the bytes."""
    return _put_down(home, home.editions / str(month), figures)


def freeze_count(home: Home, month: Month, figures: Frozen) -> tuple[str, str]:
    """The same for what a month was counted to, which takes the place of what it was counted to before."""
    folder = home.counted / str(month)
    path, written = _put_down(home, folder, figures)
    for earlier in folder.glob("*.parquet"):
        if earlier.stem != figures.digest:
            earlier.unlink(missing_ok=True)  # somebody else may have, who counted at the same time
    return path, written


def _put_down(home: Home, folder: Path, figures: Frozen) -> tuple[str, str]:
    path = folder / f"{figures.digest}.parquet"
    written = write_durably(path, lambda file: file.write(figures.content))
    return path.relative_to(home.path).as_posix(), written


def thaw(home: Home, path: str, sha256: str) -> pa.Table:
    """Reads an edition's figures, having checked that they are the ones that were frozen."""
    return thawed(as_frozen(home, path, sha256))


def as_frozen(home: Home, path: str, sha256: str) -> Frozen:
    """The file as it was written. Raises Tampered where it is not there, or not as it was."""
    place = home.path / path
    verify(place, sha256)
    return Frozen(place.stem, place.read_bytes())


def thawed(figures: Frozen) -> pa.Table:
    """The figures of a file. `read_table` would ready itself for folders of files first, which takes a second."""
    return pq.ParquetFile(BytesIO(figures.content)).read()


def _numbers(*numbers: int) -> pa.Array:
    """By their bytes: from a list, Arrow first reads in pandas wherever that is installed, which takes a second."""
    return pa.Array.from_buffers(pa.int32(), len(numbers), [None, pa.py_buffer(array("i", numbers))])


_COLUMNS = ("ref", "win", "month_no", "breakdown", "grp", "numerator", "denominator", "absent", "median_twice")
