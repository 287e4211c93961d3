"""Every rule that files are held to as they come in, in words: what it asks, of what, and what becomes of a row.

A file that cannot be read safely is refused whole and is in no extract, so refusals are no rules here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LooksAt(StrEnum):
    """What a rule needs before it can be asked of a list."""

    ROWS = "rows"
    LATEST_ROWS = "lists of each child’s latest row"
    DATES = "dates"
    CODES = "codes"
    NUMBERS = "whole numbers"
    MEASURES = "measures"
    IDENTIFIERS = "identifiers"
    NAMES = "names of teams or places"
    REQUIRED = "columns that no row can do without"
    SPELLS = "a beginning and an end"
    BIRTHS = "dates of birth"
    DENIALS = "a column that says whether something followed"
    FILES = "a file"
    WORKBOOKS = "a workbook"
    TEXT_FILES = "a text file"
    RETURNS = "a children looked after return"
    CENSUSES = "a census of children in need or of social workers"


@dataclass(frozen=True)
class Rule:
    """`code` is that of the faults it gives rise to; `title` says what should be so."""

    code: str
    title: str
    looks_at: LooksAt


_ROWS = (
    Rule("not_a_date", "Dates can be read as dates", LooksAt.DATES),
    Rule("month_first_date", "Dates have the day before the month", LooksAt.DATES),
    Rule("future_date", "Nothing happened after the file came in", LooksAt.DATES),
    Rule("ended_before_began", "Nothing ends before it begins", LooksAt.SPELLS),
    Rule("ended_and_never_was", "Nothing ended that never was", LooksAt.DENIALS),
    Rule("no_record_made", "Each row has the date its record is known by", LooksAt.DATES),
    Rule("before_birth", "Nothing begins long before a child is born", LooksAt.BIRTHS),
    Rule("impossible_birth", "No birth is too far ahead to be expected", LooksAt.BIRTHS),
    Rule("duplicate_row", "No row is there twice", LooksAt.ROWS),
    Rule("taken_back", "Nothing sent was marked to be deleted", LooksAt.ROWS),
    Rule("child_twice", "Each child has one latest row", LooksAt.LATEST_ROWS),
    Rule("rows_disagree", "Rows of one child agree with each other", LooksAt.ROWS),
    Rule("wrong_number_of_cells", "Each row has as many cells as there are headings", LooksAt.ROWS),
    Rule("empty_cell", "Columns that no row can do without are filled", LooksAt.REQUIRED),
    Rule("unknown_code", "Codes are those of the published list", LooksAt.CODES),
    Rule("not_a_number", "Whole numbers can be read as such", LooksAt.NUMBERS),
    Rule("not_a_measure", "Measures can be read as numbers of a likely size", LooksAt.MEASURES),
    Rule("not_an_identifier", "Identifiers are identifiers", LooksAt.IDENTIFIERS),
    Rule("identifier_lost_digits", "Identifiers have all their digits", LooksAt.IDENTIFIERS),
    Rule("text_too_long", "Names of teams and places are no notes", LooksAt.NAMES),
)
_FILES = (
    Rule("no_rows", "Lists that are supplied hold something", LooksAt.ROWS),
    Rule("list_absent", "All lists are there that belong together", LooksAt.WORKBOOKS),
    Rule("missing_column", "Every column is there", LooksAt.ROWS),
    Rule("likely_heading", "Headings are the published ones", LooksAt.ROWS),
    Rule("unknown_column", "No column is unknown", LooksAt.ROWS),
    Rule("repeated_heading", "No heading is there twice", LooksAt.ROWS),
    Rule("named_otherwise", "Sheets are called what they hold", LooksAt.WORKBOOKS),
    Rule("hidden_sheet", "No list is on a hidden sheet", LooksAt.WORKBOOKS),
    Rule("formula_without_result", "Formulas come with their results", LooksAt.WORKBOOKS),
    Rule("other_kind_of_file", "Files are what their names say", LooksAt.FILES),
    Rule("may_be_in_part", "Files say whether they are whole", LooksAt.FILES),
    Rule("placeholder", "Columns hold live data and no placeholders", LooksAt.FILES),
    Rule("read_as_cp1252", "Text files are written as UTF-8", LooksAt.TEXT_FILES),
    Rule("unfinished_last_line", "Text files end with the end of a line", LooksAt.TEXT_FILES),
    Rule("of_an_earlier_year", "Tables of how things stood are of one year", LooksAt.RETURNS),
    Rule("began_before", "Every time in care is told from its beginning", LooksAt.RETURNS),
    Rule("broken_off", "An episode that says another follows is followed by one", LooksAt.RETURNS),
    Rule("header_absent", "The census has its header", LooksAt.CENSUSES),
    Rule("header_value", "The census’s header says what it is", LooksAt.CENSUSES),
    Rule("header_date", "The census’s reference date is a date", LooksAt.CENSUSES),
    Rule("reference_date_not_31_march", "The census is of the day it closes with", LooksAt.CENSUSES),
    Rule("reference_date_ahead", "The census’s reference date has come", LooksAt.CENSUSES),
    Rule("year_differs", "The census’s year is that of its reference date", LooksAt.CENSUSES),
    Rule("of_another_year", "The census has the elements and codes of its year", LooksAt.CENSUSES),
    Rule("stated_count", "A count that the census states is that of its rows", LooksAt.CENSUSES),
    Rule("unknown_element", "Returns have no unknown element", LooksAt.CENSUSES),
    Rule("stray_text", "Returns have no text between their elements", LooksAt.CENSUSES),
)
RULES = (*_ROWS, *_FILES)
"""Those about rows first."""

BY_CODE = {rule.code: rule for rule in RULES}

KEPT_OUT = frozenset({"no_record_made", "ended_and_never_was", "ended_before_began"})
"""Rules whose rows may be used and yet make no record of one kind: put right, they would be counted as well."""
