"""What others publish beside a figure of ours, in sentences; every number with its year, and chance said aloud."""

from __future__ import annotations

from fractions import Fraction

from everychild import wording
from everychild.comparators.areas import ended
from everychild.comparators.beside import Band, Beside, Funnel, Line, Neighbours, Ours, Standing
from everychild.comparators.published import State
from everychild.comparators.series import Told
from everychild.judgement.chance import ALARM
from everychild.measure.figure import Window
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundNumber, BoundWord, Quantity, Source, listed, said, sentences


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


def time_of_ours(ours: Ours) -> BoundNumber:
    """The same, bound to the figure."""
    figure = ours.figure
    source = Source(Quantity.OURS_COMPARED, ref=figure.ref, window=figure.window, month=figure.as_at, detail="time")
    return BoundNumber(when_ours(ours), source)


def ours_in_words(ours: Ours, text: str, exact: Fraction | None) -> BoundNumber:
    """Our own figure as it is compared, which may be a rate and not what the indicator itself is told in."""
    figure = ours.figure
    source = Source(Quantity.OURS_COMPARED, ref=figure.ref, window=figure.window, month=figure.as_at, detail="value")
    return BoundNumber(text, source, exact)


def others_sentence(beside: Beside) -> Bound:
    """ "In the year to 31 March 2019: England 78.7%, South East 74.6%, and the middle of ten neighbours 80.1%." """
    told, when = beside.series.told, beside.series.when
    lines = [("England", beside.england)]
    if beside.region is not None:
        lines.append((beside.region.name, beside.region))
    parts = [
        said(
            "{name} {value}",
            name=_of_others(name, beside, "name"),
            value=_of_others(published_in_words(line, told), beside, line.area, line.value),
        )
        for name, line in lines
    ]
    if beside.neighbours is not None and beside.neighbours.median is not None:
        middle = number_in_words(beside.neighbours.median, told)
        value = _of_others(middle, beside, beside.neighbours.model.name, beside.neighbours.median)
        parts.append(said("the middle of statistical neighbours {value}", value=value))
    return said(
        "{at} {time}: {parts}{told_in}.",
        at="At" if when.is_as_at else "In the",
        time=_of_others(when.in_words(beside.year), beside, "time"),
        parts=listed(parts),
        told_in=_of_others(told_in(told), beside, "told in"),
    )


def comparable_sentence(beside: Beside) -> Bound:
    """Whether like is compared with like."""
    because = _of_others(beside.comparison.because, beside, "comparison")
    if beside.comparison.is_comparable:
        return said("Comparable. {because}", because=because)
    return said("Not comparable, because {because}. It is the nearest figure published.", because=because)


def standing_sentence(beside: Beside) -> Bound:
    """Where we lie, as far as chance lets it be said; nothing where that is not the question."""
    standing = beside.standing
    if standing is None:
        return Bound()
    if standing is Standing.WITHIN_CHANCE:
        return said(
            "{ours}, so it is given no place among councils.",
            ours=_standing(beside, "Ours differs from England’s by no more than chance would bring"),
        )
    higher = standing in (Standing.HIGHER, Standing.MUCH_HIGHER)
    much = standing in (Standing.MUCH_HIGHER, Standing.MUCH_LOWER)
    rarely = "one council in five hundred" if much else "one council in twenty"
    told = said(
        "Ours is {higher} than England’s by more than chance would bring to {rarely}.",
        higher=_standing(beside, "higher" if higher else "lower"),
        rarely=_standing(beside, rarely),
    )
    bands = {
        Band.HIGHEST: "in the highest quarter",
        Band.MIDDLE: "in the middle half",
        Band.LOWEST: "in the lowest quarter",
    }
    if beside.band is None:
        return told
    place = said(
        "It lies {band} of the {how_many} councils known.",
        band=_standing(beside, bands[beside.band]),
        how_many=_of_others(str(beside.how_many_ranked), beside, "councils known", Fraction(beside.how_many_ranked)),
    )
    return sentences((told, place))


