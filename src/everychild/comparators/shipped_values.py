"""The compact table that ships with us, England’s and the regions’ published values: nobody starts with none."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files

from everychild.comparators.known import Held, Known
from everychild.comparators.published import Release, State, Told, period

VALUES, RELEASES, AREAS = "values.csv", "releases.csv", "areas.csv"
VALUE_COLUMNS = ("series", "area", "period", "value", "state", "numerator", "denominator", "release")
RELEASE_COLUMNS = ("key", "family", "title", "vintage", "newest", "file", "sha256")


def shipped(series: str) -> Held:
    """What ships of one series; empty where nothing does."""
    return _all().get(series, {})


def with_shipped(loaded: Held, series: str) -> Held:
    """What was loaded, with what ships where that goes further or where nothing was loaded."""
    ours = shipped(series)
    return {key: _better(loaded.get(key), ours.get(key)) for key in {**ours, **loaded}}


def _better(loaded: Known | None, shipped: Known | None) -> Known:
    if loaded is None or shipped is None:
        found = loaded or shipped
        assert found is not None
        return found
    goes_further = shipped.release.newest > loaded.release.newest
    return shipped if goes_further or (loaded.value is None and shipped.value is not None) else loaded


@cache
def _all() -> Mapping[str, Held]:
    releases = {row["key"]: _release(row) for row in _rows(RELEASES)}
    found: dict[str, dict[tuple[str, int], Known]] = defaultdict(dict)
    for row in _rows(VALUES):
        when = period(row["period"])
        found[row["series"]][row["area"], when.year] = Known(
            row["area"],
            when,
            _told(row),
            releases[row["release"]],
            Fraction(row["numerator"]) if row["numerator"] else None,
            Fraction(row["denominator"]) if row["denominator"] else None,
        )
    return found


def _told(row: Mapping[str, str]) -> Told:
    """A share with its counts is worked out from them; anything else is told as it stands."""
    if row["state"]:
        return State(row["state"])
    if row["denominator"]:
        return 100 * Fraction(row["numerator"]) / Fraction(row["denominator"])
    return Fraction(row["value"])


def _rows(name: str) -> list[dict[str, str]]:
    text = files("everychild.comparators.shipped").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _release(row: Mapping[str, str]) -> Release:
    return Release(row["family"], row["title"], row["vintage"], int(row["newest"]), row["file"], row["sha256"])
