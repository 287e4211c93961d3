"""What several commands take: the home, a month, a day, data or words."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from everychild.calendar import Month
from everychild.cli.tell import note


def a_month(text: str) -> Month:
    try:
        return Month.of(text)
    except ValueError as problem:
        raise typer.BadParameter(f"{problem}.") from None


def a_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date; write it as 2019-05-03.") from None


HomeOption = Annotated[
    Path | None,
    typer.Option(
        "--home", help="The council’s home folder; else $EVERYCHILD_HOME, else ./everychild-home.", show_default=False
    ),
]
MonthArgument = Annotated[Month, typer.Argument(parser=a_month, metavar="MONTH", help="A month, written 2019-04.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print data for another program.")]
KnownOnOption = Annotated[
    date | None, typer.Option("--known-on", parser=a_day, metavar="DATE", help="Only the extracts taken by this day.")
]


def home_at(path: Path | None) -> Any:
    from everychild.store.home import Home

    return Home((path or Path(os.environ.get("EVERYCHILD_HOME") or "everychild-home")).absolute())


def open_home(path: Path | None) -> Any:
    from everychild.journal.connection import open_journal
    from everychild.journal.whereabouts import require_one_journal
    from everychild.safekeeping.begun import is_to_be_finished

    home = home_at(path)
    require_one_journal(home)
    open_journal(home)
    if is_to_be_finished(home):
        from everychild.safekeeping.finishing import finish_deletions

        for told in finish_deletions(home, datetime.now(UTC)):
            note(told)
    return home
