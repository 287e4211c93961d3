"""What is said of a chart: why it is that one, who began its range anew, and what the time of year does."""

from dataclasses import replace
from datetime import date

from everychild.calendar import Month, months_to
from everychild.catalogue import BY_REF
from everychild.council import Baseline, SetBy, Target, council_from
from everychild.judgement.judge import judge
from everychild.measure.figure import Figure, Window
from everychild.narrative import finding, pattern_sentence
from everychild.narrative.charted import how_charted
from everychild.narrative.retold import retold, state_now
from tests.editions import april_2019
from tests.judgement.series import quarters

APRIL_2019 = Month(2019, 4)
NORTHBROOK = council_from('[council]\nname = "Northbrook"\n')
BEGUN = Baseline("CP08", Month(2018, 1), None, "Ada, Head of Service", "A new case system.", date(2019, 5, 3))


def judged(ref, pairs, *, baselines=(), wanted=None, last=APRIL_2019):
    months = months_to(last, len(pairs))
    figures = [Figure(ref, Window.MONTH, month, None, None, n, d) for month, (n, d) in zip(months, pairs, strict=True)]
    by_quarter = [replace(figure, ref=ref) for figure in quarters(figures)]
    targets = (
        (Target(ref, wanted, None, None, 0, SetBy.LOCAL, "Director", "", date(2016, 4, 1), None),) if wanted else ()
    )
    own = replace(NORTHBROOK, baselines=tuple(baselines), targets=targets)
    (found,) = judge([*figures, *by_quarter], [BY_REF[ref]], last, months, own, {})
    return found


def test_the_choice_of_chart_is_always_said():
    """Every indicator of an edition, whatever it is charted by."""
    for item in april_2019().indicators:
        assert how_charted(item)[0] == item.pattern.choice.because


def test_who_began_a_range_anew_and_why_is_said_beside_it():
    """With the month it is read from, and the last if it stands still."""
    pairs = [(490, 1000), (510, 1000)] * 12
    still = replace(BEGUN, to=Month(2018, 12))

    assert how_charted(judged("CP08", pairs, baselines=[BEGUN]))[1] == (
        "The expected range is read from January 2018 on. Begun anew by Ada, Head of Service, 3 May 2019: A new case system."
    )
    assert (
        "from January 2018 to December 2018, and stands still since."
        in how_charted(judged("CP08", pairs, baselines=[still]))[1]
    )


def test_too_few_months_since_a_beginning_says_since_when():
    """Seven months since October."""
    item = judged("CP08", [(490, 1000), (510, 1000)] * 12, baselines=[replace(BEGUN, begins=Month(2018, 10))])

    assert str(pattern_sentence(item)) == (
        "There are too few months since October 2018 to tell ordinary variation from a change."
    )


def test_what_is_charted_by_quarter_is_told_by_quarter():
    """Two of three a month: the quarter to March 2019, and April for itself."""
    item = judged("CP08", [(2, 3)] * 25, wanted=80)

    assert str(pattern_sentence(item)).startswith("January to March 2019 is inside its expected range of ")
    assert "quarter-to-quarter variation" in str(pattern_sentence(item))
    assert "in some quarters and missed in others" in str(pattern_sentence(item))
    assert str(finding(item)) == "67% in April 2019, off target; by quarter, inside its usual range"


def test_a_range_of_the_usual_month_is_told_where_the_month_had_fewer():
    """Half of thirty usually, five of six in April, and 99% wanted: the usual month does not reach it, and says so."""
    item = judged("CP08", [(15, 30)] * 24 + [(4, 6)], wanted=99)

    assert "The whole range of a usual month, " in str(pattern_sentence(item))
    edition = replace(april_2019(), indicators=(item,))
    for number in pattern_sentence(item).numbers:
        assert str(retold(number.source, edition)) == number.text
    for word in pattern_sentence(item).words:
        assert state_now(word.source, edition) == word.state


def test_what_goes_with_the_seasons_is_set_beside_last_year():
    """Contacts: the reason, and both Aprils."""
    item = judged("FD01", [(300, None), (310, None)] * 12 + [(305, None)])

    assert how_charted(item)[1] == (
        "Schools make many of the contacts, and few while they are closed. April 2019 was 305, and April 2018 was 300."
    )


def test_a_low_august_after_a_low_august_is_the_time_of_year():
    """And is not told as a change."""
    year = [(n, None) for n in (300, 304, 299, 302, 300, 303, 298, 301, 302, 299, 301)]
    item = judged("FD01", [*year, (150, None), *year, (150, None)], last=Month(2019, 8))

    assert "August 2019 is as the time of year brings; the expected range of the year is " in str(
        pattern_sentence(item)
    )
    assert how_charted(item)[1].endswith("so this is the time of year and not a change.")
