"""How the commands about targets speak."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.table import Table

from everychild import wording
from everychild.catalogue.indicator import Indicator
from everychild.cli.tell import out, say
from everychild.council import Target
from everychild.judgement.register import Registered, Standing
from everychild.judgement.targets import floor_in_words, number_in_words, target_in_words


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


def _review(row: Registered) -> str:
    if row.target.next_review is None:
        return ""
    said = wording.day(row.target.next_review)
    return f"Overdue since {said}" if row.review_overdue else said
