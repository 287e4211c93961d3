"""Ranges begun anew: rows of council.toml, read and added."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.calendar import Month
from everychild.council import Baseline, council_from, with_baseline
from everychild.errors import SettingsError

LEAST = '[council]\nname = "Northbrook"  # the borough\n'
ROW = '[[baseline]]\nindicator = "CP21"\nfrom = "2018-10"\nwho = "Head of Service"\nwhy = "New visits"\nsince = 2019-05-03\n'


def row(begins="2018-10", to=None, since=date(2019, 5, 3), indicator="CP21", why="New visits"):
    return Baseline(indicator, Month.of(begins), Month.of(to) if to else None, "Head of Service", why, since)


def test_a_row_is_read_whole():
    """Indicator, first month, last month if any, who, why and when it was decided."""
    assert council_from(LEAST + ROW).baselines == (row(),)
    assert council_from(LEAST + ROW + 'to = "2019-03"\n').baselines == (row(to="2019-03"),)


def test_rows_begin_in_order_and_of_two_from_one_month_the_one_decided_last_stands():
    """Rows to come are not yet begun, and other indicators' rows are theirs."""
    own = council_from(LEAST)
    first, again, later = row("2018-04"), row("2018-04", since=date(2019, 6, 1), why="Put right"), row("2018-10")
    for text in (again, later, first, row("2020-01"), row(indicator="EH04")):
        own = council_from(with_baseline(LEAST, text)) if own.baselines == () else _with(own, text)

    assert own.baselines_for("CP21", Month(2019, 4)) == (again, later)
    assert own.baselines_for("CP21", Month(2018, 9)) == (again,)
    assert own.baselines_for("CP21", Month(2018, 3)) == ()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (ROW.replace('"2018-10"', '"October 2018"'), r"\[baseline CP21\] from should be a month, written .2018-10."),
        (ROW.replace('"2018-10"', "2018-10-01"), r"\[baseline CP21\] from should be text"),
        (ROW + 'to = "2018-09"\n', r"\[baseline CP21\] to \(2018-09\) is before from \(2018-10\)"),
        (ROW + "to = 9\n", r"\[baseline CP21\] to should be a month"),
        (ROW.replace('who = "Head of Service"\n', ""), r"\[baseline CP21\] needs who"),
        (ROW.replace('"New visits"', '"  "'), r"\[baseline CP21\] why is empty. A range is begun anew by somebody"),
        (ROW.replace('indicator = "CP21"\n', ""), r"\[baseline row 1\] needs indicator"),
        (ROW + "until = 3\n", r"\[baseline CP21\] has until, which Everychild does not know"),
        (ROW.replace("2019-05-03", '"May"'), r"\[baseline CP21\] since should be a date"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(text, complaint):
    """The table, the key and what it should be."""
    with pytest.raises(SettingsError, match=complaint):
        council_from(LEAST + text)


def test_adding_a_row_changes_nothing_else_in_the_file():
    """Comments, line endings and blank lines stay; the same row twice is one row."""
    for text in (LEAST, LEAST + "\n\n\n", LEAST.replace("\n", "\r\n"), LEAST.rstrip("\n")):
        added = with_baseline(text, row())
        assert added.startswith(text)
        assert council_from(added).baselines == (row(),)
        assert with_baseline(added, row()) == added
        assert ("\r\n" in added) == ("\r\n" in text)


printed = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
months = st.integers(2010 * 12, 2030 * 12).map(Month.from_index)


@given(printed, printed, months, st.none() | st.integers(0, 40), st.dates(date(2010, 1, 1), date(2030, 1, 1)))
@settings(max_examples=200, deadline=None)
def test_whatever_is_added_is_read_again(who, why, begins, length, since):
    """Quotation marks, new lines and all."""
    new = Baseline("CP21", begins, None if length is None else begins + length, who, why, since)

    assert council_from(with_baseline(LEAST, new)).baselines == (new,)


def _with(own, new):
    text = LEAST
    for held in (*own.baselines, new):
        text = with_baseline(text, held)
    return council_from(text)
