"""What came on to the list of areas and what left it, and what people decided, in sentences."""

from __future__ import annotations

from everychild import wording
from everychild.judgement.decisions import Decision, FlagDecision
from everychild.judgement.judged import Code
from everychild.judgement.the_list import Left, NoLonger
from everychild.narrative.quantities import value_in_words
from everychild.narrative.sentences import REASONS


def left_sentence(left: Left) -> str:
    """Which reasons fell away from each indicator that had put it on the list, then and now."""
    return " ".join(no_longer_sentence(one) for one in left.because)


def no_longer_sentence(one: NoLonger) -> str:
    then, now = one.then, one.now
    if now.figure.absent is not None:
        because = now.figure.absent.in_words.lower()
        return f"{now.title}: no figure this month ({because}), so there is nothing to judge."
    months = [wording.month_name(item.figure.as_at) for item in (then, now)]
    was, is_now = str(value_in_words(then)), str(value_in_words(now))
    fell = wording.listed(f"{reason.code.value} ({REASONS[reason.code]})" for reason in one.fell_away)
    if fell:
        why = f"{fell} no longer {'holds' if len(one.fell_away) == 1 else 'hold'}"
    elif now.is_small and not then.is_small:
        why = f"{Code.N1.value} ({REASONS[Code.N1]}) now holds its points down"
    else:
        why = "its reasons no longer come to enough points"
    points = f"{wording.count(then.points, 'point')} then, {now.points} now"
    return f"{now.title}: {why}; {was} in {months[0]}, {is_now} in {months[1]} ({points})."


def decision_sentence(said: FlagDecision | None) -> str:
    """Who decided what, when and why; or that nobody has."""
    if said is None:
        return "Not confirmed yet."
    role = f", {said.role}," if said.role else ""
    because = f": {said.reason.rstrip('.')}" if said.reason else ""
    return f"{said.decision.in_words} by {said.by}{role} on {wording.day(said.at.date())}{because}."


def earlier_sentence(said: FlagDecision | None) -> str:
    """The note that an earlier edition of the month leaves; nothing where it leaves none."""
    if said is None:
        return ""
    did = "confirmed it" if said.decision is Decision.CONFIRMED else "took it off the list"
    because = f": {said.reason.rstrip('.')}" if said.reason else ""
    return f"In edition {said.edition} {said.by} {did} on {wording.day(said.at.date())}{because}."
