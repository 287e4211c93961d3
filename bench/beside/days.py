"""The two tables of days that the SQL contenders are given."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from everychild.calendar import Month, WorkingCalendar
from everychild.facts.clocks import RE_REFERRAL, REPEAT_CONTACT


def days_of(calendar: WorkingCalendar) -> pa.Table:
    days = calendar.days
    return pa.table(
        {
            "day": pa.array(days, pa.date32()),
            "day_no": [day.toordinal() for day in days],
            "month_no": [Month.of(day).index for day in days],
            "ymd": [day.year * 10_000 + day.month * 100 + day.day for day in days],
            "working_day_no": [calendar.ordinal(day) for day in days],
            "three_months_on": pa.array(calendar.due_days(REPEAT_CONTACT), pa.date32()),
            "a_year_on": pa.array(calendar.due_days(RE_REFERRAL), pa.date32()),
        }
    )


def month_ends_of(months: Sequence[Month]) -> pa.Table:
    return pa.table({"as_at": pa.array([month.last_day for month in months], pa.date32())})
