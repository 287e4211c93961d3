"""What came on to the list of areas and what left it, and what people decided, in sentences."""

from __future__ import annotations

from everychild import wording
from everychild.calendar import Month
from everychild.judgement.decisions import Decision, FlagDecision
from everychild.judgement.judged import Code, Judged
from everychild.judgement.the_list import Left, NoLonger
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundNumber, Quantity, Source, listed, said, sentences
from everychild.narrative.quantities import value_in_words
from everychild.narrative.sentences import REASONS


def left_sentence(left: Left) -> Bound:
    """Which reasons fell away from each indicator that had put it on the list, then and now."""
    return sentences(no_longer_sentence(one) for one in left.because)


def no_longer_sentence(one: NoLonger) -> Bound:
    then, now = one.then, one.now
    title = quantities.title(now)
    if now.figure.absent is not None:
        return said(
            "{title}: no figure this month ({because}), so there is nothing to judge.",
            title=title,
            because=quantities.value(now),
        )
    fell = listed(_reason(reason.code) for reason in one.fell_away)
    if fell:
        why = said("{fell} no longer {hold}", fell=fell, hold="holds" if len(one.fell_away) == 1 else "hold")
    elif now.is_small and not then.is_small:
        why = said("{small} now holds its points down", small=_reason(Code.N1))
    else:
        why = said("its reasons no longer come to enough points")
    return said(
        "{title}: {why}; {was} in {month_then}, {is_now} in {month} ({points_then} then, {points} now).",
        title=title,
        why=why,
        was=value_in_words(then),
        month_then=_month_name(then),
        is_now=value_in_words(now),
        month=_month_name(now),
        points_then=quantities.points(then),
        points=_points_without_unit(now),
    )


def _reason(code: Code) -> Bound:
    """ "T1 (off target)": its name is a rule of ours."""
    return said(
        "{code} ({meaning})", code=quantities.of_rule(code.value, f"reason {code.value}"), meaning=REASONS[code]
    )


def _month_name(item: Judged) -> BoundNumber:
    month: Month = item.figure.as_at
    return BoundNumber(wording.month_name(month), Source(Quantity.MONTH, month=month))


def _points_without_unit(item: Judged) -> BoundNumber:
    told = quantities.points(item)
    return BoundNumber(str(item.points), told.source, told.exact)


def decision_sentence(decided: FlagDecision | None) -> Bound:
    """Who decided what, when and why; or that nobody has."""
    if decided is None:
        return said("Not confirmed yet.")
    return said(
        "{decision} by {by}{role} on {day}{because}.",
        decision=_words(decided, "decision", decided.decision.in_words),
        by=_words(decided, "by", decided.by),
        role=said(", {role},", role=_words(decided, "role", decided.role)) if decided.role else Bound(),
        day=quantities.day(decided.at.date()),
        because=_because(decided),
    )


def earlier_sentence(decided: FlagDecision | None) -> Bound:
    """The note that an earlier edition of the month leaves; nothing where it leaves none."""
    if decided is None:
        return Bound()
    return said(
        "In edition {edition} {by} {did} on {day}{because}.",
        edition=_words(decided, "edition", str(decided.edition)),
        by=_words(decided, "by", decided.by),
        did="confirmed it" if decided.decision is Decision.CONFIRMED else "took it off the list",
        day=quantities.day(decided.at.date()),
        because=_because(decided),
    )


def _because(decided: FlagDecision) -> Bound:
    reason = decided.reason.rstrip(".")
    return said(": {reason}", reason=_words(decided, "reason", reason)) if reason else Bound()


def _words(decided: FlagDecision, which: str, text: str) -> BoundNumber:
    """Somebody’s own words, or name: bound to the decision they stand in, whatever numbers they hold."""
    return BoundNumber(text, Source(Quantity.DECISION, detail=f"{decided.area} edition {decided.edition} {which}"))
