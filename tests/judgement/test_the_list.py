"""The list beside last month's: what nearly is on it, what came and left and why, and what people decided of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild.calendar import Month
from everychild.catalogue import BY_REF
from everychild.catalogue.indicator import Good
from everychild.council import SetBy, Target
from everychild.errors import SettingsError
from everychild.judgement.decisions import Decision, FlagDecision, latest, refuse_half_a_decision
from everychild.judgement.flags import flagged_areas, improvements
from everychild.judgement.judge import judge
from everychild.judgement.judged import Code
from everychild.judgement.the_list import as_decided, decision_on, moves, removed, with_reason
from everychild.measure.figure import Absent, Figure, Window, missing
from everychild.narrative.the_list import decision_sentence, earlier_sentence, left_sentence
from everychild.report.committee import committee_paper
from everychild.report.document import Bullets, Heading, Paragraph
from tests.editions import APRIL_2019, april_2019, clocks, council
from tests.report.lively import MONTHS, lively

CP22 = BY_REF["CP22"]
STEADY = [90, 91, 92, 91, 90, 89, 90, 91, 92, 91, 90, 89]


def row(value, since=date(2016, 4, 1), floor=None):
    return Target(
        "CP22", Fraction(value), None, None, Fraction(5), SetBy.LOCAL, "D", "", since, None, "",
        None if floor is None else Fraction(floor),
    )  # fmt: skip


def judged(numerators, targets, months=MONTHS, indicator=CP22):
    own = replace(council(), targets=tuple(targets))
    figures = [
        Figure("CP22", Window.MONTH, month, None, None, n, 100) for month, n in zip(months, numerators, strict=True)
    ]
    last_year = [n for month, n in zip(months, numerators, strict=True) if month.financial_year.starts_in == 2018]
    figures.append(
        Figure("CP22", Window.FINANCIAL_YEAR, Month(2019, 3), None, None, sum(last_year), 100 * len(last_year))
    )
    return judge(figures, [indicator], months[-1], months, own, clocks(own))


def warning(numerators, *targets):
    (item,) = judged(numerators, targets)
    return next((reason.sentence for reason in item.reasons if reason.code is Code.E1), None)


def test_an_early_warning_is_given_on_target_by_each_of_its_tests():
    """None of them flags, and none is given off target."""
    calm = (STEADY * 3)[:25]
    assert warning(calm, row(70)) is None
    assert "it is getting worse" in warning([*calm[:18], 89, 88, 87, 86, 85, 84, 83], row(70))
    assert "for the most part beyond" in warning([*([88, 92] * 12), 93], row(91))
    assert "reaches past the floor, never below 80%" in warning([*([84, 92] * 12), 92], row(85, floor=80))
    assert "near the worse end" in warning([*([88, 92] * 12), 82], row(70))
    assert warning([*([88, 92] * 12), 60], row(91)) is None
    assert "worse than the same month last year and than last year’s average, and its target is hit or miss" in (
        warning([*([88, 92] * 12), 86], row(86))
    )
    (item,) = judged([*([88, 92] * 12), 93], (row(91),))
    assert not item.is_flagged


def test_one_lesser_sign_by_itself_is_no_warning():
    """Two are asked for: a third of all figures are worse than last year, and as many have a target hit or miss."""
    worse_and_reliably_met = [*([88, 92] * 12), 86]
    hit_or_miss_and_no_worse = [*([88, 92] * 12), 92]

    assert warning(worse_and_reliably_met, row(70)) is None
    assert warning(hit_or_miss_and_no_worse, row(86)) is None


@pytest.mark.parametrize(
    ("last", "low", "high", "says"),
    [
        (98, 80, 99, "near the worse end"),
        (82, 81, 99, "near the worse end"),
        (98, 40, 100, None),  # the whole expected range lies inside
        (75, 70, 100, "it is getting worse"),
    ],
)
def test_an_early_warning_is_given_within_a_range_too(last, low, high, says):
    """Near the end of the expected range that reaches out of the wanted one, on either side; or leaving it."""
    within = replace(CP22, good=Good.RANGE)
    wanted = replace(row(0), value=None, low=Fraction(low), high=Fraction(high))
    (item,) = judged([*([88, 92] * 12), last], (wanted,), indicator=within)
    told = next((reason.sentence for reason in item.reasons if reason.code is Code.E1), "")

    assert (says in told) if says else not told
    assert not item.is_flagged


@given(st.integers(0, 10_000))
def test_the_list_is_the_same_in_whatever_order_it_comes(seed):
    """Areas, their indicators and the improvements: ties fall by the catalogue."""
    edition = lively()
    shuffled = list(edition.indicators)
    Random(seed).shuffle(shuffled)

    assert flagged_areas(shuffled) == edition.areas
    assert improvements(shuffled, 50) == improvements(edition.indicators, 50)


def test_the_last_tie_falls_by_the_catalogue():
    """Same points, same children, same months."""
    edition = lively()
    alike = [
        replace(item, points=3, is_flagged=True, months_off_target=0, figure=replace(item.figure, numerator=None))
        for item in edition.indicators
    ]
    names = [area.area.name for area in flagged_areas(alike)]

    assert names == [area.area.name for area in flagged_areas(alike[::-1])]
    assert names[0] == flagged_areas(alike[:1])[0].area.name


def test_what_left_the_list_says_which_reason_fell_away():
    """70 in March against 90: T1. 92 in April: nothing."""
    (then,) = judged([*STEADY, *STEADY[:11], 70], (row(90),), MONTHS[:-1])
    (now,) = judged([*STEADY, *STEADY[:11], 70, 92], (row(90),))
    found = moves([now], [then])

    assert found.new == ()
    assert [left.area.judged[0].ref for left in found.left] == ["CP22"]
    fell = {reason.code for reason in found.left[0].because[0].fell_away}
    assert Code.T1 in fell
    said = str(left_sentence(found.left[0]))
    assert "T1 (off target)" in said
    assert "70.0% in March, 92.0% in April" in said


def test_the_month_before_is_judged_by_its_own_target():
    """75% was off target while 90 was asked; since April 70 is, and the area leaves the list for that alone."""
    targets = (row(90), row(70, date(2019, 4, 1)))
    (then,) = judged([75] * 24, targets, MONTHS[:-1])
    (now,) = judged([75] * 25, targets)

    assert (then.target.value, now.target.value) == (90, 70)
    assert [left.area.judged[0].ref for left in moves([now], [then]).left] == ["CP22"]


def test_what_stopped_coming_left_for_want_of_a_figure():
    (then,) = judged([70] * 24, (row(90),), MONTHS[:-1])
    (now,) = judged([70] * 25, (row(90),))
    gone = replace(now, figure=missing("CP22", Window.MONTH, APRIL_2019, Absent.NOT_SUPPLIED), is_flagged=False)

    assert "no figure this month (not supplied)" in str(left_sentence(moves([gone], [then]).left[0]))
    came = moves([then], [replace(gone, is_flagged=False)])
    assert came.new == ()


def test_what_met_its_target_while_overdue_work_grows_is_listed_by_itself():
    """Two points do not flag it; it is told all the same."""
    assert all(item.status.value == "on_target" for item in with_reason(lively().indicators, Code.O1))


def said(area, decision, reason="", by="A. Director", edition=1, hour=9):
    return FlagDecision(area, decision, by, "Director", reason, datetime(2019, 5, 8, hour, tzinfo=UTC), edition)


def test_the_last_word_on_an_area_stands():
    first, second = said("a", Decision.REMOVED, "Counted twice."), said("a", Decision.CONFIRMED, hour=10)
    assert latest((first, second)) == {"a": second}


def test_an_area_taken_off_changes_no_figure():
    """It leaves the list; every indicator, reason and point is as it was."""
    edition = lively()
    name = edition.areas[0].area.name
    decided = replace(edition, decisions=(said(name, Decision.REMOVED, "Known recording fault."),))
    after = as_decided(decided)

    assert after.indicators == edition.indicators
    assert after.areas == edition.areas[1:]
    assert [area.area.name for area, _ in removed(decided)] == [name]
    assert as_decided(replace(edition, decisions=(said(name, Decision.CONFIRMED),))).areas == edition.areas


def test_what_was_said_of_an_earlier_edition_is_a_note_and_no_decision():
    edition = lively()
    name = edition.areas[0].area.name
    noted = replace(edition, earlier_decisions=(said(name, Decision.REMOVED, "Known recording fault."),))

    assert decision_on(noted, edition.areas[0]) is None
    assert as_decided(noted).areas == edition.areas
    assert str(earlier_sentence(noted.earlier_decisions[0])) == (
        "In edition 1 A. Director took it off the list on 8 May 2019: Known recording fault."
    )
    assert str(decision_sentence(None)) == "Not confirmed yet."


def test_the_paper_lists_what_was_taken_off_by_whom_and_why():
    edition = lively()
    name, title = edition.areas[0].area.name, edition.areas[0].area.title
    decided = replace(
        edition,
        decisions=(
            said(name, Decision.REMOVED, "Known recording fault."),
            said(edition.areas[1].area.name, Decision.CONFIRMED),
        ),
    )
    told = _told(committee_paper(decided, date(2019, 6, 18)))

    assert f"{title}. Taken off the list by A. Director, Director, on 8 May 2019: Known recording fault." in told
    assert "of which one was taken off the list by a person" in told
    assert "is confirmed, by A. Director, Director" in told
    assert f"1. {title}" not in told
    assert f"1. {edition.areas[1].area.title}" in told
    before = _told(committee_paper(edition, date(2019, 6, 18)))
    assert "Nobody has confirmed the list yet" in before


def _told(paper):
    """Its headings, paragraphs and lists, a line each."""
    lines = []
    for part in paper.parts:
        match part:
            case Heading(text=text) | Paragraph(text=text):
                lines.append(text)
            case Bullets(items=items):
                lines += items
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("decision", "by", "reason", "says"),
    [
        (Decision.REMOVED, "A. Director", " ", "only with a reason"),
        (Decision.CONFIRMED, " ", "", "Nobody is named"),
        (Decision.REMOVED, "A. Director", "a\nb", "one line"),
        (Decision.REMOVED, "A. Director", "a" * 401, "400 letters"),
    ],
)
def test_half_a_decision_is_refused(decision, by, reason, says):
    with pytest.raises(SettingsError, match=says):
        refuse_half_a_decision(decision, by, "", reason)


def test_no_list_is_changed_by_deciding_nothing():
    assert as_decided(april_2019()) == april_2019()
