"""The next four weeks in sentences: what is known to fall due, and what it comes to if it is done in time or not."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from everychild import wording
from everychild.catalogue.indicator import Unit
from everychild.judgement.judged import Judged
from everychild.judgement.targets import target_in_words, thresholds_of
from everychild.measure.due import Ahead, Looking

NOT_KNOWN_AHEAD = (
    "What falls due in the next four weeks cannot be told: this is no share of work with a day to be done by."
)
REPORTS_TO_COME = (
    "Reports are recorded with the meeting they were written for, so those to meetings still to come are not known."
)


@dataclass(frozen=True)
class AheadInWords:
    """`known` is what is known, `comes_to` the two ends, `needed` what would meet the target."""

    known: str
    comes_to: str
    needed: str
    left_out: str

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(said for said in (self.known, self.comes_to, self.needed, self.left_out) if said)


def ahead_in_words(item: Judged, ahead: Ahead, *, with_numbers: bool = True) -> AheadInWords:
    """What is known ahead of an indicator; without numbers, as a paper tells it that hides small ones."""
    if not ahead.considered:
        return AheadInWords(_nothing_known(item, ahead, with_numbers=with_numbers), "", "", "")
    if not with_numbers:
        known = f"Of the work known on {wording.day(ahead.known_on)} and due by {wording.day(ahead.last)}"
        ends = _ends(item, ahead, decimals=0)
        return AheadInWords("", f"{known}: {ends[:1].lower()}{ends[1:]}", "", "")
    return AheadInWords(_known(item, ahead), _ends(item, ahead), needed_sentence(item, ahead), _left_out(ahead))


def ahead_sentence(item: Judged, ahead: Ahead, *, with_numbers: bool = True) -> str:
    """The same as one paragraph."""
    return " ".join(ahead_in_words(item, ahead, with_numbers=with_numbers).sentences)


def needed_sentence(item: Judged, ahead: Ahead) -> str:
    """How many more in time would meet the target."""
    target = item.target
    if target is None or target.value is None:
        return ""
    said = target_in_words(target, item.indicator)
    needed = ahead.needed(target.value)
    if needed is None:
        return f"Even all of them would not meet the target of {said}."
    if needed == 0:
        return f"Even that would meet the target of {said}." if ahead.to_do else ""
    if needed == ahead.to_do:
        return f"It takes all of them to meet the target of {said}."
    return f"{wording.sentence(wording.in_words(needed))} of them in time would meet the target of {said}."


def _known(item: Judged, ahead: Ahead) -> str:
    counted = item.indicator.of.counted_in
    match ahead.looking:
        case Looking.DUE:
            places = (
                (ahead.met, "done in time already"),
                (ahead.lost, "too late already"),
                (ahead.to_do, "still to do"),
            )
            split = wording.listed(f"{number:,} {where}" for number, where in places if number)
            one = item.indicator.of.counted_in_one
            return f"{_when(ahead)}: {wording.count(ahead.considered, one, counted)}, {split}."
        case Looking.FINISHED:
            return (
                f"{_when(ahead)}: {ahead.to_do:,} open and due by then, {ahead.lost:,} overdue already or finished "
                f"late, {ahead.met:,} finished in time."
            )
        case Looking.STANDING:
            return (
                f"{wording.count(ahead.considered, item.indicator.of.counted_in_one, counted)}, as known on "
                f"{wording.day(ahead.known_on)}: to be done by {wording.day(ahead.last)} for {ahead.to_do:,}, not due "
                f"again until later for {ahead.met:,}."
            )


def _when(ahead: Ahead) -> str:
    since = wording.day(ahead.first) if ahead.first.year != ahead.last.year else _without_year(ahead)
    return f"From {since} to {wording.day(ahead.last)}, as known on {wording.day(ahead.known_on)}"


def _without_year(ahead: Ahead) -> str:
    if (ahead.first.year, ahead.first.month) == (ahead.last.year, ahead.last.month):
        return str(ahead.first.day)
    return wording.day(ahead.first).rsplit(" ", 1)[0]


def _ends(item: Judged, ahead: Ahead, decimals: int = 1) -> str:
    assert ahead.if_all is not None, "something is considered"
    assert ahead.if_none is not None, "something is considered"
    if not ahead.to_do:
        return f"That comes to {_written(item, ahead.if_all, ahead, decimals)}, whatever is done now."
    if ahead.looking is Looking.STANDING:
        return f"If nothing more were done, {_written(item, ahead.if_none, ahead, decimals)} would be in time that day."
    best, worst = (_written(item, value, ahead, decimals) for value in (ahead.if_all, ahead.if_none))
    return f"If all still to do are in time, {best}; if none, {worst}."


def _meetings(ahead: Ahead) -> str:
    if ahead.meetings is None:
        return ""
    due = "falls" if ahead.meetings == 1 else "fall"
    needs = "it needs" if ahead.meetings == 1 else "each needs"
    how_many = wording.count(ahead.meetings, "such meeting")
    return f" {how_many} still to be held {due} due by {wording.day(ahead.last)}: {needs} one."


def _written(item: Judged, value: Fraction, ahead: Ahead, decimals: int) -> str:
    against = thresholds_of(item.target, item.indicator.good)
    if not decimals:
        return wording.rounded(wording.to_whole(value, against)) + "%"
    return wording.shown(value, Unit.PERCENT, against, ahead.considered)


def _left_out(ahead: Ahead) -> str:
    match ahead.looking:
        case Looking.DUE:
            return "Work that begins, or begins again, after that day is not in it."
        case Looking.FINISHED:
            return "It takes all of these to be finished by then, and nothing that falls due later."
        case Looking.STANDING:
            return "Whoever joins or leaves after that day is not in it."


def _nothing_known(item: Judged, ahead: Ahead, *, with_numbers: bool) -> str:
    if item.clock is not None and item.clock.backwards:
        return f"{REPORTS_TO_COME}{_meetings(ahead) if with_numbers else ''}"
    return f"{_when(ahead)}: nothing is known to fall due."
