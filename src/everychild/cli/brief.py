"""`everychild brief`: one page for the lead member and the director."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from everychild.cli import tell
from everychild.cli.editions import edition_or_worked_out
from everychild.cli.options import HomeOption, JsonOption, MonthArgument, a_day, open_home

ENDINGS = (".pdf", ".docx", ".html")


def brief(
    month: MonthArgument,
    meeting: Annotated[date, typer.Option("--meeting", parser=a_day, metavar="DATE", help="When the committee meets.")],
    to: Annotated[Path, typer.Option("--to", help="The file to write: a .pdf, .docx or .html.")],
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """One page: what is off target, getting worse and won’t be met; what Members asked; what is still to do."""
    from everychild.papers import write_brief_of

    if to.suffix not in ENDINGS:
        raise typer.BadParameter(f"{to.name} ends in none of: {', '.join(ENDINGS)}.", param_hint="--to")
    opened = open_home(home)
    edition, _ = edition_or_worked_out(opened, month, None)
    written = write_brief_of(edition, meeting, to, datetime.now(UTC).date())
    if json:
        tell.data({"written": str(written)})
    else:
        tell.say(f"Written to {written}. It has exact figures: it is for the lead member and the director.")
