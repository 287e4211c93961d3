"""How long each kind of thing is kept: this table, and whatever a council’s own `retention.toml` says otherwise."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from everychild.errors import SettingsError
from everychild.store.home import Home

FILE_NAME = "retention.toml"
LONGEST_MONTHS = 1_200


class Kept(StrEnum):
    """A kind of thing that is kept, by its name in the schedule."""

    RECEIVED = "files_received"
    RETURNS = "returns_received"
    RECORDS = "records"
    REASONS = "reasons"
    AUDIT = "audit"
    WORK = "work"
    ASKED = "words_asked"
    BACKUPS = "backups"
    EDITIONS = "editions"


@dataclass(frozen=True)
class Line:
    """One line of the schedule. Without months it is kept for good."""

    kept: Kept
    title: str
    holds: str
    months: int | None
    counted_from: str
    source: str
    is_councils_own: bool = False


_NO_LONGER = (
    "UK GDPR, article 5(1)(e), no longer than needed: this is a copy, and the case system keeps the record for as long "
    "as the law asks"
)
_WHO_SAW = (
    "UK GDPR, articles 5(2) and 32: showing who saw what; six years to bring a claim (Limitation Act 1980) and one more"
)

SCHEDULE = (
    Line(
        Kept.RECEIVED,
        "Files as they came",
        "whatever the case system put into them",
        3,
        "the day they were received",
        _NO_LONGER,
    ),
    Line(
        Kept.RETURNS,
        "Yearly returns as they came",
        "returns on children looked after; the next year’s return is read together with them",
        72,
        "the day they tell of",
        _NO_LONGER,
    ),
    Line(
        Kept.RECORDS,
        "Records",
        "the rows of each extract, and what was asked or set aside of them; never the newest extract",
        37,
        "the day the extract was taken",
        f"{_NO_LONGER}; twenty-five months of trend and the year before are counted from it",
    ),
    Line(
        Kept.REASONS,
        "Reasons for late work",
        "case numbers; how often each reason was given stays",
        37,
        "the day they were given",
        _NO_LONGER,
    ),
    Line(
        Kept.AUDIT,
        "Who did and saw what",
        "names and case numbers; that something was done, and when, stays",
        84,
        "the day it was done",
        _WHO_SAW,
    ),
    Line(
        Kept.WORK,
        "Lists of long work",
        "what pages asked for, with the names of files",
        3,
        "the day it ended",
        _NO_LONGER,
    ),
    Line(
        Kept.ASKED,
        "Words nobody knew",
        "headings and values of files, asked about and not answered",
        12,
        "the day they were asked",
        _NO_LONGER,
    ),
    Line(
        Kept.BACKUPS,
        "Backups",
        "the key of each: without it nobody can open that backup",
        13,
        "the day it was made",
        _NO_LONGER,
    ),
    Line(
        Kept.EDITIONS,
        "Closed months",
        "figures, judgements, words, signatures and what was published; no row about a child",
        None,
        "",
        "Local Government Act 1972, sections 100A to 100K: what a committee was told; kept as its papers are",
    ),
)


def schedule_of(home: Home) -> tuple[Line, ...]:
    """The schedule a home is kept by. Raises SettingsError where its file says what it cannot."""
    place = home.path / FILE_NAME
    if not place.is_file():
        return SCHEDULE
    try:
        told = tomllib.loads(place.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SettingsError(f"{place} cannot be read: {problem}.") from None
    unknown = sorted(set(told) - {line.kept.value for line in SCHEDULE})
    if unknown:
        known = ", ".join(line.kept.value for line in SCHEDULE)
        raise SettingsError(f"{FILE_NAME} speaks of {unknown[0]}, which is not in the schedule. There are: {known}.")
    return tuple(_with(line, told[line.kept.value]) if line.kept.value in told else line for line in SCHEDULE)


def _with(line: Line, own: Any) -> Line:
    """A line as the council has it. It says for how long, and by which line of its own schedule."""
    months = own.get("months") if isinstance(own, Mapping) else None
    source = own.get("source") if isinstance(own, Mapping) else None
    if line.months is None:
        raise SettingsError(f"{FILE_NAME}: {line.kept.value} are kept for good, since each number told rests on them.")
    if (
        type(months) is not int
        or not 1 <= months <= LONGEST_MONTHS
        or not isinstance(source, str)
        or not source.strip()
    ):
        raise SettingsError(
            f"{FILE_NAME}, [{line.kept.value}]: say months, a whole number from 1 to {LONGEST_MONTHS:,}, and source, "
            "the line of the council’s own schedule it follows."
        )
    return replace(line, months=months, source=source.strip(), is_councils_own=True)
