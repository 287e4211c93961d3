"""Changing a target, a tolerance or a baseline changes exactly what it should; and all nine cells of the grid."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.calendar import Month, months_to
from everychild.catalogue import BY_REF
from everychild.catalogue.indicator import Good
from everychild.council import Baseline, SetBy, Target, council_from
from everychild.judgement.judge import judge
from everychild.judgement.judged import Code
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.measure.figure import Figure, Window

APRIL_2019 = Month(2019, 4)
HIGHER = BY_REF["CP08"]
LOWER = replace(HIGHER, good=Good.LOWER)
WITHIN = replace(HIGHER, good=Good.RANGE)
NORTHBROOK = council_from('[council]\nname = "Northbrook"\n')

FOLLOWS = {"points", "is_flagged", "reasons"}
"""What is made of the rest, and is compared reason by reason."""


def target(value, tolerance=5):
    return Target(
        HIGHER.ref,
        Fraction(value),
        None,
        None,
        Fraction(tolerance),
        SetBy.LOCAL,
        "Director",
        "",
        date(2014, 4, 1),
        None,
    )


def baseline(begins, to=None):
    return Baseline(HIGHER.ref, begins, to, "Head of Service", "A new case system", date(2019, 5, 3))


def judged(pairs, *targets, indicator=HIGHER, baselines=()):
    """April 2019 judged by so many (met, considered) a month up to it."""
    months = months_to(APRIL_2019, len(pairs))
    figures = [
        Figure(HIGHER.ref, Window.MONTH, month, None, None, n, d) for month, (n, d) in zip(months, pairs, strict=True)
    ]
    own = replace(NORTHBROOK, targets=targets, baselines=tuple(baselines))
    (found,) = judge(figures, [indicator], APRIL_2019, months, own, {})
    return found


def changed(before, after):
    """The names of what differs, what only follows from the rest left out."""
    names = {field.name for field in fields(before)} - FOLLOWS
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def reasons_changed(before, after):
    told = [{reason.code: reason.sentence for reason in item.reasons} for item in (before, after)]
    return {code for code in Code if told[0].get(code) != told[1].get(code)}


shares = st.integers(1, 120).flatmap(lambda cases: st.tuples(st.integers(0, cases), st.just(cases)))
series = st.lists(shares, min_size=25, max_size=25)
percent = st.integers(0, 100)


@given(series, percent, percent, percent)
@settings(max_examples=120, deadline=None)
def test_a_tolerance_changes_only_how_close_counts_as_close(pairs, value, one, other):
    """Status, and the reasons that name it."""
    before, after = judged(pairs, target(value, one)), judged(pairs, target(value, other))

    assert changed(before, after) <= {"target", "targets", "status"}
    assert reasons_changed(before, after) <= {Code.T1, Code.T2}
    assert (before.status == "on_target") == (after.status == "on_target")


@given(series, percent, percent)
@settings(max_examples=120, deadline=None)
def test_a_target_changes_nothing_of_the_pattern(pairs, one, other):
    """Status and outlook, how long it has been off, and the reasons that name them: E1 is a warning on target still."""
    before, after = judged(pairs, target(one)), judged(pairs, target(other))

    assert changed(before, after) <= {"target", "targets", "status", "outlook", "months_off_target"}
    assert reasons_changed(before, after) <= {Code.T1, Code.T2, Code.S2, Code.E1}


@given(series, percent, st.integers(0, 24), st.none() | st.integers(0, 24))
@settings(max_examples=120, deadline=None)
def test_a_baseline_changes_only_pattern_and_outlook(pairs, value, begins, length):
    """And the reasons that are read from them, E1 among them; never the figures, the target or the status."""
    first = APRIL_2019 - 24 + begins
    row = baseline(first, None if length is None else min(first + length, APRIL_2019))
    before, after = judged(pairs, target(value)), judged(pairs, target(value), baselines=[row])

    assert changed(before, after) <= {"pattern", "outlook", "charted"}
    assert reasons_changed(before, after) <= {Code.S1, Code.S2, Code.E1}
    assert (before.charted != after.charted) <= (before.pattern.chart is not after.pattern.chart)


@given(series, percent)
@settings(max_examples=60, deadline=None)
def test_a_baseline_of_another_indicator_or_a_later_month_changes_nothing(pairs, value):
    """It is about one indicator, from a month on."""
    elsewhere = replace(baseline(APRIL_2019 - 12), indicator="EH04")
    before = judged(pairs, target(value))
    after = judged(pairs, target(value), baselines=[elsewhere, baseline(APRIL_2019 + 1)])

    assert changed(before, after) == set()
    assert before.reasons == after.reasons


# The nine cells, both ways, from the first and begun anew

ORDINARY = [(490, 1000), (510, 1000)] * 12
WILD = [(100, 1000), (900, 1000)] * 6
LAST = {Moving.GETTING_BETTER: 620, Moving.STEADY: 505, Moving.GETTING_WORSE: 380}
WANTED = {Outlook.RELIABLY_MET: 30, Outlook.HIT_OR_MISS: 50, Outlook.WONT_BE_MET: 70}
CELLS = [(moving, ahead) for moving in LAST for ahead in WANTED]


def mirrored(pairs):
    return [(considered - met, considered) for met, considered in pairs]


@pytest.mark.parametrize("begun_anew", [False, True])
@pytest.mark.parametrize("good", [Good.HIGHER, Good.LOWER])
@pytest.mark.parametrize(("moving", "ahead"), CELLS)
def test_every_cell_of_the_grid_can_be_reached(moving, ahead, good, begun_anew):
    """Two years about 50%, then a month far better, the same or far worse; wanted 30, 50 or 70."""
    pairs = [*(WILD if begun_anew else []), *ORDINARY, (LAST[moving], 1000)]
    rows = [baseline(APRIL_2019 - 24)] if begun_anew else []
    value = WANTED[ahead]
    if good is Good.HIGHER:
        found = judged(pairs, target(value), baselines=rows)
    else:
        found = judged(mirrored(pairs), target(100 - value), indicator=LOWER, baselines=rows)

    assert found.pattern.moving is moving
    assert found.outlook is ahead


BANDS = {
    (Moving.GETTING_BETTER, Outlook.RELIABLY_MET): (40, 90),
    (Moving.GETTING_BETTER, Outlook.HIT_OR_MISS): (50, 90),
    (Moving.GETTING_BETTER, Outlook.WONT_BE_MET): (65, 90),
    (Moving.STEADY, Outlook.RELIABLY_MET): (40, 60),
    (Moving.STEADY, Outlook.HIT_OR_MISS): (50, 60),
    (Moving.STEADY, Outlook.WONT_BE_MET): (70, 90),
    (Moving.GETTING_WORSE, Outlook.RELIABLY_MET): (30, 90),
    (Moving.GETTING_WORSE, Outlook.HIT_OR_MISS): (50, 90),
    (Moving.GETTING_WORSE, Outlook.WONT_BE_MET): (70, 90),
}
"""Where the best is within a range there is no worse side: the same three months, held against other ranges."""


def band(low, high, tolerance=5):
    return replace(target(0, tolerance), value=None, low=Fraction(low), high=Fraction(high))


@pytest.mark.parametrize("begun_anew", [False, True])
@pytest.mark.parametrize("is_turned", [False, True])
@pytest.mark.parametrize(("moving", "ahead"), CELLS)
def test_every_cell_of_the_grid_can_be_reached_where_the_best_is_within_a_range(moving, ahead, is_turned, begun_anew):
    """Towards the range is getting better and away from it getting worse, from below and from above."""
    pairs = [*(WILD if begun_anew else []), *ORDINARY, (LAST[moving], 1000)]
    rows = [baseline(APRIL_2019 - 24)] if begun_anew else []
    low, high = BANDS[moving, ahead]
    if is_turned:
        pairs, low, high = mirrored(pairs), 100 - high, 100 - low
    found = judged(pairs, band(low, high), indicator=WITHIN, baselines=rows)

    assert found.pattern.moving is moving
    assert found.outlook is ahead


@pytest.mark.parametrize(
    ("last", "low", "high", "moving"),
    [
        (620, 20, 40, Moving.GETTING_WORSE),  # 50 was 10 above it, 62 is 22 above it
        (620, 60, 70, Moving.GETTING_BETTER),  # 50 was 10 below it, 62 is inside it
        (620, 52, 54, Moving.GETTING_WORSE),  # from 2 below it through it to 8 above it
        (620, 50, 90, Moving.GETTING_BETTER),  # inside it, away from its lower end
        (620, 30, 63, Moving.GETTING_WORSE),  # inside it, towards its upper end
    ],
)
def test_getting_worse_is_moving_away_from_the_range(last, low, high, moving):
    """Usual is about 50; one month comes to 62."""
    assert judged([*ORDINARY, (last, 1000)], band(low, high), indicator=WITHIN).pattern.moving is moving


def test_a_trend_is_held_against_where_it_began():
    """Seven months rising from 38 to 44, about a usual 49: nearer to a range from 60 up, further from one to 30."""
    rising = [*ORDINARY[:18], *((380 + 10 * n, 1000) for n in range(7))]

    assert judged(rising, band(60, 90), indicator=WITHIN).pattern.moving is Moving.GETTING_BETTER
    assert judged(rising, band(10, 30), indicator=WITHIN).pattern.moving is Moving.GETTING_WORSE


def test_where_no_range_is_set_or_neither_side_is_nearer_it_is_higher_or_lower_and_nothing_more():
    centre = judged([*ORDINARY, (620, 1000)], indicator=WITHIN).pattern.usual.mean
    other_side = band(centre - 1, 63)  # one inside at the usual; one inside at 62

    assert judged([*ORDINARY, (620, 1000)], indicator=WITHIN).pattern.moving is Moving.HIGHER
    assert judged([*ORDINARY, (380, 1000)], indicator=WITHIN).pattern.moving is Moving.LOWER
    assert judged([*ORDINARY, (620, 1000)], other_side, indicator=WITHIN).pattern.moving is Moving.HIGHER


@given(series, percent, percent, percent)
@settings(max_examples=120, deadline=None)
def test_within_a_range_moving_up_and_the_same_turned_over_are_one(pairs, one, other, tolerance):
    """Nothing but how far from the range counts: every series and range mirrored is judged alike."""
    low, high = sorted((one, other))
    found = judged(pairs, band(low, high, tolerance), indicator=WITHIN)
    turned = judged(mirrored(pairs), band(100 - high, 100 - low, tolerance), indicator=WITHIN)
    opposite = {Moving.HIGHER: Moving.LOWER, Moving.LOWER: Moving.HIGHER}

    assert turned.pattern.moving is opposite.get(found.pattern.moving, found.pattern.moving)
    assert (turned.outlook, turned.status) == (found.outlook, found.status)
    assert [reason.code for reason in turned.reasons] == [reason.code for reason in found.reasons]


@pytest.mark.parametrize("begun_anew", [False, True])
def test_a_range_that_just_touches_its_target(begun_anew):
    """The least expected equal to the target is reliably met; the most expected equal to it is hit or miss; both ways."""
    pairs = [*(WILD if begun_anew else []), *ORDINARY]
    rows = [baseline(APRIL_2019 - 23)] if begun_anew else []
    limits = judged(pairs, target(50), baselines=rows).pattern.usual
    turned = judged(mirrored(pairs), target(50), indicator=LOWER, baselines=rows).pattern.usual
    more = Fraction(1, 10**9)

    def told(value):
        return judged(pairs, target(value), baselines=rows).outlook

    def told_of_lower(value):
        return judged(mirrored(pairs), target(value), indicator=LOWER, baselines=rows).outlook

    assert told(limits.lower) is Outlook.RELIABLY_MET
    assert told(limits.lower + more) is Outlook.HIT_OR_MISS
    assert told(limits.upper) is Outlook.HIT_OR_MISS
    assert told(limits.upper + more) is Outlook.WONT_BE_MET
    assert told_of_lower(turned.upper) is Outlook.RELIABLY_MET
    assert told_of_lower(turned.upper - more) is Outlook.HIT_OR_MISS
    assert told_of_lower(turned.lower) is Outlook.HIT_OR_MISS
    assert told_of_lower(turned.lower - more) is Outlook.WONT_BE_MET


def test_a_range_standing_still_is_read_from_months_no_longer_shown():
    """Frozen on the first twelve of forty months; twenty-five are shown."""
    pairs = [*ORDINARY[:12], *[(700, 1000), (720, 1000)] * 14]
    months = months_to(APRIL_2019, 40)
    figures = [
        Figure(HIGHER.ref, Window.MONTH, month, None, None, n, d) for month, (n, d) in zip(months, pairs, strict=True)
    ]
    own = replace(NORTHBROOK, targets=(target(90),), baselines=(baseline(months[0], months[11]),))
    (found,) = judge(figures, [HIGHER], APRIL_2019, months[-25:], own, {})

    assert found.pattern.usual.mean == 50
    assert found.pattern.moving is Moving.GETTING_BETTER
    assert len(found.history) == len(found.charted) == 25