def neighbours_sentence(neighbours: Neighbours) -> Bound:
    """Which model, whether it was in force, and how many of the ten are known."""
    force = "" if neighbours.is_in_force else ", the earliest held: another was in force at that time"
    middle = "" if neighbours.median is not None else ", too few to tell a middle"
    where = f"neighbours by {neighbours.model.name}"
    return said(
        "Statistical neighbours by {model}{force}. {known} of its {all} neighbours are known{middle}.",
        model=quantities.published(neighbours.model.name, where),
        force=force,
        known=quantities.published(str(neighbours.known), where, Fraction(neighbours.known)),
        all=quantities.published(str(len(neighbours.lines)), where, Fraction(len(neighbours.lines))),
        middle=middle,
    )


def time_sentence(beside: Beside) -> Bound:
    """The yearly caveat: which of our figures stands beside theirs."""
    ours = beside.ours
    if ours is None or ours.value is None:
        return said("Ours is not told in the same way for that time, so it is not set beside theirs.")
    if ours.is_same_time:
        return said("Theirs is published once a year; ours is for the same time.")
    return said(
        "Theirs is published once a year; ours is for the nearest time of the same kind held: {when}.",
        when=time_of_ours(ours),
    )


def began_sentence(beside: Beside) -> Bound:
    if beside.began_on is None:
        return Bound()
    return said(
        "This council’s area began on {day}; earlier figures are of the councils before it.",
        day=quantities.published(wording.day(beside.began_on), "areas and when they began"),
    )


def funnel_finding(beside: Beside, funnel: Funnel) -> Bound:
    """What the funnel shows: its title and its text alternative."""
    standing = {
        None: "ours beside England’s",
        Standing.WITHIN_CHANCE: "ours is where chance alone could put it",
        Standing.HIGHER: "ours is higher than chance would usually bring",
        Standing.LOWER: "ours is lower than chance would usually bring",
        Standing.MUCH_HIGHER: "ours is higher than chance would bring",
        Standing.MUCH_LOWER: "ours is lower than chance would bring",
    }[beside.standing]
    return said(
        "{title}: {standing}",
        title=_of_others(beside.series.title, beside, "title"),
        standing=_standing(beside, standing),
    )


def funnel_sentence(funnel: Funnel) -> Bound:
    """How to read it, and what it cannot say."""
    how = said(
        "Inside the inner lines, a difference from England is no more than chance would bring to {most} councils "
        "in {all}.",
        most=quantities.of_rule("19", "chance: the inner lines"),
        all=quantities.of_rule("20", "chance: the inner lines"),
    )
    if not funnel.dots:
        return sentences((how, "Other councils appear when their published figures have been loaded."))
    outside = said(
        "{outside} of {all} lie outside the outer lines, where chance puts one in {alarm}: councils differ by more "
        "than chance, and lying outside is a question, not a verdict.",
        outside=quantities.published(wording.count(funnel.outside, "council"), "funnel", Fraction(funnel.outside)),
        all=quantities.published(f"{len(funnel.dots):,}", "funnel", Fraction(len(funnel.dots))),
        alarm=quantities.of_rule(str(round(1 / (1 - ALARM))), "chance: the outer lines"),
    )
    return sentences((how, outside))


def sources_sentence(beside: Beside) -> Bound:
    """Whose releases the numbers stand in."""
    vintages = dict.fromkeys(
        line.known.release.vintage for line in (beside.england, beside.region) if line is not None and line.known
    )
    return said("Source: {vintages}.", vintages=listed(_of_others(text, beside, "vintage") for text in vintages))


def _of_others(text: str, beside: Beside, what: str, exact: Fraction | None = None) -> BoundNumber:
    return quantities.published(text, f"{beside.series.name}, {beside.year}, {what}", exact)


def _standing(beside: Beside, text: str) -> BoundWord:
    """Words that hold while ours stands so beside England’s."""
    ref = beside.comparison.ref
    return BoundWord(
        text, Source(Quantity.STANDING, ref=ref, detail=beside.series.name), state=str(beside.standing or "")
    )
