"""A document’s tables as sheets, and what is asked about the document as a whole: its header, its year, what is unread.

Faults of a header are reported and stop nothing: the children are as they are whatever the header says of itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

from everychild import wording
from everychild.errors import FileRefused
from everychild.intake.cells import says_nothing, text_of
from everychild.intake.dates import date_reader
from everychild.intake.decoding import Document, Sheet
from everychild.intake.headings import match_headings
from everychild.intake.recognise import Recognised
from everychild.layouts.census.years import CHANGES, Change
from everychild.layouts.document import DocumentLayout
from everychild.quality.fault import Fault, Severity
from everychild.wording import count, listed

HEADER = "Header"


def recognised_tables(name: str, document: Document, sheets: Sequence[Sheet]) -> list[Recognised]:
    """Each table by its own layout. Raises FileRefused where no child is identified: another return has its root."""
    tables = {table.layout.title: table.layout for table in document.layout.tables}
    found = [Recognised(sheet, 0, match_headings(tables[sheet.name], _header(sheet)), True) for sheet in sheets]
    if document.is_one_of_several:
        return found
    first = document.layout.tables[0].layout.title
    units = next((each for each in found if each.layout.title == first), None)
    at = units.matched.columns[document.layout.known_by] if units else 0
    if units is None or all(says_nothing(row[at]) for row in islice(units.sheet.rows, 1, None)):
        message = (
            f"{name} is {document.layout.written_in} without one {document.layout.known_by} where it stands in the "
            f"{_lower(document.layout.title)}, so it is something else, or empty. Send it as it was submitted."
        )
        raise FileRefused(message, rule="not_a_table", file=name, column=document.layout.known_by)
    return found


def day_it_is_of(document: Document, received_on: date) -> date | None:
    """The reference date, where it can be read and has come: the return tells of nothing after it."""
    read = date_reader(received_on)(document.header.get("ReferenceDate", ""))
    return read if isinstance(read, date) and read <= received_on else None


def about_the_document(document: Document, found: Sequence[Recognised], received_on: date) -> list[Fault]:
    """What is asked about the document as a whole."""
    names = {each.sheet.name for each in found}
    absent = [
        table.layout.title for table in document.layout.tables if table.is_expected and table.layout.title not in names
    ]
    is_asked = document.layout.tables[0].layout.title in names or not document.is_one_of_several
    has_header = is_asked and bool(document.layout.header)
    faults = _about_the_header(document.layout, document.header, received_on) if has_header else []
    if absent and not document.is_one_of_several:
        message = f"The document holds no {listed(absent)}. Figures that need {_them(absent)} will say so."
        faults.append(Fault("list_absent", Severity.QUERY, message))
    if document.layout.may_be_in_part:
        message = (
            f"{count(document.units, 'child', 'children')} in this file. Such files come in batches and some hold only "
            "what changed: load all of them together. What is absent is not taken to have ended or gone."
        )
        faults.append(Fault("may_be_in_part", Severity.QUERY, message))
    faults += _about_the_year(year_of(document.layout, document.header, received_on), found)
    faults += _about_its_own_counts(document.layout, found)
    for path, times in document.unread.items():
        message = f"{path}: the return has no such element; {count(times, 'value')} of it not used."
        faults.append(Fault("unknown_element", Severity.QUERY, message, _sheet_of(path, names), None, _last(path)))
    for path, times in document.stray.items():
        message = f"{path}: {count(times, 'piece')} of text between its elements, where none belongs, not used."
        faults.append(Fault("stray_text", Severity.QUERY, message, _sheet_of(path, names)))
    return faults


def year_of(layout: DocumentLayout, header: Mapping[str, str], received_on: date) -> int | None:
    """The census’s year, which is that of the day it closes with; None where the header does not tell."""
    day = date_reader(received_on)(header.get("ReferenceDate", ""))
    if isinstance(day, date):
        in_time = layout.closes_on is None or (day.month, day.day) <= layout.closes_on
        return day.year if in_time else day.year + 1
    year = header.get("Year", "")
    return int(year) if year.isdecimal() and len(year) == 4 else None


def _about_the_header(layout: DocumentLayout, header: Mapping[str, str], received_on: date) -> list[Fault]:
    if not header:
        return [_header_fault("header_absent", None, "there is none. Say when the census was taken: --extracted-on.")]
    faults = []
    for name, wanted in (("Collection", layout.collection), ("SourceLevel", "L")):
        if header.get(name, wanted) != wanted:
            faults.append(_header_fault("header_value", name, f"is not {wanted}. Is this the return you mean?"))
    lea = header.get("LEA", "")
    if not (lea.isdecimal() and len(lea) == 3):
        faults.append(_header_fault("header_value", "LEA", "is not a council’s number, of three digits."))
    day = date_reader(received_on)(header.get("ReferenceDate", ""))
    if not isinstance(day, date):
        says = "is not a date. The latest date in the document is taken for the day it is of."
        faults.append(_header_fault("header_date", "ReferenceDate", says))
        return faults
    if layout.closes_on is not None and (day.month, day.day) != layout.closes_on:
        closes = wording.day(day.replace(month=layout.closes_on[0], day=layout.closes_on[1])).rpartition(" ")[0]
        says = f"is not {closes}. The return is read as the year to its own day, and no further."
        faults.append(_header_fault("reference_date_not_31_march", "ReferenceDate", says))
    if day > received_on:
        says = "has not come yet. The latest date in the document is taken for the day it is of."
        faults.append(_header_fault("reference_date_ahead", "ReferenceDate", says))
    if header.get("Year") != str(year_of(layout, header, received_on)):
        says = "is not the year the ReferenceDate closes. The ReferenceDate is believed."
        faults.append(_header_fault("year_differs", "Year", says))
    return faults


def _about_the_year(census: int | None, found: Sequence[Recognised]) -> list[Fault]:
    """Elements and codes of other years’ censuses: read all the same, for their meaning is known."""
    faults = []
    by_name = {each.sheet.name: each.sheet for each in found}
    for change in CHANGES:
        sheet = by_name.get(change.table)
        if census is None or sheet is None or change.fits(census):
            continue
        at = _header(sheet).index(change.element)
        rows = [number for number, row in enumerate(islice(sheet.rows, 1, None), 1) if _is_of(change, text_of(row[at]))]
        if rows:
            what = listed(sorted(change.codes)) if change.codes else "the element"
            message = (
                f"{change.table}, column “{change.element}”: this is the census of {census}, and {what} "
                f"{change.in_words()}; met {count(len(rows), 'time')} (first: element {rows[0]}). Read as it stands."
            )
            faults.append(Fault("of_another_year", Severity.QUERY, message, change.table, rows[0], change.element))
    return faults


def _about_its_own_counts(layout: DocumentLayout, found: Sequence[Recognised]) -> list[Fault]:
    """Counts that the document states, held against the rows it has. One that is no whole number is not asked about."""
    faults = []
    by_name = {each.sheet.name: each.sheet for each in found}
    for stated in layout.stated_counts:
        teller, told = by_name.get(stated.table), by_name.get(stated.of_table)
        if teller is None or told is None:
            continue
        title = _header(teller).index(stated.title)
        says = {text_of(row[title]) for row in islice(teller.rows, 1, None)} - {""}
        of, unless = (_header(told).index(name) for name in (stated.of, stated.unless))
        rows = sum(text_of(row[of]) == stated.value and says_nothing(row[unless]) for row in islice(told.rows, 1, None))
        for number in sorted(says):
            if number.isdecimal() and int(number) != rows:
                message = (
                    f"{stated.table}, column “{stated.title}”: says {number}, and {count(rows, 'row')} of "
                    f"{stated.of_table} {'is' if rows == 1 else 'are'} so. Which is right? Rows are counted."
                )
                faults.append(Fault("stated_count", Severity.QUERY, message, stated.table, None, stated.title))
    return faults


def _is_of(change: Change, text: str) -> bool:
    return text.upper() in change.codes if change.codes else bool(text)


def _header_fault(code: str, name: str | None, says: str) -> Fault:
    place = f"{HEADER}, column “{name}”" if name else HEADER
    return Fault(code, Severity.QUERY, f"{place}: {says}", HEADER, None, name)


def _header(sheet: Sheet) -> tuple[str, ...]:
    return tuple(map(text_of, sheet.rows[0]))


def _sheet_of(path: str, names: set[str]) -> str | None:
    return next((part for part in reversed(path.split("/")) if part in names), None)


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _lower(title: str) -> str:
    return title[0].lower() + title[1:]


def _them(names: Sequence[str]) -> str:
    return "it" if len(names) == 1 else "them"
