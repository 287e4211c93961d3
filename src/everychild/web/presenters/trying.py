"""What a load would move and how it differs from last time, in words that are kept with the piece of work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from everychild import wording
from everychild.narrative import at_a_glance
from everychild.trial import Difference, Move, Moves
from everychild.web.presenters.figures import of_in_words, value_text
from everychild.web.presenters.marks import mark_of


def differences_told(differences: Sequence[Difference]) -> list[dict[str, Any]]:
    """A row a list, those that are not as usual first."""
    return [
        {
            "list": wording.sentence(one.record.replace("_", " ")),
            "rows": wording.rounded(one.rows),
            "last_time": wording.NOTHING if one.last_time is None else wording.rounded(one.last_time),
            "new": wording.rounded(one.children_new),
            "gone": wording.rounded(one.children_gone),
            "renamed": wording.rounded(one.children_renamed),
            "is_renamed": one.children_renamed > 0,
            "remark": _remark(one),
        }
        for one in sorted(differences, key=lambda one: not one.is_unusual)
    ]


def moves_told(moves: Moves) -> dict[str, Any]:
    month = wording.month(moves.month)
    return {
        "heading": f"What they would move in {month}",
        "says": _says(moves, month),
        "rows": [_row(move) for move in moves.moved],
        "next": "" if moves.next_month is None else _next(moves),
    }


def _says(moves: Moves, month: str) -> str:
    if not moves.moved:
        return f"Nothing: closed again with these files, {month} would say what edition {moves.edition} says."
    said = (
        f"Closed again with these files, {month} would tell "
        f"{wording.count(len(moves.moved), 'indicator')} otherwise than edition {moves.edition} does."
    )
    for titles, verb in ((moves.would_come, "come on to"), (moves.would_leave, "leave")):
        if titles:
            said += f" {wording.sentence(wording.listed(titles))} would {verb} the list of areas for improvement."
    return said


def _next(moves: Moves) -> str:
    assert moves.next_month is not None, "asked above"
    return f"{wording.month(moves.next_month.as_at)} could be closed, and would say: {at_a_glance(moves.next_month)}"


def _row(move: Move) -> dict[str, str]:
    was, now = mark_of(move.was).words, mark_of(move.would_be).words
    return {
        "ref": move.was.ref,
        "title": move.was.title,
        "was": _figure(move.was),
        "would_be": _figure(move.would_be),
        "status": was if was == now else f"{was}, and would be {now[:1].lower()}{now[1:]}",
    }


def _figure(item: Any) -> str:
    counted = of_in_words(item)
    return f"{value_text(item)}{f' ({counted})' if counted else ''}"


def _remark(one: Difference) -> str:
    if one.usual is None:
        return "Not loaded before"
    if one.is_unusual:
        return f"Unusual: the last loads held about {wording.rounded(one.usual)}"
    return "As usual"
