"""`everychild rebase`: a named person begins an indicator's expected range anew, with a reason that is printed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from everychild.calendar import Month
from everychild.cli import tell
from everychild.cli.options import HomeOption, a_day, a_month, open_home


def rebase(
    ref: Annotated[str, typer.Argument(help="An indicator: CP21.")],
    begins: Annotated[
        Month, typer.Option("--from", parser=a_month, metavar="MONTH", help="The first month of the new range.")
    ],
    who: Annotated[str, typer.Option("--who", help="Who decided it.")],
    why: Annotated[str, typer.Option("--why", help="What changed: a definition, a system, a way of working.")],
    to: Annotated[
        Month | None,
        typer.Option("--to", parser=a_month, metavar="MONTH", help="The last month it is read from."),
    ] = None,
    since: Annotated[
        date | None, typer.Option("--since", parser=a_day, metavar="DATE", help="The day it was decided; else today.")
    ] = None,
    home: HomeOption = None,
) -> None:
    """Begin an indicator’s expected range anew: adds a row to council.toml. Closed editions stay as they are."""
    from everychild.council import Baseline, with_baseline
    from everychild.month_end import indicator_called
    from everychild.store.durable import write_durably

    settings = open_home(home).settings
    indicator = indicator_called(ref)
    decided = since or datetime.now(UTC).date()
    before = settings.read_bytes().decode()
    after = with_baseline(before, Baseline(indicator.ref, begins, to, who, why, decided))
    if after != before:
        write_durably(settings, lambda target: target.write(after.encode()))
    added = "was added to" if after != before else "stood already in"
    tell.say(
        f"A new beginning for {indicator.ref}, from {begins}, {added} {settings}."
        " The next `everychild close` reads by it."
    )
