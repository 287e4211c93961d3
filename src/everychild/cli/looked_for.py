"""What is looked for before a paper is published, told at the command line."""

from __future__ import annotations

from datetime import date

import typer

from everychild.cli import tell
from everychild.judgement.judged import JudgedEdition


def tell_pre_flight(edition: JudgedEdition, meeting: date, today: date, *, as_data: bool) -> None:
    """Every check, and where it is not so. Exit 1 while anything stands in the way."""
    from everychild import shapes
    from everychild.pre_flight import pre_flight

    found = pre_flight(edition, meeting, today)
    if as_data:
        tell.data(shapes.pre_flight_shapes(found))
    else:
        for check in found.checks:
            mark = "stands in the way" if check.is_failure else "to know" if check.found else "fine"
            tell.say(f"{check.title}: {mark}.")
            for line in check.found:
                tell.say(f"    {line}")
    if not found.may_be_published:
        raise typer.Exit(1)
