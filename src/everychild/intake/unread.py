"""Why a cell could not be read. A fault in the data is a value, so parsers return these and raise nothing."""

from __future__ import annotations

from enum import StrEnum


class Unread(StrEnum):
    """The code of the fault a cell gives rise to."""

    NOT_A_DATE = "not_a_date"
    MONTH_FIRST = "month_first_date"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_MEASURE = "not_a_measure"
    NOT_AN_IDENTIFIER = "not_an_identifier"
    LOST_DIGITS = "identifier_lost_digits"
    UNKNOWN_CODE = "unknown_code"
    TOO_LONG = "text_too_long"


WHAT_IS_WRONG = {
    Unread.NOT_A_DATE: ("is not a date", "are not dates", "Write dates as 31/03/2019."),
    Unread.MONTH_FIRST: (
        "has the month before the day",
        "have the month before the day, or may have",
        "Write the day first: 31/03/2019.",
    ),
    Unread.NOT_A_NUMBER: ("is not a whole number", "are not whole numbers", "Write digits only: 3."),
    Unread.NOT_A_MEASURE: (
        "is not a number, or is far too large",
        "are not numbers, or are far too large",
        "Write digits, and decimals after a point: 12.4.",
    ),
    Unread.NOT_AN_IDENTIFIER: (
        "is not an identifier",
        "are not identifiers",
        "Write the case system’s own number, without spaces or names.",
    ),
    Unread.LOST_DIGITS: (
        "is an identifier that has lost digits",
        "are identifiers that have lost digits",
        "Excel keeps 15 digits of a number: format the column as text before exporting.",
    ),
    Unread.UNKNOWN_CODE: (
        "is not one of the column’s codes",
        "are not among the column’s codes",
        "Use the codes of the published list, or say what yours mean.",
    ),
    Unread.TOO_LONG: ("is too long", "are too long", "This column holds names of teams or places, not notes."),
}
"""Said of one cell, said of several, and what to do about it."""
