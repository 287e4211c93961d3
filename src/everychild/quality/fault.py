"""A fault: something wrong with a record or a file, with its cell and never its value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What became of the row (or the file)."""

    QUERY = "query"  # used, and asked about
    SET_ASIDE = "set_aside"  # not used; still in the file we keep
    REFUSED = "refused"  # the whole file


@dataclass(frozen=True)
class Fault:
    """What is wrong, where, and what to do. `code` is stable; `message` is for the person who sent the file.

    Of many rows with one thing wrong, the first fault tells of all of them and holds their numbers in `rows`; the few
    after it name a row each.
    """

    code: str
    severity: Severity
    message: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value_shape: str | None = None
    rows: tuple[int, ...] = ()
    list_name: str | None = None
    """The layout the sheet was read by."""
