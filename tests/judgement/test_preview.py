"""What a target would have been, worked out and never written: the same as if it had stood in council.toml."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild.catalogue import BY_REF
from everychild.council import SetBy, Target
from everychild.errors import SettingsError
from everychild.judgement.judge import judge
from everychild.judgement.judged import Code
from everychild.judgement.preview import preview, with_proposed
from everychild.judgement.status import Status
from tests.editions import APRIL_2019, april_2019, clocks, council
from tests.report.lively import MONTHS

SOME = [BY_REF[ref] for ref in ("CP21", "AS02", "WF07", "EH04", "EH05", "CP26")]


def figures():
    return [figure for indicator in SOME for figure in april_2019().by_ref(indicator.ref).history]


def proposed(ref, value, since=date(2017, 4, 1), tolerance=5):
    return Target(
        ref, Fraction(value), None, None, Fraction(tolerance), SetBy.LOCAL, "A proposal", "To try", since, None, "x"
    )


def tried(row):
    own = council()
    return preview(row, figures(), SOME, APRIL_2019, MONTHS, own, clocks(own))


def test_the_early_help_target_at_45_days_would_have_been_met_every_month():
    """30 is missed in all but March; 45 in none. The area leaves the list, and each reason that falls is named."""
    found = tried(proposed("EH04", 45))

    assert (found.was(Status.ON_TARGET), found.would_be(Status.ON_TARGET)) == (1, 25)
    assert [month.target.value for month in found.months] == [30] * 25
    (change,) = [change for change in found.flags if change.after.ref == "EH04"]
    assert {reason.code for reason in change.lost} >= {Code.T1}
    assert (change.before.is_flagged, change.after.is_flagged) == (True, False)
    assert [area.area.name for area in found.left] == ["early_help_timeliness"]


def test_months_before_its_day_stay_as_they_were():
    found = tried(proposed("EH04", 45, date(2019, 4, 1)))

    assert [month.would_be for month in found.months[:-1]] == [month.status for month in found.months[:-1]]
    assert (found.months[-1].status, found.months[-1].would_be) == (Status.OFF_TARGET, Status.ON_TARGET)


def test_the_target_there_is_changes_nothing():
    own = council()
    same = replace(own.target_for("EH04", APRIL_2019.last_day), source="x", who="D", why="w", next_review=None)
    found = tried(same)

    assert (found.flags, found.came, found.left) == ((), (), ())
    assert all(month.status is month.would_be for month in found.months)


def test_what_cannot_be_a_target_is_refused():
    with pytest.raises(SettingsError, match="write 90 for 90%"):
        tried(proposed("CP21", 900))


@given(
    ref=st.sampled_from(("CP21", "AS02", "WF07", "EH04")),
    value=st.integers(0, 100),
    tolerance=st.integers(0, 20),
    month=st.sampled_from(MONTHS),
)
def test_a_preview_is_what_judging_by_it_comes_to(ref, value, tolerance, month):
    """And no other indicator's reasons change, but for those that look at this one."""
    row = proposed(ref, value, month.first_day, tolerance)
    own = council()
    found = tried(row)
    judged = judge(figures(), SOME, APRIL_2019, MONTHS, with_proposed(own, row), clocks(own))

    assert found.after == next(item for item in judged if item.ref == ref)
    assert [month.would_be for month in found.months] == [
        found.after.status_in(figure) for figure in found.after.history
    ]
    assert {change.after.ref for change in found.flags} <= {ref}
