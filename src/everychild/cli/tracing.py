"""Commands that go back from a figure: its rows, whom another rule would move, and what was told otherwise before."""

from __future__ import annotations

from typing import Annotated

import typer

from everychild.calendar import Month
from everychild.cli import tell
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, MonthArgument, a_month, open_home
from everychild.cli.recorded import children_read

RefArgument = Annotated[str, typer.Argument(help="An indicator’s reference, such as EH04.")]


def behind(
    ref: RefArgument,
    month: MonthArgument,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    window: Annotated[
        str | None,
        typer.Option("--window", help="quarter, year_to_date, rolling_12 …; else the month."),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="BREAKDOWN", help="With --group: team, age, sex …")] = None,
    group: Annotated[str | None, typer.Option("--group", help="With --by: one group of that breakdown.")] = None,
    rule: Annotated[str | None, typer.Option("--rule", help="Another of the indicator’s rules.")] = None,
    json: JsonOption = False,
) -> None:
    """The rows behind a figure, to file, sheet and row, each with the reason it counts or does not."""
    from everychild import behind as tracing
    from everychild import shapes
    from everychild.measure.figure import Window

    if (by is None) != (group is None):
        raise typer.BadParameter("--by and --group go together: --by team --group “North team”.")
    try:
        asked = Window(window) if window else None
    except ValueError:
        known = ", ".join(each.value for each in Window)
        raise typer.BadParameter(f"There is no window {window}. There are: {known}.") from None
    within = (by, group) if by and group else None
    found = tracing.rows_behind(open_home(home), ref, month, known_on, window=asked, within=within, rule=rule)
    children_read("rows behind opened", f"{found.indicator.ref}, {month}")
    if json:
        tell.data(shapes.behind_shape(found))
    else:
        tell.rows(found, month)


def moved(
    ref: RefArgument,
    month: MonthArgument,
    rule: Annotated[str, typer.Argument(help="Another of its rules; `everychild catalogue REF` lists them.")],
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """The rows that another rule of the same indicator, or an earlier version of it, would count differently."""
    from everychild import behind as tracing
    from everychild import shapes

    found = tracing.moved_by_rule(open_home(home), ref, month, rule, known_on)
    children_read("rows moved opened", f"{ref.upper()}, {month}")
    if json:
        tell.data(shapes.moved_shape(found))
    else:
        tell.moved(ref, month, rule, found)


def restated(
    month: MonthArgument,
    home: HomeOption = None,
    rows: Annotated[bool, typer.Option("--rows", help="With the rows that came and went.")] = False,
    json: JsonOption = False,
) -> None:
    """What the month’s edition tells otherwise than the edition before it, by how much, and because of which rows."""
    from everychild import shapes
    from everychild.restated import restated as told_otherwise

    found = told_otherwise(open_home(home), month)
    if json:
        tell.data(shapes.restated_shape(found))
    else:
        tell.restated(month, found, with_rows=rows)


def explain(
    child_id: Annotated[str, typer.Argument(metavar="CHILD_ID", help="The child’s number in the case system.")],
    month: Annotated[
        Month, typer.Option("--month", parser=a_month, metavar="MONTH", help="The month, written 2019-04.")
    ],
    ref: Annotated[str | None, typer.Argument(help="One indicator; else all.")] = None,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    everything: Annotated[
        bool, typer.Option("--everything", help="Also the indicators that have nothing of the child’s.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Why a child is in each figure, only under its line, left out, or not there. For officers; in no paper or page."""
    from everychild import shapes
    from everychild.explained import explain as explained

    found = explained(open_home(home), child_id, month, ref, known_on)
    children_read("child explained", f"case {child_id}, {month}")
    if json:
        tell.data(shapes.explained_shape(found))
    else:
        tell.explained(found, with_the_rest=everything or ref is not None)
