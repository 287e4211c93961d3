"""How the commands about targets speak."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.table import Table

from everychild import wording
from everychild.catalogue.indicator import Indicator
from everychild.cli.tell import out, say
from everychild.council import Target
from everychild.judgement.preview import Preview
from everychild.judgement.register import Registered, Standing
from everychild.judgement.status import Status
from everychild.judgement.targets import floor_in_words, number_in_words, target_in_words
from everychild.narrative.quantities import value_in_words


def register(found: Sequence[Registered], on: date) -> None:
    """The register, a line a row."""
    table = Table(
        "", "Indicator", "Target", "Close", "Set by", "Since", "Standing", "Review", box=None, header_style="bold"
    )
    for row in found:
        target = row.target
        floor = floor_in_words(target, row.indicator)
        table.add_row(
            row.indicator.ref,
            row.indicator.title_for({}),
            target_in_words(target, row.indicator) + (f"; {floor}" if floor else ""),
            f"within {number_in_words(target.tolerance, row.indicator).removesuffix('%')}",
            f"{target.who} ({target.set_by.value})" + (f": {target.source}" if target.source else ""),
            wording.day(target.since),
            row.standing.in_words + (f" until {wording.day(row.until)}" if row.until else ""),
            _review(row),
        )
    if found:
        out.print(table)
    counts = [f"{sum(row.standing is standing for row in found)} {standing.in_words.lower()}" for standing in Standing]
    overdue = wording.count(sum(row.review_overdue for row in found), "review")
    say(f"On {wording.day(on)}: {wording.listed(counts)}; {overdue} overdue.")


def was_set(target: Target, indicator: Indicator, settings: str) -> str:
    floor = floor_in_words(target, indicator)
    return (
        f"{indicator.ref} has a target of {target_in_words(target, indicator)}{f', {floor},' if floor else ''} from "
        f"{wording.day(target.since)}. It was added to {settings}; nothing else in it was changed. Months closed "
        "already keep the target they were judged by."
    )


def previewed(found: Preview) -> None:
    """Month by month, then the counts, then this month's flags."""
    item = found.before
    table = Table(
        "Month", "Figure", "Target then", "Was", "Target tried", "Would be", "", box=None, header_style="bold"
    )
    for month in found.months:
        table.add_row(
            wording.month(month.figure.as_at),
            str(value_in_words(item, month.figure)),
            target_in_words(month.target, item.indicator) if month.target else wording.NOTHING,
            month.status.in_words,
            target_in_words(month.proposed, item.indicator) if month.proposed else wording.NOTHING,
            month.would_be.in_words,
            "" if month.would_be is month.status else "changed",
        )
    out.print(table)
    for status in (Status.ON_TARGET, Status.CLOSE, Status.OFF_TARGET):
        say(f"{status.in_words}: {found.would_be(status)} of {len(found.months)} months; it was {found.was(status)}.")
    as_at = wording.month(item.figure.as_at)
    say(f"{wording.count(len(found.flags), 'indicator')} would have other reasons in {as_at}.")
    for change in found.flags:
        points = f"{wording.count(change.after.points, 'point')}, {change.before.points} as it was"
        say(f"   {change.after.ref} {change.after.title}: {points}.")
        for sign, reasons in (("+", change.gained), (wording.MINUS, change.lost)):
            for reason in reasons:
                say(f"     {sign} {reason.code} ({reason.points}): {reason.sentence}")
    for word, areas in (("would come on to the list", found.came), ("would leave the list", found.left)):
        for area in areas:
            say(f"   {area.area.title} {word}.")
    say("Nothing was written.")


def _review(row: Registered) -> str:
    if row.target.next_review is None:
        return ""
    said = wording.day(row.target.next_review)
    return f"Overdue since {said}" if row.review_overdue else said
