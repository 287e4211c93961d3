"""Dates as spreadsheets hold them. The day comes first; a month first is refused, never guessed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from everychild.intake.columns import read_column
from everychild.intake.dates import date_reader, moment_reader
from everychild.intake.decode_child import DATE_MARK
from everychild.intake.unread import Unread
from everychild.layouts.layout import Heading
from everychild.records import Kind

RECEIVED = date(2019, 5, 3)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (DATE_MARK + "2019-03-31", date(2019, 3, 31)),
        (DATE_MARK + "2019-03-31T14:05:00", date(2019, 3, 31)),
        ("31/03/2019", date(2019, 3, 31)),
        ("1/4/2019", date(2019, 4, 1)),
        ("03/04/2019", date(2019, 4, 3)),
        ("31-03-2019", date(2019, 3, 31)),
        ("31.03.2019", date(2019, 3, 31)),
        ("31/03/19", date(2019, 3, 31)),
        ("05/11/20", date(2020, 11, 5)),
        ("05/11/68", date(1968, 11, 5)),
        ("31/03/2019 00:00:00", date(2019, 3, 31)),
        ("31/03/2019 14:05", date(2019, 3, 31)),
        ("2019-03-31", date(2019, 3, 31)),
        ("2019-03-31T00:00:00", date(2019, 3, 31)),
        ("2019-03-31 00:00:00.000", date(2019, 3, 31)),
        ("20190331", date(2019, 3, 31)),
        (20190331.0, date(2019, 3, 31)),
        ("31 March 2019", date(2019, 3, 31)),
        ("31-Mar-19", date(2019, 3, 31)),
        ("1st April 2019", date(2019, 4, 1)),
        ("Sunday, 31 March 2019", date(2019, 3, 31)),
        (43555.0, date(2019, 3, 31)),
        ("43555", date(2019, 3, 31)),
        (43555.586, date(2019, 3, 31)),
        ("29/02/2016", date(2016, 2, 29)),
        ("\u00a031/03/2019 ", date(2019, 3, 31)),
    ],
)
def test_a_date_is_read_however_it_is_written(cell: str | float, day: date) -> None:
    """True dates, day first, year first, months by name, serial numbers."""
    assert date_reader(RECEIVED)(cell) == day


@pytest.mark.parametrize(
    "cell",
    [
        *("", "-", "N/A", "#N/A", "#REF!", "None", "NULL", "tbc", " ", "00:00:00", "\x1a", 0.0, 1.0, float("nan")),
        *("01/01/1900", "30/12/1899", "31/12/9999", "1900-01-01", DATE_MARK + "1900-01-01", DATE_MARK + "9999-12-31"),
    ],
)
def test_what_stands_for_no_date_is_no_date(cell: str | float) -> None:
    """Systems that must write something write the first or the last day they know."""
    assert date_reader(RECEIVED)(cell) is None


@pytest.mark.parametrize(
    "cell",
    [
        *("May be 8 Jan 2000", "unborn", "Yes", "31/02/2019", "29/02/2019", "00/03/2019", "2019", "3", "March 2019"),
        *("31/03/0219", "31/03/2019 25:00", "2019-13-01", "zz/05/2020", "99999", DATE_MARK + "not a date"),
        *(12.0, 99999.0, -1.0, 1e300),
    ],
)
def test_what_is_no_date_is_a_fault_and_not_a_blank(cell: str | float) -> None:
    """A blank would say that nothing happened; this says that we cannot tell."""
    assert date_reader(RECEIVED)(cell) is Unread.NOT_A_DATE


@pytest.mark.parametrize("cell", ["03/31/2019", "12-25-2018", "1/13/19"])
def test_a_month_before_its_day_is_a_fault_of_its_own(cell: str) -> None:
    """Only possible month first, so the file was written in another country's way."""
    assert date_reader(RECEIVED)(cell) is Unread.MONTH_FIRST


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        # One slip among dates that are plainly day first: the rest stand.
        (["31/03/2019", "25/12/2018", "03/31/2019", "03/04/2019"], ["day", "day", "fault", "day"]),
        # Written month first throughout: what reads either way is not to be trusted.
        (["03/31/2019", "12/25/2018", "03/04/2019", "05/05/2019"], ["fault", "fault", "fault", "day"]),
        (["03/31/2019", "", "2019-04-03"], ["fault", "nothing", "day"]),
    ],
)
def test_a_column_written_month_first_is_not_half_believed(cells: list[str], read: list[str]) -> None:
    """03/04/2019 is 3 April in one file and 4 March in another: the column's other dates tell which."""
    column = read_column(Heading("Date of Contact", Kind.DATE), 0, cells, RECEIVED)
    told = [
        "fault" if row in column.unread else "nothing" if value is None else "day"
        for row, value in enumerate(column.values)
    ]
    assert told == read


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("31/03/2019 14:05", datetime(2019, 3, 31, 14, 5)),
        ("31/03/2019 2:05 pm", datetime(2019, 3, 31, 14, 5)),
        ("31/03/2019 12:05 am", datetime(2019, 3, 31, 0, 5)),
        ("2019-03-31T23:50:00Z", datetime(2019, 3, 31, 23, 50)),
        (DATE_MARK + "2019-03-31T23:49:59.999999", datetime(2019, 3, 31, 23, 50)),
        (43555.5, datetime(2019, 3, 31, 12, 0)),
        ("31/03/2019", date(2019, 3, 31)),
        ("31/03/2019 00:00", date(2019, 3, 31)),
    ],
)
def test_a_time_is_kept_where_it_is_known(cell: str | float, moment: date) -> None:
    """Midnight is how a system writes a time nobody entered, so it is no time."""
    assert moment_reader(RECEIVED)(cell) == moment
    assert type(moment_reader(RECEIVED)(cell)) is type(moment)
