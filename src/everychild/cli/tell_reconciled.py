"""Sources held against each other, at the command line: what differs, what agrees, what nothing can be held against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table

from everychild import wording
from everychild.cli import tell
from everychild.reconciliation.telling import NOTHING_TO_COMPARE_WITH

if TYPE_CHECKING:
    from everychild.calendar import Month
    from everychild.reconciliation.summary import AtMonthEnd, Summary, TwoSources


def summary(found: Summary, month: Month) -> None:
    _pairs(found.pairs)
    for each in found.at_month_end:
        tell.say(_at_month_end(each))
    for figure in found.stated:
        if figure.because:
            tell.say(f"{figure.title}: {NOTHING_TO_COMPARE_WITH}. {figure.because}")
        else:
            tell.say(
                f"{figure.title}: {wording.count(figure.rows, 'row')} held against {figure.of_events}, "
                f"{figure.otherwise:,} otherwise."
            )
    for pair in found.of_other_days:
        tell.say(f"{pair.kind}: {NOTHING_TO_COMPARE_WITH}; {pair.one} and {pair.other} tell of different days.")
    for one in found.alone:
        tell.say(f"{one.kind}: {NOTHING_TO_COMPARE_WITH}; told by {one.source} alone.")
    if not found.is_anything_compared:
        tell.say(f"Nothing was compared: no two sources that are loaded tell of the same for {wording.month(month)}.")
        return
    tell.say(f"{wording.count(found.differing, 'difference')} in the twelve months to {wording.month(month)}.")


def rows(found: Sequence[dict[str, Any]]) -> None:
    """Every difference, with the rows of both sides."""
    table = Table("Kind", "Child", "What differs", "One row", "Other row", box=None, header_style="bold")
    for row in found:
        table.add_row(row["kind"], row["child_id"], row["says"], _place(row, "one"), _place(row, "other"))
    tell.out.print(table)
    tell.say(f"{wording.count(len(found), 'difference')}.")


def _place(row: dict[str, Any], side: str) -> str:
    if not row[f"{side}_file"]:
        return ""
    counts = ", counts" if row[f"{side}_is_in_use"] else ""
    return f"{row[f'{side}_file']}, {row[f'{side}_sheet']}, row {row[f'{side}_row']}{counts}"


def _pairs(pairs: Sequence[TwoSources]) -> None:
    table = Table("Kind", "Held against each other", "Same", "Otherwise", box=None, header_style="bold")
    for pair in (each for each in pairs if each.is_compared):
        between = f"{pair.one} ({pair.one_rows:,}), {pair.other} ({pair.other_rows:,})"
        differs = "\n".join(f"{how}: {times:,}" for how, times in pair.differs.items()) or "none"
        table.add_row(pair.kind, between, f"{pair.same:,}", differs)
    if table.row_count:
        tell.out.print(table)


def _at_month_end(each: AtMonthEnd) -> str:
    told = "; ".join(
        f"{count.source}: {'does not say' if count.children is None else f'{count.children:,}'}"
        for count in each.counts
    )
    says = (
        NOTHING_TO_COMPARE_WITH if not each.is_compared else f"{wording.count(each.apart, 'child', 'children')} apart"
    )
    return f"{each.title} on {wording.day(each.on)}: {told}. {wording.sentence(says)}."
