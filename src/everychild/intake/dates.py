"""Dates and moments, however a spreadsheet holds them. The day comes first, always; a month first is never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from everychild.intake.cells import says_nothing, text_of
from everychild.intake.decode_child import DATE_MARK, Cell
from everychild.intake.unread import Unread
from everychild.wording import MONTH_NAMES

Moment = date | datetime
"""A datetime where the time of day is known, else a date."""

NEVER = frozenset(
    {date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(9999, 12, 31), date(1753, 1, 1), date(1, 1, 1)}
)
"""Dates that case systems and Excel write where there is none."""

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
_SERIALS = (10_000, 80_000)
_SERIAL_NOUGHT = datetime(1899, 12, 30)  # noqa: DTZ001  # a spreadsheet's dates have no time zone
_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}

_TIME = r"(?:[ T,]+(?P<time>\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[AaPp][Mm])?)(?:Z|[+-]\d\d:?\d\d)?)?"
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/.\- ](?P<month>\d{1,2})[/.\- ](?P<year>\d{4}|\d\d)" + _TIME)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<dash>[/.\-]?)(?P<month>\d\d?)(?P=dash)(?P<day>\d\d?)" + _TIME)
_NAMED_MONTH = re.compile(
    r"(?:[A-Za-z]{3,9},? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?[ /\-]*"
    r"(?P<name>[A-Za-z]{3,9})\.?[ /,\-]*(?P<year>\d{4}|\d\d)" + _TIME
)
_YEAR_FIRST_NAMED = re.compile(r"(?P<year>\d{4})[ \-/](?P<name>[A-Za-z]{3,9})[ \-/](?P<day>\d{1,2})" + _TIME)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?(?: ?([AaPp])[Mm])?")


def date_reader(received_on: date) -> Callable[[Cell], date | Unread | None]:
    """A reader of dates; the day the file came in tells 01/02/19 from 1919."""
    read_moment = moment_reader(received_on)

    def read(cell: Cell) -> date | Unread | None:
        moment = read_moment(cell)
        return moment.date() if isinstance(moment, datetime) else moment

    return read


def moment_reader(received_on: date) -> Callable[[Cell], Moment | Unread | None]:
    """A reader of dates with a time where there is one. Midnight is how a system writes a time it does not know."""

    def read(cell: Cell) -> Moment | Unread | None:
        plain = _plain_day(cell) if isinstance(cell, str) else None
        if plain is not None:
            return plain if plain not in NEVER else None
        if says_nothing(cell):
            return None
        moment = _from_number(cell) if not isinstance(cell, str) else _from_text(cell, received_on)
        return moment if isinstance(moment, Unread) else _known(moment)

    return read


def is_month_first(texts: Iterable[Cell]) -> bool:
    """Whether a column that holds impossible day-first dates is written month first throughout."""
    month_first = day_first = 0
    for cell in texts:
        match = _DAY_FIRST.fullmatch(text_of(cell)) if isinstance(cell, str) else None
        if match is not None:
            day_first += int(match["day"]) > 12
            month_first += int(match["month"]) > 12
    return month_first > day_first


def could_be_month_first(cell: Cell) -> bool:
    """A date of text that reads either way: 03/04/2019, but not 03/03/2019."""
    match = _DAY_FIRST.fullmatch(text_of(cell)) if isinstance(cell, str) else None
    return match is not None and int(match["day"]) <= 12 and match["day"].zfill(2) != match["month"].zfill(2)


def _plain_day(cell: str) -> date | None:
    """31/03/2019, 2019-03-31 or a true date without a time, as nearly every cell is; None of any other."""
    text = cell[1:] if cell.startswith(DATE_MARK) else cell
    if len(text) != 10:
        return None
    if text[4] == "-" == text[7]:
        year, month, day = text[:4], text[5:7], text[8:]
    elif text[2] == "/" == text[5] and text is cell:
        day, month, year = text[:2], text[3:5], text[6:]
    else:
        return None
    if not ((figures := year + month + day).isascii() and figures.isdecimal()):
        return None
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if EARLIEST_YEAR <= found.year <= LATEST_YEAR else None


def _known(moment: datetime) -> Moment | Unread | None:
    if moment.date() in NEVER:
        return None
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        return Unread.NOT_A_DATE
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)  # Excel's fractions of a day are not exact
    return moment.date() if moment.time() == time() else moment


def _from_number(number: float) -> datetime | Unread:
    if number in (0, 1):
        return _SERIAL_NOUGHT
    if _SERIALS[0] <= number < _SERIALS[1]:
        return _SERIAL_NOUGHT + timedelta(days=number)
    text = text_of(number)  # 20190331, a number to Excel and a date to the case system
    return _from_text(text, date.max) if len(text) == 8 else Unread.NOT_A_DATE


def _from_text(cell: str, received_on: date) -> datetime | Unread:
    if cell.startswith(DATE_MARK):
        return _from_true_date(cell[1:])
    text = text_of(cell)
    if _SERIAL.fullmatch(text):
        return _from_number(float(text))
    ways = (_YEAR_FIRST, _DAY_FIRST, _NAMED_MONTH, _YEAR_FIRST_NAMED)
    match = next((found for way in ways if (found := way.fullmatch(text))), None)
    if match is None:
        return Unread.NOT_A_DATE
    parts = match.groupdict()
    month = _MONTHS.get(parts["name"][:3].lower(), 0) if "name" in parts else int(parts["month"])
    if match.re is _DAY_FIRST and month > 12 >= int(parts["day"]):
        return Unread.MONTH_FIRST
    if parts.get("dash") == "" and len(text) != 8:
        return Unread.NOT_A_DATE
    year = int(parts["year"]) if len(parts["year"]) == 4 else _century(int(parts["year"]), received_on)
    try:
        return datetime(year, month, int(parts["day"]), *_clock(parts["time"]))  # noqa: DTZ001  # as the file says it
    except ValueError:
        return Unread.NOT_A_DATE


def _from_true_date(text: str) -> datetime | Unread:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:  # a text that only begins like one of the child's dates
        return Unread.NOT_A_DATE


def _century(year: int, received_on: date) -> int:
    """Two figures are this century's unless that lies more than a year ahead."""
    return 2000 + year if 2000 + year <= received_on.year + 1 else 1900 + year


def _clock(text: str | None) -> tuple[int, int, int]:
    match = _CLOCK.fullmatch(text or "0:00")
    if match is None:
        raise ValueError
    hour, minute, second, half = match.groups()
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            raise ValueError
        hours = hours % 12 + (12 if half in "Pp" else 0)
    return hours, int(minute), int(second or 0)
