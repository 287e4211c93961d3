"""The next four weeks in sentences: what is known to fall due, and what it comes to if it is done in time or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from everychild import wording
from everychild.calendar import Month
from everychild.catalogue.indicator import Unit
from everychild.judgement.judged import Judged
from everychild.judgement.targets import thresholds_of
from everychild.measure.due import Ahead, Looking
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundNumber, Quantity, Source, bound, listed, said, sentences

NOT_KNOWN_AHEAD = Bound(
    ("What falls due in the next four weeks cannot be told: this is no share of work with a day to be done by.",)
)
REPORTS_TO_COME = (
    "Reports are recorded with the meeting they were written for, so those to meetings still to come are not known."
)


@dataclass(frozen=True)
class AheadInWords:
    """`known` is what is known, `comes_to` the two ends, `needed` what would meet the target."""

    known: Bound
    comes_to: Bound
    needed: Bound
    left_out: Bound

    @property
    def sentences(self) -> tuple[Bound, ...]:
        return tuple(told for told in (self.known, self.comes_to, self.needed, self.left_out) if told)


def ahead_in_words(item: Judged, ahead: Ahead, *, with_numbers: bool = True) -> AheadInWords:
    """What is known ahead of an indicator; without numbers, as a paper tells it that hides small ones."""
    nothing = Bound()
    if not ahead.considered:
        return AheadInWords(_nothing_known(item, ahead, with_numbers=with_numbers), nothing, nothing, nothing)
    if not with_numbers:
        known = said(
            "Of the work known on {known_on} and due by {last}: ",
            known_on=quantities.day(ahead.known_on),
            last=quantities.day(ahead.last),
        )
        ends = _ends(item, ahead, decimals=0)
        return AheadInWords(nothing, bound(known, ends.uncapitalised()), nothing, nothing)
    return AheadInWords(_known(item, ahead), _ends(item, ahead), needed_sentence(item, ahead), _left_out(ahead))


def ahead_sentence(item: Judged, ahead: Ahead, *, with_numbers: bool = True) -> Bound:
    """The same as one paragraph."""
    return sentences(ahead_in_words(item, ahead, with_numbers=with_numbers).sentences)


def needed_sentence(item: Judged, ahead: Ahead) -> Bound:
    """How many more in time would meet the target."""
    target = item.target
    if target is None or target.value is None:
        return Bound()
    wanted = quantities.target(item)
    needed = ahead.needed(target.value)
    if needed is None:
        return said("Even all of them would not meet the target of {target}.", target=wanted)
    if needed == 0:
        met = said("Even that would meet the target of {target}.", target=wanted)
        return met if ahead.to_do else Bound()
    if needed == ahead.to_do:
        return said("It takes all of them to meet the target of {target}.", target=wanted)
    number = number_ahead(item, ahead, NEEDED)
    return said(
        "{needed} of them in time would meet the target of {target}.", needed=number, target=wanted
    ).capitalised()


# Its numbers, each told here and nowhere else

MET, LOST, TO_DO, ALL, IF_ALL, IF_NONE, NEEDED, MEETINGS = (
    "met",
    "lost",
    "to_do",
    "considered",
    "if_all",
    "if_none",
    "needed",
    "meetings",
)
WHOLE = "_in_whole_per_cent"
"""Added to the name of an end that is told without decimals."""


def number_ahead(item: Judged, ahead: Ahead, which: str) -> BoundNumber:
    """One number of what lies ahead, by its name, bound to what was counted."""
    text, exact = _NUMBERS[which](item, ahead)
    source = Source(Quantity.AHEAD, item.ref, item.indicator.rule or "", month=Month.of(ahead.first) - 1, detail=which)
    return BoundNumber(text, source, exact)


def _written(item: Judged, value: Fraction | None, ahead: Ahead, decimals: int = 1) -> tuple[str, Fraction]:
    assert value is not None, "something is considered"
    against = thresholds_of(item.target, item.indicator.good)
    if not decimals:
        return wording.rounded(wording.to_whole(value, against)) + "%", value
    return wording.shown(value, Unit.PERCENT, against, ahead.considered), value


def _considered(item: Judged, ahead: Ahead) -> tuple[str, Fraction]:
    counted = item.indicator.of
    return wording.count(ahead.considered, counted.counted_in_one, counted.counted_in), Fraction(ahead.considered)


def _needed(item: Judged, ahead: Ahead) -> tuple[str, Fraction]:
    assert item.target is not None, "only asked of a target"
    assert item.target.value is not None, "and of one number"
    needed = ahead.needed(item.target.value) or 0
    return wording.in_words(needed), Fraction(needed)


_NUMBERS: Mapping[str, Callable[[Judged, Ahead], tuple[str, Fraction]]] = {
    MET: lambda item, ahead: (f"{ahead.met:,}", Fraction(ahead.met)),
    LOST: lambda item, ahead: (f"{ahead.lost:,}", Fraction(ahead.lost)),
    TO_DO: lambda item, ahead: (f"{ahead.to_do:,}", Fraction(ahead.to_do)),
    ALL: _considered,
    IF_ALL: lambda item, ahead: _written(item, ahead.if_all, ahead),
    IF_NONE: lambda item, ahead: _written(item, ahead.if_none, ahead),
    IF_ALL + WHOLE: lambda item, ahead: _written(item, ahead.if_all, ahead, 0),
    IF_NONE + WHOLE: lambda item, ahead: _written(item, ahead.if_none, ahead, 0),
    NEEDED: _needed,
    MEETINGS: lambda item, ahead: (wording.count(ahead.meetings or 0, "such meeting"), Fraction(ahead.meetings or 0)),
}


def _known(item: Judged, ahead: Ahead) -> Bound:
    met, lost, to_do = (number_ahead(item, ahead, which) for which in (MET, LOST, TO_DO))
    match ahead.looking:
        case Looking.DUE:
            places = (
                (ahead.met, met, "done in time already"),
                (ahead.lost, lost, "too late already"),
                (ahead.to_do, to_do, "still to do"),
            )
            split = listed(
                said("{number} {where}", number=number, where=where) for many, number, where in places if many
            )
            return said("{when}: {all}, {split}.", when=_when(ahead), all=number_ahead(item, ahead, ALL), split=split)
        case Looking.FINISHED:
            return said(
                "{when}: {to_do} open and due by then, {lost} overdue already or finished late, {met} finished in "
                "time.",
                when=_when(ahead),
                to_do=to_do,
                lost=lost,
                met=met,
            )
        case Looking.STANDING:
            return said(
                "{all}, as known on {known_on}: to be done by {last} for {to_do}, not due again until later for {met}.",
                all=number_ahead(item, ahead, ALL),
                known_on=quantities.day(ahead.known_on),
                last=quantities.day(ahead.last),
                to_do=to_do,
                met=met,
            )


def _when(ahead: Ahead) -> Bound:
    return said(
        "From {first} to {last}, as known on {known_on}",
        first=_first_day(ahead.first, ahead.last),
        last=quantities.day(ahead.last),
        known_on=quantities.day(ahead.known_on),
    )


def _first_day(first: date, last: date) -> BoundNumber:
    """Without the year, or the month, that the last day has too."""
    told = quantities.day(first)
    if first.year != last.year:
        return told
    text = str(first.day) if first.month == last.month else told.text.rsplit(" ", 1)[0]
    return BoundNumber(text, told.source)


def _ends(item: Judged, ahead: Ahead, decimals: int = 1) -> Bound:
    whole = "" if decimals else WHOLE
    best, worst = (number_ahead(item, ahead, which + whole) for which in (IF_ALL, IF_NONE))
    if not ahead.to_do:
        return said("That comes to {best}, whatever is done now.", best=best)
    if ahead.looking is Looking.STANDING:
        return said("If nothing more were done, {worst} would be in time that day.", worst=worst)
    return said("If all still to do are in time, {best}; if none, {worst}.", best=best, worst=worst)


def _meetings(item: Judged, ahead: Ahead) -> Bound:
    if ahead.meetings is None:
        return Bound()
    one = ahead.meetings == 1
    return said(
        "{meetings} still to be held {due} due by {last}: {needs} one.",
        meetings=number_ahead(item, ahead, MEETINGS),
        due="falls" if one else "fall",
        last=quantities.day(ahead.last),
        needs="it needs" if one else "each needs",
    )


def _left_out(ahead: Ahead) -> Bound:
    match ahead.looking:
        case Looking.DUE:
            return said("Work that begins, or begins again, after that day is not in it.")
        case Looking.FINISHED:
            return said("It takes all of these to be finished by then, and nothing that falls due later.")
        case Looking.STANDING:
            return said("Whoever joins or leaves after that day is not in it.")


def _nothing_known(item: Judged, ahead: Ahead, *, with_numbers: bool) -> Bound:
    if item.clock is not None and item.clock.backwards:
        return sentences((said(REPORTS_TO_COME), _meetings(item, ahead) if with_numbers else Bound()))
    return said("{when}: nothing is known to fall due.", when=_when(ahead))
