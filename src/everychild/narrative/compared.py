"""What others publish beside a figure of ours, in sentences; every number with its year, and chance said aloud."""

from __future__ import annotations

from fractions import Fraction

from everychild import wording
from everychild.comparators.areas import ended
from everychild.comparators.beside import Band, Beside, Funnel, Line, Neighbours, Ours, Standing
from everychild.comparators.chance import ALARM
from everychild.comparators.published import State
from everychild.comparators.series import Told
from everychild.measure.figure import Window


def published_in_words(line: Line, told: Told) -> str:
    """ "78.7%", "553.7", or why there is no number."""
    gone = ended(line.area)
    if gone is not None and line.value is None:
        return f"No such council since {wording.day(gone.on)}"
    if line.known is None:
        return State.NOT_GIVEN.in_words
    return line.known.told.in_words if isinstance(line.known.told, State) else number_in_words(line.known.told, told)


def number_in_words(value: Fraction, told: Told) -> str:
    return wording.percentage(value) if told is Told.PERCENT else wording.rounded(value, 1)


def told_in(told: Told) -> str:
    """What a number that is no percentage is told in, to follow it."""
    return "" if told is Told.PERCENT else f" {told.in_words}"


def when_ours(ours: Ours) -> str:
    """The time our own figure is of."""
    figure = ours.figure
    if figure.window is Window.FINANCIAL_YEAR:
        return f"year to {wording.day(figure.as_at.last_day)}"
    if figure.window is Window.ROLLING_12:
        return f"12 months to {wording.month(figure.as_at)}"
    return wording.day(figure.as_at.last_day)


def others_sentence(beside: Beside) -> str:
    """ "In the year to 31 March 2019: England 78.7%, South East 74.6%, and the middle of ten neighbours 80.1%." """
    told = beside.series.told
    when = beside.series.when
    said = [f"England {published_in_words(beside.england, told)}"]
    if beside.region is not None:
        said.append(f"{beside.region.name} {published_in_words(beside.region, told)}")
    if beside.neighbours is not None and beside.neighbours.median is not None:
        said.append(f"the middle of statistical neighbours {number_in_words(beside.neighbours.median, told)}")
    time = f"{'At' if when.is_as_at else 'In the'} {when.in_words(beside.year)}"
    return f"{time}: {wording.listed(said)}{told_in(told)}."


def comparable_sentence(beside: Beside) -> str:
    """Whether like is compared with like."""
    if beside.comparison.is_comparable:
        return f"Comparable. {beside.comparison.because}"
    return f"Not comparable, because {beside.comparison.because}. It is the nearest figure published."


def standing_sentence(beside: Beside) -> str:
    """Where we lie, as far as chance lets it be said; nothing where that is not the question."""
    if beside.standing is None:
        return ""
    if beside.standing is Standing.WITHIN_CHANCE:
        return "Ours differs from England’s by no more than chance would bring, so it is given no place among councils."
    higher = beside.standing in (Standing.HIGHER, Standing.MUCH_HIGHER)
    much = beside.standing in (Standing.MUCH_HIGHER, Standing.MUCH_LOWER)
    rarely = "one council in five hundred" if much else "one council in twenty"
    said = f"Ours is {'higher' if higher else 'lower'} than England’s by more than chance would bring to {rarely}."
    bands = {
        Band.HIGHEST: "in the highest quarter",
        Band.MIDDLE: "in the middle half",
        Band.LOWEST: "in the lowest quarter",
    }
    if beside.band is None:
        return said
    return f"{said} It lies {bands[beside.band]} of the {beside.how_many_ranked} councils known."


def neighbours_sentence(neighbours: Neighbours) -> str:
    """Which model, whether it was in force, and how many of the ten are known."""
    out_of = f"{neighbours.known} of its {len(neighbours.lines)} neighbours are known"
    force = "" if neighbours.is_in_force else ", the earliest held: another was in force at that time"
    middle = "" if neighbours.median is not None else ", too few to tell a middle"
    return f"Statistical neighbours by {neighbours.model.name}{force}. {out_of}{middle}."


def time_sentence(beside: Beside) -> str:
    """The yearly caveat: which of our figures stands beside theirs."""
    ours = beside.ours
    if ours is None or ours.value is None:
        return "Ours is not told in the same way for that time, so it is not set beside theirs."
    if ours.is_same_time:
        return "Theirs is published once a year; ours is for the same time."
    return f"Theirs is published once a year; ours is for the nearest time of the same kind held: {when_ours(ours)}."


def began_sentence(beside: Beside) -> str:
    if beside.began_on is None:
        return ""
    return (
        f"This council’s area began on {wording.day(beside.began_on)}; earlier figures are of the councils before it."
    )


def funnel_finding(beside: Beside, funnel: Funnel) -> str:
    """What the funnel shows: its title and its text alternative."""
    title = beside.series.title
    standing = {
        None: "ours beside England’s",
        Standing.WITHIN_CHANCE: "ours is where chance alone could put it",
        Standing.HIGHER: "ours is higher than chance would usually bring",
        Standing.LOWER: "ours is lower than chance would usually bring",
        Standing.MUCH_HIGHER: "ours is higher than chance would bring",
        Standing.MUCH_LOWER: "ours is lower than chance would bring",
    }[beside.standing]
    return f"{title}: {standing}"


def funnel_sentence(funnel: Funnel) -> str:
    """How to read it, and what it cannot say."""
    how = "Inside the inner lines, a difference from England is no more than chance would bring to 19 councils in 20"
    if not funnel.dots:
        return f"{how}. Other councils appear when their published figures have been loaded."
    return (
        f"{how}. {wording.count(funnel.outside, 'council')} of {len(funnel.dots):,} lie outside the outer lines, where "
        f"chance puts one in {round(1 / (1 - ALARM))}: councils differ by more than chance, and lying outside is a "
        "question, not a verdict."
    )
