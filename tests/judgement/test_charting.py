"""From a series to its pattern: each kind of chart, and ranges begun anew or made to stand still."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.calendar import Month
from everychild.catalogue.indicator import Good
from everychild.judgement.chart_choice import Chart
from everychild.judgement.pattern import Moving, Rule, Side, Signal, pattern
from everychild.measure.figure import Window
from tests.editions import april_2019
from tests.judgement.series import APRIL_2019, COUNT, SHARE, begun, charted_as, counted, figures, quarters

FEWER = replace(COUNT, good=Good.LOWER)
LOW_STEADY = [10, 12] * 6
HIGH_STEADY = [30, 32] * 6


def test_an_ordinary_count_is_charted_as_the_published_rules_have_it():
    """The same as XmR on the bare values, point for point."""
    numbers = [12, 14, 11, 13, 15, 12, 14, 13, 11, 12, 15, 14, 13, 40]
    found, bare = charted_as(COUNT, counted(numbers)).pattern, pattern([Fraction(n) for n in numbers], COUNT.good)

    assert (found.chart, found.limits, found.signals) == (Chart.MONTHS, bare.limits, bare.signals)
    assert found.usual == found.limits


# By chance


def test_each_month_of_a_share_has_limits_for_its_own_number():
    """90% of 20 a month, then of 5: the fewer, the wider; no limit passes nought or 100."""
    found = charted_as(SHARE, figures([(18, 20)] * 20 + [(4, 5)])).pattern
    usual, few = found.expected[0], found.expected[-1]

    assert found.chart is Chart.SHARES
    assert few.upper - few.lower > usual.upper - usual.lower
    assert all(
        0 <= limits.lower <= limits.near_lower <= limits.near_upper <= limits.upper <= 100 for limits in (usual, few)
    )
    assert found.usual == usual
    assert found.limits == few


def test_a_share_outside_what_chance_brings_stands_out_and_on_the_limit_does_not():
    """Mostly 18 of 20: the lower limit is a whole number of twenty, one under it is a signal and it itself is not."""
    months = [(18, 20), (17, 20), (19, 20)] * 8
    lowest = charted_as(SHARE, figures([*months, (18, 20)])).pattern.limits.lower
    met = int(lowest * 20 / 100)
    on, under = (charted_as(SHARE, figures([*months, (n, 20)])).pattern for n in (met, met - 1))

    assert under.signal == Signal(Rule.OUTSIDE_LIMITS, Side.DOWN)
    assert under.moving is Moving.GETTING_WORSE
    assert on.limits.lower <= Fraction(met * 100, 20)
    assert on.signal is None or on.signal.rule is not Rule.OUTSIDE_LIMITS


def test_nearly_always_all_is_no_shift_when_all_is_what_half_of_chance_brings():
    """Of 8, 98% on time: seven months of all 8 say nothing, though each lies over the average."""
    found = charted_as(SHARE, figures([(8, 8)] * 8 + [(7, 8)] + [(8, 8)] * 8)).pattern

    assert found.moving is Moving.STEADY
    assert found.limits.mean < 100


def test_seven_shares_under_the_middle_are_a_shift():
    """Of 20: 10 usually, then 8 seven times over."""
    found = charted_as(SHARE, figures([(11, 20), (10, 20), (12, 20)] * 5 + [(8, 20)] * 7)).pattern

    assert found.signal.rule is Rule.SHIFT
    assert found.moving is Moving.GETTING_WORSE
    assert found.why == "7 months running on the same side of its average"


# By quarter


def test_tiny_shares_are_told_by_whole_quarters_and_a_part_of_one_is_never_charted():
    """25 months to April 2019: eight quarters to March 2019, and April waits for its own."""
    found = charted_as(SHARE, figures([(2, 3)] * 25))

    assert found.pattern.chart is Chart.QUARTERS
    assert [figure.as_at for figure in found.figures] == [Month(2017, 6) + 3 * n for n in range(8)]
    assert found.pattern.moving is Moving.STEADY
    assert found.pattern.limits.mean == Fraction(200, 3)


def test_seven_quarters_are_too_few_and_a_quarter_not_wholly_supplied_is_not_one():
    """Eight are needed, unless a council says otherwise."""
    months = [(2, 3)] * 10 + [None] + [(2, 3)] * 14
    found = charted_as(SHARE, figures(months))

    assert found.pattern.chart is Chart.QUARTERS
    assert len(found.figures) == 7
    assert found.pattern.moving is Moving.TOO_FEW_POINTS
    assert charted_as(SHARE, figures(months), minimum_quarters=7).pattern.moving is Moving.STEADY


def test_a_quarter_stands_out_in_quarters():
    """Ten quarters of 8 of 9, and then 1 of 9."""
    found = charted_as(SHARE, figures([(3, 3), (3, 3), (2, 3)] * 9 + [(1, 3), (0, 3), (0, 3)], Month(2019, 3)))

    assert found.pattern.signal == Signal(Rule.OUTSIDE_LIMITS, Side.DOWN)
    assert found.latest.as_at == Month(2019, 3)


# Months between


def test_a_rare_thing_that_stays_away_for_long_gets_better():
    """Every third month one, for two years; then thirty months without any."""
    found = charted_as(FEWER, counted([1, 0, 0] * 8 + [0] * 30), begun("2014-11", "2016-10")).pattern

    assert found.chart is Chart.BETWEEN
    assert found.signal == Signal(Rule.OUTSIDE_LIMITS, Side.DOWN)
    assert found.moving is Moving.GETTING_BETTER


def test_a_wait_that_is_not_over_says_nothing_while_it_may_still_turn_out_short():
    """Every fourth month one; the last was two months ago."""
    found = charted_as(FEWER, counted([1, 0, 0, 0] * 6 + [1, 0])).pattern

    assert found.moving is Moving.STEADY
    assert found.signals[-1] is None


def test_more_at_once_than_chance_would_bring_stands_out_the_month_it_happens():
    """One in every third month, and then six."""
    found = charted_as(FEWER, counted([1, 0, 0] * 8 + [6])).pattern

    assert found.signal == Signal(Rule.OUTSIDE_LIMITS, Side.UP)
    assert found.moving is Moving.GETTING_WORSE


def test_seven_short_waits_running_are_a_shift():
    """Five months between, frozen on four years; then one every other month."""
    found = charted_as(FEWER, counted([1, 0, 0, 0, 0, 0] * 8 + [1, 0] * 7 + [1]), begun("2014-02", "2018-01")).pattern

    assert found.signal == Signal(Rule.SHIFT, Side.UP)
    assert found.why == "7 gaps between them running on the same side of the usual gap"


def test_where_there_never_are_any_nothing_stands_out():
    """And the range is nought to nought."""
    found = charted_as(FEWER, counted([0] * 25)).pattern

    assert found.moving is Moving.STEADY
    assert (found.limits.lower, found.limits.upper) == (0, 0)


# The time of year


def test_what_stood_out_as_much_a_year_ago_is_the_time_of_year():
    """Eleven months of 100 or so and an August of 20: the second August is no change, and a lower one is."""
    year = [100, 102, 99, 101, 100, 103, 98, 100, 102, 99, 101]
    august = Month(2019, 8)
    seasonal = replace(COUNT, season="Schools are closed.")
    as_before, lower = (charted_as(seasonal, counted([*year, 20, *year, last], august)).pattern for last in (20, 5))
    plain = charted_as(COUNT, counted([*year, 20, *year, 20], august)).pattern

    assert plain.signal is not None
    assert (as_before.moving, as_before.is_of_the_season) == (Moving.STEADY, True)
    assert lower.signal == Signal(Rule.OUTSIDE_LIMITS, Side.DOWN)
    assert not lower.is_of_the_season


# Begun anew, and standing still


def test_a_pattern_is_read_from_where_it_was_begun_anew():
    """Twelve months about 11, then twelve about 31: begun anew, April is ordinary; without, a shift."""
    months = counted(LOW_STEADY + HIGH_STEADY)
    plain, anew = charted_as(COUNT, months).pattern, charted_as(COUNT, months, begun("2018-05")).pattern

    assert plain.signal is not None
    assert anew.moving is Moving.STEADY
    assert anew.limits.mean == 31
    assert anew.baseline.who == "Head of Service"


def test_the_months_before_keep_a_range_of_their_own():
    """Each stretch is read by itself."""
    found = charted_as(COUNT, counted(LOW_STEADY + HIGH_STEADY), begun("2018-05")).pattern

    assert [limits.mean for limits in found.expected] == [11] * 12 + [31] * 12
    assert set(found.signals) == {None}


def test_too_few_months_since_are_too_few_points():
    """Eleven since, and the twelve before do not help."""
    found = charted_as(COUNT, counted(LOW_STEADY + HIGH_STEADY[:11]), begun("2018-06")).pattern

    assert (found.moving, found.limits, found.usual) == (Moving.TOO_FEW_POINTS, None, None)


def test_limits_stand_still_after_the_month_they_are_frozen_at():
    """Frozen on twelve about 11, later months are set against 11 and do not move it."""
    found = charted_as(COUNT, counted(LOW_STEADY + HIGH_STEADY), begun("2017-05", "2018-04")).pattern

    assert found.limits.mean == 11
    assert found.signal == Signal(Rule.OUTSIDE_LIMITS, Side.UP)


def test_a_new_beginning_ends_a_frozen_one():
    """The latest row is the one it is read from."""
    rows = (begun("2017-05", "2018-04"), begun("2018-05"))
    found = charted_as(COUNT, counted(LOW_STEADY + HIGH_STEADY), *rows).pattern

    assert found.limits.mean == 31
    assert found.baseline == rows[1]


def test_a_quarter_that_spans_a_beginning_is_not_charted():
    """Begun anew in February: January to March belongs to neither side."""
    months = figures([(2, 3)] * 25)
    found = charted_as(SHARE, months, begun("2018-02"))

    assert [figure.as_at for figure in quarters(months) if figure not in found.figures] == [Month(2018, 3)]


@given(st.lists(st.integers(5, 60), min_size=24, max_size=40), st.integers(1, 23))
@settings(max_examples=150, deadline=None)
def test_nothing_before_a_beginning_changes_what_is_read_after_it(numbers, since):
    """No signal spans it: the same months after, whatever came before."""
    row = begun(str(APRIL_2019 - since + 1))
    own = numbers[-since:]
    other = [n * 3 + 1 for n in numbers[:-since]] + own
    one, two = (charted_as(COUNT, counted(all_of_it), row).pattern for all_of_it in (numbers, other))
    alone = charted_as(COUNT, counted(own)).pattern

    assert one.signals[-since:] == two.signals[-since:] == alone.signals
    assert (one.moving, one.limits) == (two.moving, two.limits) == (alone.moving, alone.limits)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=14, max_size=30))
@settings(max_examples=100, deadline=None)
def test_a_share_turned_round_turns_its_word_round(pairs):
    """So many on time, higher better, says what so many late, lower better, says."""
    told = figures([(n, n + late) for n, late in pairs])
    turned = figures([(late, n + late) for n, late in pairs])
    up = charted_as(SHARE, told).pattern
    down = charted_as(replace(SHARE, good=Good.LOWER), turned).pattern

    assert up.chart is down.chart
    assert up.moving is down.moving


@given(st.lists(st.integers(0, 3), min_size=12, max_size=40))
@settings(max_examples=100, deadline=None)
def test_every_chart_has_a_signal_and_a_range_for_every_month_it_knows(numbers):
    """Whichever chart it is."""
    found = charted_as(COUNT, counted(numbers)).pattern

    assert len(found.signals) == len(found.expected) == len(found.months) == len(numbers)
    assert (found.usual is None) == (found.moving is Moving.TOO_FEW_POINTS)


def test_nothing_whose_months_overlap_is_ever_charted():
    """Months, month ends and whole quarters: never twelve months or the year so far, which share months."""
    discrete = {Window.MONTH, Window.AS_AT, Window.QUARTER}
    for item in april_2019().indicators:
        assert {figure.window for figure in item.charted} <= discrete
        assert set(item.pattern.months) <= {figure.as_at for figure in item.charted}
