"""Figures as they are named and kept."""

from __future__ import annotations

import hashlib

import pyarrow as pa

from everychild.measure.windows import ABSENCES, NUMBERED
from everychild.store.figures import digest_of, named

SERIES = pa.table({"ref": ["EH01", "EH01"], "breakdown": [None, "sex"], "grp": [None, "Female"]})
NUMBERS = {
    "series_no": pa.array([1, 0], pa.int64()),
    "win_no": pa.array([NUMBERED.index("month"), NUMBERED.index("quarter")], pa.int32()),
    "month_no": pa.array([24231, 24231], pa.int32()),
    "numerator": pa.array([3, None], pa.int64()),
    "denominator": pa.array([4, None], pa.int64()),
    "absent_no": pa.array([None, ABSENCES.index("no_cases")], pa.int32()),
    "median_twice": pa.array([None, None], pa.int64()),
}
TOLD = (
    '"ref","win","month_no","breakdown","grp","numerator","denominator","absent","median_twice"\n'
    '"EH01","month",24231,"sex","Female",3,4,,\n'
    '"EH01","quarter",24231,,,,,"no_cases",\n'
)


def test_what_was_counted_by_number_has_its_names_again_and_its_digest_is_of_them_written_out():
    """The digest an edition goes by is one anybody can work out: the sha256 of its figures as CSV."""
    figures = named(pa.table(NUMBERS), SERIES)

    assert digest_of(figures) == hashlib.sha256(TOLD.encode()).hexdigest()


def test_the_numbers_of_windows_are_in_the_order_of_their_names():
    """Figures are kept in the order of their windows’ names, and are put in it by number."""
    assert [window.value for window in NUMBERED] == sorted(window.value for window in NUMBERED)
