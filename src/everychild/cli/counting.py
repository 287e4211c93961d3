"""The command that counts a month before somebody closes it."""

from __future__ import annotations

from typing import Annotated

import typer

from everychild.calendar import Month
from everychild.cli import tell
from everychild.cli.options import HomeOption, a_month, open_home


def count_ahead(
    month: Annotated[
        Month | None,
        typer.Argument(parser=a_month, metavar="[MONTH]", help="A month, written 2019-04; else the last that ended."),
    ] = None,
    home: HomeOption = None,
) -> None:
    """Count a month and keep what it comes to, so that closing it need only judge it. It is not closed by this."""
    from datetime import UTC, datetime

    from everychild import month_end

    opened = open_home(home)
    with tell.progress("Counting ahead"):
        counted = month_end.count_ahead(opened, datetime.now(UTC), month)
    tell.say(f"{counted} is counted. To close it: everychild close {counted}")
