"""The command that asks every quality rule and says of each what came of it."""

from __future__ import annotations

from typing import Annotated

import typer

from everychild.calendar import Month
from everychild.cli import tell, tell_checks
from everychild.cli.looking import edition_of
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, a_month, open_home
from everychild.cli.recorded import children_read


def check(
    month: Annotated[
        Month | None,
        typer.Argument(parser=a_month, metavar="[MONTH]", help="A month, written 2019-04; else the last closed."),
    ] = None,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    rows: Annotated[bool, typer.Option("--rows", help="Every row at fault, to file, sheet and row.")] = False,
    rules_of: Annotated[
        int | None,
        typer.Option("--rules-of", metavar="YEAR", help="Hold returns to the rules of the year that ends then."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Every quality rule: what it found, that it found nothing, or why it was not run. Exit 1 where one failed."""
    from everychild import checked, shapes
    from everychild.behind import places_of

    opened = open_home(home)
    edition = edition_of(opened, month, known_on)
    if rows:
        found = [row for row in checked.rows_at_fault(opened, edition, rules_of) if row.source_id is not None]
        children_read("rows that break quality rules opened", str(edition.as_at))
        placed = places_of([row.source_id for row in found if row.source_id is not None])
        (tell.data if json else tell_checks.rows)(shapes.rows_at_fault_shape(found, placed))
        return
    results = checked.checks(opened, edition, rules_of)
    if json:
        tell.data(shapes.checks_shape(results))
    else:
        tell_checks.results(results)
    if results.of(checked.Outcome.FAILED):
        raise SystemExit(1)
