"""A local table written as a CSV file, from its layout."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from everychild.layouts.layout import SheetLayout
from everychild.northbrook.local_files import lines


def csv_table(folder: Path, table: SheetLayout, rows: Iterable[Mapping[str, object]]) -> Path:
    """Each row names the headings it fills; the rest are left empty."""
    path = folder / f"{table.name}.csv"
    empty = dict.fromkeys(heading.title for heading in table.headings)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading.title for heading in table.headings)
        writer.writerows(lines(table.headings, (empty | dict(row) for row in rows)))
    return path
