"""What if there were more workers, or fewer: arithmetic on figures held, every assumption a line."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from everychild.cli import tell
from everychild.cli.looking import MonthOption, edition_of
from everychild.cli.options import HomeOption, JsonOption, open_home

app = typer.Typer(help="What if there were more workers, or fewer: arithmetic on figures held.", no_args_is_help=True)


class Weeks(StrEnum):
    """When the workers are away."""

    ALL = "all"
    SCHOOL_HOLIDAYS = "school-holidays"


@app.command()
def caseload(
    workers: Annotated[int, typer.Option("--workers", help="How many more full-time workers: +2, or -1 for fewer.")],
    month: MonthOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Children for each full-time worker, with more workers or fewer."""
    from everychild import shapes
    from everychild.capacity import what_if_caseload

    opened = open_home(home)
    found = what_if_caseload(opened, edition_of(opened, month), workers)
    if json:
        tell.data(shapes.answer_shape(found))
    else:
        tell.paragraphs("Caseload", found.lines)


@app.command()
def visits(
    away: Annotated[int, typer.Option("--workers-away", min=0, help="How many case workers are away.")],
    weeks: Annotated[Weeks, typer.Option("--weeks", help="When they are away.")] = Weeks.ALL,
    month: MonthOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Visits known to fall due in the next four weeks, for the worker-days there are."""
    from everychild import shapes
    from everychild.capacity import what_if_visits

    opened = open_home(home)
    edition = edition_of(opened, month)
    found = what_if_visits(opened, edition, away, in_school_holidays=weeks is Weeks.SCHOOL_HOLIDAYS)
    if json:
        tell.data(shapes.answer_shape(found))
    else:
        tell.paragraphs("Visits in the next four weeks", found.lines)
