"""`everychild worklist`: what is overdue and what is due."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from everychild.cli import tell
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, a_day, open_home
from everychild.cli.recorded import children_read


def worklist(
    on: Annotated[
        date | None,
        typer.Option("--on", parser=a_day, metavar="DATE", help="The day; else the day the newest data were taken."),
    ] = None,
    team: Annotated[str | None, typer.Option("--team", help="One team’s work, as the case system names it.")] = None,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """What is overdue on a day, and what falls due in the four weeks from it, to file, sheet and row."""
    from everychild import shapes
    from everychild.errors import UnknownReference
    from everychild.journal import ledger
    from everychild.worklist import worklist as made

    found = made(open_home(home), on, known_on)
    if team is not None:
        teams = sorted({piece.team for piece in found.pieces if piece.team})
        if team not in teams:
            raise UnknownReference(f"No open work is held by a team {team}. There are: {', '.join(teams) or 'none'}.")
        found = found.of(piece for piece in found.pieces if piece.team == team)
    children_read("worklist opened", team or "every team")
    if json:
        tell.data(shapes.worklist_shape(found, ledger.places([piece.source_id for piece in found.pieces])))
    else:
        tell.worklist(found)
