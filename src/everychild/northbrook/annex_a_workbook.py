"""One month's Annex A workbook, in the shape of the official template: front sheet, guidance, eleven lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from everychild import wording
from everychild.calendar import Month
from everychild.layouts.annex_a import LISTS
from everychild.layouts.layout import Heading, SheetLayout
from everychild.northbrook import annex_a_adoption, annex_a_children, annex_a_events
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.cells import CellWriter, new_workbook
from everychild.northbrook.dirt import Dirt

LAST_OLD_LEAVING_CARE_LAYOUT = Month(2018, 3)
"""Until this month list 9 has the older thirteen columns."""

ROWS: dict[int, Callable[[AsKnown], Iterator[Row]]] = {
    1: annex_a_events.contacts,
    2: annex_a_events.early_help,
    3: annex_a_events.referrals,
    4: annex_a_events.assessments,
    5: annex_a_events.enquiries,
    6: annex_a_children.children_in_need,
    7: annex_a_children.child_protection_plans,
    8: annex_a_children.children_in_care,
    9: annex_a_children.care_leavers,
    10: annex_a_adoption.children_for_adoption,
    11: annex_a_adoption.adopters,
}

GUIDANCE = (
    "One workbook, eleven lists. Each list has its own sheet; the headings are in the second row.",
    "Lists 1 to 5 look back six months from the day of the extraction and hold what is still open.",
    "Lists 6 to 8 have one row for each child: open now, or ended within six months.",
    "List 9 is everyone receiving leaving-care services on the day. Lists 10 and 11 look back twelve months.",
    "Dates are written dd/mm/yyyy. Codes begin with the letter of the template’s own list of codes.",
    "Northbrook is an invented council: no child, worker or family in this workbook has ever lived.",
)


def write_annex_a(known: AsKnown, path: Path) -> None:
    dirt = Dirt(known.town.setting.seed, str(known.month))
    with new_workbook(path, known.on) as workbook:
        writer = CellWriter(workbook)
        _front_sheet(workbook, known.month, known.on)
        _guidance(workbook)
        for layout in LISTS:
            assert layout.number is not None
            rows = dirt.spread(layout.number, list(ROWS[layout.number](known)))
            _list(workbook, writer, layout, _headings(layout, known.month), rows)


def _front_sheet(workbook: Workbook, month: Month, extracted_on: date) -> None:
    sheet = workbook.add_worksheet("Front_Sheet")
    sheet.set_column(0, 1, 44)
    lines = (
        ("Inspection of local authority children’s services", "Annex A: child-level data"),
        ("Local authority", "Northbrook Borough Council (invented)"),
        ("Data for", wording.month(month)),
        ("Date of extraction", wording.day(extracted_on)),
        ("Completed by", "Performance team"),
    )
    for row, (left, right) in enumerate(lines):
        sheet.write_string(row, 0, left)
        sheet.write_string(row, 1, right)


def _guidance(workbook: Workbook) -> None:
    sheet = workbook.add_worksheet("Guidance")
    sheet.set_column(0, 0, 110)
    for row, line in enumerate(GUIDANCE):
        sheet.write_string(row, 0, line)


def _headings(layout: SheetLayout, month: Month) -> tuple[Heading, ...]:
    """The list’s columns in the layout of the day: before the newer one, only those every layout has."""
    if layout.number == 9 and month <= LAST_OLD_LEAVING_CARE_LAYOUT:
        return tuple(heading for heading in layout.headings if heading.expected)
    return layout.headings


def _list(
    workbook: Workbook, writer: CellWriter, layout: SheetLayout, headings: Sequence[Heading], rows: Iterable[Row]
) -> None:
    sheet: Worksheet = workbook.add_worksheet(f"List {layout.number}")
    sheet.set_column(0, len(headings) - 1, 18)
    sheet.merge_range(0, 0, 0, len(headings) - 1, f"List {layout.number}: {layout.title}", writer.title)
    for column, heading in enumerate(headings):
        sheet.write_string(1, column, heading.title, writer.heading)
    writer.rows(sheet, 2, headings, rows)
