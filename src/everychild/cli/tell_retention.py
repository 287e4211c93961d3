"""How long things are kept, what was deleted and what is held of a child, in words and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from everychild import wording
from everychild.cli.tell import note, say
from everychild.journal.holds import Hold
from everychild.safekeeping.due import Plan, Standing
from everychild.safekeeping.purge import Purged


def retention(found: Plan) -> None:
    for one in found.standing:
        line = one.line
        for_how_long = f"{line.months} months from {line.counted_from}" if line.months else "for good"
        say(f"{line.title}: {for_how_long}.")
        say(f"    {line.holds[:1].upper()}{line.holds[1:]}.")
        say(f"    {_numbers(one)}")
        whose = "The council’s own schedule" if line.is_councils_own else "Everychild’s own proposal"
        say(f"    {whose}: {line.source}.")
    say(WHAT_THE_COUNCIL_SAYS)
    holds(found.holds)
    say(_what_next(found))


WHAT_THE_COUNCIL_SAYS = (
    "What the council’s own schedule says is written in retention.toml in the home: months and source."
)


def _numbers(one: Standing) -> str:
    told = [f"{one.due:,} due"] if one.due else []
    told += [f"{one.on_hold:,} due and on hold"] if one.on_hold else []
    told += [f"{one.not_due:,} not due"] if one.not_due else []
    since = f"; the oldest of {wording.day(one.oldest)}" if one.oldest else ""
    return f"{', '.join(told) or 'None held'}{since}."


def looked_at(found: Plan) -> None:
    """What a purge would take, before anybody confirms it."""
    for one in found.standing:
        if one.due or one.on_hold:
            say(f"{one.line.title}: {_numbers(one)}")
    _see_less(found)
    say(_what_next(found))


def _see_less(found: Plan) -> None:
    """By name: what is told afterwards of a shorter past, so that nobody takes a change of records for one of work."""
    if found.see_less:
        say("From the next closing on these look back over less, and say so:")
    for one in found.see_less:
        now = wording.day(one.now_from)
        then = f"{wording.day(one.then_from)}, not {now}" if one.then_from else "nothing; now it is " + now
        say(f"    {one.indicator.ref}  {one.indicator.title}: back to {then}.")


def _what_next(found: Plan) -> str:
    if found.is_empty:
        return "Nothing is due that may go."
    return f'To delete what is due: everychild purge --confirm {found.key} --who "Your name" --why "Your reason"'


def purged(done: Purged) -> None:
    say(f"Deletion {done.number}: {len(done.plan.files):,} files are gone, from the home and from every backup.")
    for kind, rows in sorted(done.plan.rows.items()):
        say(f"{rows:>7,}  {kind.replace('_', ' ')}: words or rows taken out of the journal")
    if done.plan.backups:
        say(f"{done.plan.backups:>7,}  backups can no longer be opened")
    say("Closed months keep their figures.")
    _see_less(done.plan)
    for told in done.to_know:
        note(told)


def holds(found: Sequence[Hold]) -> None:
    if not found:
        say("No hold stands.")
    for one in found:
        of = f"case {one.child_id}" if one.child_id else "everything"
        say(
            f"Hold {one.number} on {of}, by {one.who} on {wording.day(one.at.date())}: {one.why} To be looked at on "
            f"{wording.day(one.review_on)}."
        )


def plan_shape(found: Plan) -> dict[str, Any]:
    return {
        "on": found.on.isoformat(),
        "schedule": [
            {
                "name": one.line.kept.value,
                "title": one.line.title,
                "months": one.line.months,
                "counted_from": one.line.counted_from,
                "source": one.line.source,
                "is_councils_own": one.line.is_councils_own,
                "due": one.due,
                "on_hold": one.on_hold,
                "not_due": one.not_due,
                "oldest": one.oldest.isoformat() if one.oldest else None,
            }
            for one in found.standing
        ],
        "files": len(found.files),
        "rows": dict(found.rows),
        "backups": found.backups,
        "see_less": [
            {
                "ref": one.indicator.ref,
                "now_from": one.now_from.isoformat(),
                "then_from": one.then_from.isoformat() if one.then_from else None,
            }
            for one in found.see_less
        ],
        "holds": [hold_shape(one) for one in found.holds],
        "key": found.key,
    }


def purged_shape(done: Purged) -> dict[str, Any]:
    return {"deletion": done.number, "to_know": list(done.to_know), **plan_shape(done.plan)}


def hold_shape(one: Hold) -> dict[str, Any]:
    return {
        "number": one.number,
        "child": one.child_id or None,
        "who": one.who,
        "why": one.why,
        "review_on": one.review_on.isoformat(),
        "at": one.at.isoformat(),
    }
