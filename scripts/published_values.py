"""Makes the table that ships with us from the published files: python -m scripts.published_values FILES…

England’s and the regions’ values for the mapped series, every year, with the release each is from; and every council
with the codes it has had. Figures only, under the Open Government Licence.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from everychild.comparators.areas import ENGLAND, REGIONS
from everychild.comparators.comparisons import every_series
from everychild.comparators.files import read_published
from everychild.comparators.interactive_tool import dated
from everychild.comparators.known import Known, known_of
from everychild.comparators.published import Published, Release, State
from everychild.comparators.reading import Kind, Reading, published, told_text
from everychild.comparators.shipped_values import AREAS, RELEASE_COLUMNS, RELEASES, VALUE_COLUMNS, VALUES

FOLDER = Path(__file__).parent.parent / "src" / "everychild" / "comparators" / "shipped"
SHIPPED_AREAS = (ENGLAND, *(region.code for region in REGIONS if not region.is_part))


def main(paths: Sequence[Path]) -> None:
    read = read_published(paths)
    readings = [reading for reading in read if reading.kind is Kind.VALUES]
    updated = _updated(read)
    known = {series.name: known_of(series, _values(readings, series.wanted, updated)) for series in every_series()}
    chosen = [
        (name, one)
        for name, held in known.items()
        for (area, _), one in sorted(held.items(), key=lambda pair: pair[0])
        if area in SHIPPED_AREAS
    ]
    keys = {release: f"r{n}" for n, release in enumerate(dict.fromkeys(one.release for _, one in chosen), 1)}
    _write(VALUES, VALUE_COLUMNS, (_value(name, one, keys) for name, one in chosen))
    _write(RELEASES, RELEASE_COLUMNS, (_release(key, release) for release, key in keys.items()))
    _write(AREAS, ("number", "name", "region", "codes"), _areas(paths))


def _updated(readings: Sequence[Reading]) -> dict[str, str]:
    directions = [reading for reading in readings if reading.kind is Kind.DIRECTIONS]
    return {row["measure"]: row["updated"] for reading in directions for row in reading.table.to_pylist()}


def _values(readings: Sequence[Reading], wanted: Iterable[tuple[str, str]], updated: dict[str, str]) -> list[Published]:
    pairs = set(wanted)
    return [
        dated(value, updated)
        for reading in readings
        for value in published(
            (row for row in _rows(reading, {measure for family, measure in pairs if family == reading.family})),
            reading.release,
        )
    ]


def _rows(reading: Reading, measures: set[str]) -> list[dict[str, str | None]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    return reading.table.filter(pc.is_in(reading.table["measure"], pa.array(sorted(measures), pa.string()))).to_pylist()


def _value(series: str, known: Known, keys: dict[Release, str]) -> tuple[str, ...]:
    state = known.told if isinstance(known.told, State) else None
    value = "" if known.value is None or known.denominator else str(told_text(known.value)[0])
    counts = ("" if count is None else str(count) for count in (known.numerator, known.denominator))
    return (series, known.area, known.period.label, value, state.value if state else "", *counts, keys[known.release])


def _release(key: str, release: Release) -> tuple[str, ...]:
    return (
        key,
        release.family,
        release.title,
        release.vintage,
        str(release.newest),
        release.file,
        release.sha256,
    )


def _areas(paths: Sequence[Path]) -> list[tuple[str, str, str, str]]:
    """Each council by its number, with its newest name and region and every code it has had."""
    found: dict[str, tuple[str, str, str, list[str]]] = {}
    for path in paths:
        for file in sorted(path.glob("*.csv") if path.is_dir() else [path]):
            rows = csv.DictReader(file.open(encoding="utf-8-sig", newline=""))
            for row in rows:
                number = (row.get("old_la_code") or "").strip()
                if row.get("geographic_level") != "Local authority" or not number.isdecimal():
                    continue
                when, name, region, codes = found.get(number, ("", "", "", []))
                codes = codes if row["new_la_code"] in codes else [*codes, row["new_la_code"]]
                newer = row["time_period"] >= when
                found[number] = (
                    max(when, row["time_period"]),
                    row["la_name"] if newer else name,
                    row["region_name"] if newer else region,
                    codes,
                )
    return [(number, name, region, " ".join(codes)) for number, (_, name, region, codes) in sorted(found.items())]


def _write(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    (FOLDER / name).write_text(text.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
