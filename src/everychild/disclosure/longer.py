"""Longer times: where one month would be small numbers, several together may be told, and it is said that they are.

A longer time holds the month it is told in place of. Whether it is told is for the audit: each is an offer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from everychild import wording
from everychild.calendar import Month
from everychild.disclosure.released import LONGER, Cell, ReleasedEdition, cell_of
from everychild.measure.figure import Figure, Window

MONTHS_IN_A_YEAR, MONTHS_IN_A_QUARTER = 12, 3
APRIL = 4


def offers(released: ReleasedEdition, figures: Iterable[Figure]) -> Mapping[str, tuple[Cell, ...]]:
    """What may be told in place of a month that has no number, the shortest time first, by reference."""
    wanted = {item.ref: item.judged.indicator for item in released.indicators if not _is_told(item.cell)}
    as_at = released.edition.as_at
    found: dict[str, dict[Window, Cell]] = {}
    for figure in figures:
        indicator = wanted.get(figure.ref)
        is_wanted = figure.breakdown is None and figure.as_at == as_at and is_longer(figure.window, as_at)
        if indicator is None or indicator.is_at_month_end or not is_wanted:
            continue
        cell = cell_of(indicator, figure)
        if cell.has_number:
            found.setdefault(figure.ref, {})[figure.window] = cell
    return {ref: tuple(cells[window] for window in LONGER if window in cells) for ref, cells in found.items()}


def is_longer(window: Window, as_at: Month) -> bool:
    """Whether a window ending with a month holds it and more, and is not the same time as one told in any case.

    April alone is no year so far, to June that is the quarter, and twelve months to March are the financial year.
    """
    months = (as_at.number - APRIL) % MONTHS_IN_A_YEAR + 1
    match window:
        case Window.QUARTER:
            return months % MONTHS_IN_A_QUARTER == 0
        case Window.YEAR_TO_DATE:
            return months not in (1, MONTHS_IN_A_QUARTER, MONTHS_IN_A_YEAR)
        case Window.ROLLING_12:
            return months < MONTHS_IN_A_YEAR
        case _:
            return False


def times_in_words(window: Window, as_at: Month) -> str:
    """The time, as it stands in a sentence."""
    return {
        Window.QUARTER: f"the three months to {wording.month(as_at)}",
        Window.YEAR_TO_DATE: f"the year so far, to {wording.month(as_at)},",
        Window.ROLLING_12: f"the twelve months to {wording.month(as_at)}",
    }[window]


def in_short(window: Window) -> str:
    """The time, where there is no room for more."""
    return {Window.QUARTER: "three months", Window.YEAR_TO_DATE: "year so far", Window.ROLLING_12: "twelve months"}[
        window
    ]


def why_together(window: Window, as_at: Month) -> str:
    """What stands under a number of a longer time, wherever it is told."""
    return f"In {times_in_words(window, as_at)} together, because one month would be small numbers"


def _is_told(cell: Cell | None) -> bool:
    return cell is not None and cell.has_number
