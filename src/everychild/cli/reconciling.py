"""The command that holds the sources that are loaded against each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from everychild import wording
from everychild.calendar import Month
from everychild.cli import tell, tell_reconciled
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, a_month, open_home
from everychild.cli.recorded import children_read

if TYPE_CHECKING:
    from everychild.journal.ledger import Place
    from everychild.reconciled import Reconciled


def reconcile(
    at: Annotated[
        Month | None,
        typer.Option("--at", parser=a_month, metavar="MONTH", help="A month, written 2019-04; else the last closed."),
    ] = None,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    rows: Annotated[bool, typer.Option("--rows", help="Every difference, with the rows of both sides.")] = False,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Write every difference to a CSV file, child by child.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Hold the sources that are loaded against each other: the same event in both, and counts that must agree.

    It looks at the twelve months to the month’s end. Where one source alone tells of something, there is nothing to
    compare with.
    """
    from everychild import shapes
    from everychild.council import read_council
    from everychild.journal import ledger
    from everychild.reconciled import extracts_for, reconciled
    from everychild.store.durable import write_durably
    from everychild.web.twins import as_csv

    opened = open_home(home)
    month = at or _last_closed(ledger.closed_months())
    with tell.progress(f"Reconciling {month}"):
        found = reconciled(opened, read_council(opened.settings), month, extracts_for(month, known_on))
    if rows or to:
        children_read("differences between sources opened", str(month))
        told = shapes.difference_shapes(found, _places(found))
        if to:
            written = as_csv(told).encode()
            write_durably(to, lambda file: file.write(written))
            tell.note(f"{wording.count(len(told), 'difference')} in {to}, child by child: keep it with care.")
        if rows:
            (tell.data if json else tell_reconciled.rows)(told)
            return
    if json:
        tell.data(shapes.reconciled_shape(found.summary))
    else:
        tell_reconciled.summary(found.summary, month)


def _last_closed(months: list[Month]) -> Month:
    from everychild.errors import NothingSupplied

    if not months:
        raise NothingSupplied("No month is closed. Name one: --at 2019-04.")
    return months[0]


def _places(found: Reconciled) -> dict[int, Place]:
    from everychild.behind import places_of

    sources = sorted(found.source_ids)
    return dict(zip(sources, places_of(sources), strict=True))
