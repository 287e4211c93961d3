"""Figures as they are kept."""

from __future__ import annotations

import hashlib

import pyarrow as pa

from everychild.store.figures import digest_of

FIGURES = pa.table(
    {
        "ref": ["EH01", "EH01"],
        "win": ["month", "quarter"],
        "month_no": pa.array([24231, 24231], pa.int32()),
        "breakdown": ["sex", None],
        "grp": ["Female", None],
        "numerator": pa.array([3, None], pa.int64()),
        "denominator": pa.array([4, None], pa.int64()),
        "absent": [None, "no_cases"],
        "median_twice": pa.array([None, None], pa.int64()),
    }
)
TOLD = (
    '"ref","win","month_no","breakdown","grp","numerator","denominator","absent","median_twice"\n'
    '"EH01","month",24231,"sex","Female",3,4,,\n'
    '"EH01","quarter",24231,,,,,"no_cases",\n'
)


def test_the_digest_of_figures_is_of_them_written_out():
    """It is one anybody can work out: the sha256 of the figures as CSV."""
    assert digest_of(FIGURES) == hashlib.sha256(TOLD.encode()).hexdigest()
