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
    """Write Annex A as at a day: eleven lists in the published order, what was asked of them, and known gaps."""
    from everychild.inspection import annex_a as made
    from everychild.inspection import written

    found = made(open_home(home), at, known_on)
    sent = written(found)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(sent.content)
    children_read("Annex A written", f"as at {at}")
    if json:
        lists = [{"list": one.layout.number, "title": one.layout.title, "rows": len(one.rows)} for one in found.lists]
        tell.data(
            {
                "written": str(to),
                "known_on": found.known_on.isoformat(),
                "lists": lists,
                "checks": [
                    {"list": one.number, "asked": one.asked, "rows": one.rows, "rows_at_fault": list(one.at_fault)}
                    for one in sent.checks
                ],
                "notes": [{"where": where, "what": what} for where, what in sent.notes],
            }
        )
        return
    for one in found.lists:
        tell.say(f"List {one.layout.number}, {one.layout.title}: {len(one.rows):,} rows.")
    at_fault = [one for one in sent.checks if one.at_fault]
    tell.say(f"{len(sent.checks):,} questions were asked of them; {len(sent.checks) - len(at_fault):,} found no fault.")
    for fault in at_fault:
        tell.say(f"List {fault.number}. {fault.asked}: not {len(fault.at_fault):,} of {fault.rows:,}. {fault.found}.")
    for where, what in sent.notes:
        tell.say(f"{where}: {what}")
    tell.say(f"Written to {to}. It names children: keep it where only inspectors and those who work with them can.")
