"""`everychild annex-a`: the lists an inspection asks for, as at any day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from everychild.cli import tell
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, a_day, open_home
from everychild.cli.recorded import children_read


def annex_a(
    at: Annotated[date, typer.Option("--at", parser=a_day, metavar="DATE", help="The day the lists are about.")],
    to: Annotated[Path, typer.Option("--to", help="The workbook to write.")],
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """Write Annex A as at a day: eleven lists in the published order, and what to know before it is sent."""
    from everychild.inspection import annex_a as made
    from everychild.inspection import notes
    from everychild.report.inspection_workbook import as_workbook

    found = made(open_home(home), at, known_on)
    told = notes(found)
    content = as_workbook(
        found.council, found.at, found.known_on, [(one.layout, one.rows) for one in found.lists], told
    )
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(content)
    children_read("Annex A written", f"as at {at}")
    if json:
        lists = [{"list": one.layout.number, "title": one.layout.title, "rows": len(one.rows)} for one in found.lists]
        tell.data(
            {"written": str(to), "lists": lists, "notes": [{"where": where, "what": what} for where, what in told]}
        )
        return
    for one in found.lists:
        tell.say(f"List {one.layout.number}, {one.layout.title}: {len(one.rows):,} rows.")
    for where, what in told:
        tell.say(f"{where}: {what}")
    tell.say(f"Written to {to}. It names children: keep it where only inspectors and those who work with them can.")
