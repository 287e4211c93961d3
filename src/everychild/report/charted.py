"""How each pattern was read: which chart, why, of which indicators; and whose range was begun anew, by whom and why."""

from __future__ import annotations

from everychild import wording
from everychild.council import Baseline
from everychild.judgement.chart_choice import CHOICES
from everychild.judgement.judged import JudgedEdition
from everychild.report.document import Cell, Column, Table, words


def charts_used(edition: JudgedEdition) -> Table:
    """A row to each way of charting that any indicator here is charted by."""
    refs = {
        choice.name: [item.ref for item in edition.indicators if item.pattern.choice == choice] for choice in CHOICES
    }
    return Table(
        caption="How patterns are read",
        columns=(Column("Charted", 48), Column("Why", 125), Column("Indicators", 94)),
        rows=tuple(
            (words(choice.name), words(choice.because), words(", ".join(refs[choice.name])))
            for choice in CHOICES
            if refs[choice.name]
        ),
    )


def ranges_begun_anew(edition: JudgedEdition) -> Table | None:
    """A row to each indicator whose expected range a person began anew; None where nobody did."""
    begun = [(item, item.pattern.baseline) for item in edition.indicators if item.pattern.baseline]
    if not begun:
        return None
    return Table(
        caption="Expected ranges begun anew",
        columns=(Column("Indicator", 80), Column("Read from", 62), Column("By whom", 52), Column("Why", 73)),
        rows=tuple((words(f"{item.title} ({item.ref})"), *_told(row)) for item, row in begun if row is not None),
    )


def _told(row: Baseline) -> tuple[Cell, ...]:
    still = f" to {wording.month(row.to)}, and still since" if row.to else " on"
    return words(f"{wording.month(row.begins)}{still}"), words(f"{row.who}, {wording.day(row.since)}"), words(row.why)
