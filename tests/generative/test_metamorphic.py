"""What may change nothing changes nothing, and what must move a figure moves it by just so much."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest

from everychild.calendar import months_to
from everychild.catalogue import BY_REF, CATALOGUE
from everychild.measure.figure import Window
from everychild.store.figures import digest_of
from tests.generative.over_records import MONTHS, engine_over, every_rule, extract_of, figures_of
from tests.generative.random_records import LAST, random_rows

EVERYTHING = every_rule(CATALOGUE)
FOUR_TERMS = timedelta(days=364)


def test_threads_order_and_files_change_nothing(tmp_path):
    """One digest for one, two and eight threads, and for the same rows in another order and split over two files."""
    rows = random_rows(Random(99), children=30, rows=150)
    shuffled = [_shuffled(part, Random(7)) for part in rows]
    halves = [_half(part, first) for first in (True, False) for part in rows]
    runs = {
        "one": (1, [extract_of(rows)]),
        "two": (2, [extract_of(rows)]),
        "eight": (8, [extract_of(rows)]),
        "shuffled": (2, [extract_of(shuffled)]),
        "split": (2, [extract_of(halves[: len(rows)], "a.csv"), extract_of(halves[len(rows) :], "b.csv")]),
    }
    digests = {}
    for name, (threads, files) in runs.items():
        with engine_over(tmp_path / name, *files, threads=threads) as engine:
            digests[name] = digest_of(engine.figures(EVERYTHING, MONTHS[0]))

    assert len(set(digests.values())) == 1, digests


def test_a_child_to_whom_nothing_happened_changes_nothing(tmp_path):
    """Known to the council by name alone."""
    rows = random_rows(Random(5))
    stranger = [_with_stranger(part) if part.table == "child" else part for part in rows]
    with (
        engine_over(tmp_path / "a", extract_of(rows)) as without,
        engine_over(tmp_path / "b", extract_of(stranger)) as with_one,
    ):
        assert digest_of(without.figures(EVERYTHING, MONTHS[0])) == digest_of(with_one.figures(EVERYTHING, MONTHS[0]))


def test_one_visit_taken_away_moves_the_visits_counted_by_exactly_one(tmp_path):
    """The last of the month, so that nothing rests on it but itself."""
    plans = """
        child_id | started_on
        C1 | 2019-01-10
    """
    visits = ["2019-02-06", "2019-03-06", "2019-04-03"]
    from tests.small_council import Delivery, engine

    def gaps(days):
        told = "\n".join(
            [
                "child_id | visited_on | child_seen | kind | place",
                *(f"C1 | {day} | yes | child_protection | home" for day in days),
            ]
        )
        records = {"child_protection_plan": plans, "visit": told}
        with engine(tmp_path / str(len(days)), [Delivery("2019-05-03", records)]) as running:
            figures = figures_of(running, [BY_REF["CP25"]])["CP25"]
            return figures[Window.MONTH, MONTHS[-1], None, None].denominator or 0

    assert gaps(visits) - gaps(visits[:-1]) == 1


@pytest.mark.parametrize("seed", [11, 12])
def test_fifty_two_weeks_later_the_answer_is_fifty_two_weeks_later(tmp_path, seed):
    """Every date moved by 364 days keeps its weekday; in a calendar of our own with no bank holidays the days between
    two dates are the same, so what is counted over all time is the same too. Calendar months, birthdays and terms do
    not move with it, so only what is counted in days is held to this."""
    indicators = [item for item in EVERYTHING if item.ref in ("CP25", "CP06", "AS03", "MS01", "CP13", "FD01", "WF09")]
    rows = random_rows(Random(seed))
    later = [_moved(part, FOUR_TERMS) for part in rows]
    totals = []
    for name, moved, last in (("now", rows, LAST), ("later", later, LAST + FOUR_TERMS)):
        months = months_to(MONTHS[-1] + (14 if name == "later" else 2), 30)
        with engine_over(
            tmp_path / name, extract_of(moved), months=months, extracted_on=last, calendar=no_holidays()
        ) as engine:
            totals.append({item.key: _over_all_time(engine, item) for item in indicators})
    assert totals[0] == totals[1]
    assert any(count for count, _ in totals[0].values())


def _over_all_time(engine, indicator):
    rows = engine.rows_behind(indicator, engine.months[0], engine.months[-1])
    return sum(row.numerator for row in rows), sum(row.denominator or 0 for row in rows)


def no_holidays():
    from everychild.calendar import WorkingCalendar

    return WorkingCalendar(first=date(2010, 1, 1), last=date(2022, 12, 31), bank_holidays={}, closure_days={})


def _with_stranger(part):
    columns = {name: [*values, None] for name, values in part.columns.items()}
    columns["child_id"][-1] = "a stranger"
    return replace(part, columns=columns, sheets=[*part.sheets, 0], rows=[*part.rows, max(part.rows) + 1])


def _moved(part, by):
    columns = {
        name: [value + by if isinstance(value, date | datetime) else value for value in values]
        for name, values in part.columns.items()
    }
    return replace(part, columns=columns)


def _shuffled(part, chance):
    order = list(range(len(part)))
    chance.shuffle(order)
    return _picked(part, order)


def _half(part, first):
    middle = len(part) // 2
    return _picked(part, list(range(len(part)))[:middle] if first else list(range(len(part)))[middle:])


def _picked(part, order):
    columns = {name: [values[n] for n in order] for name, values in part.columns.items()}
    return replace(part, columns=columns, sheets=[part.sheets[n] for n in order], rows=[part.rows[n] for n in order])
