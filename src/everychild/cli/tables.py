"""`everychild tables`: the records a month rests on, for the council’s own analysts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from everychild.calendar import Month
from everychild.cli import tell
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, a_month, open_home
from everychild.cli.recorded import children_read


def tables(
    at: Annotated[Month, typer.Option("--at", parser=a_month, metavar="MONTH", help="A month, written 2019-04.")],
    to: Annotated[Path, typer.Option("--to", help="The folder to write to: a new one, or one written to before.")],
    written_as: Annotated[str, typer.Option("--format", metavar="csv|parquet|xlsx", help="What to write.")] = "csv",
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="RECORD", help="This record alone; may be given again.")
    ] = None,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """Write the records a month rests on as tables, with a dictionary of their columns. Rows are children."""
    from everychild.tables import Format, write_tables

    if written_as not in list(Format):
        raise typer.BadParameter(f"{written_as!r} is none of: {', '.join(Format)}.", param_hint="--format")
    made = write_tables(open_home(home), at, to, Format(written_as), known_on, only or ())
    children_read("tables of records written", f"{at}, {len(made.rows)} records as {written_as}")
    if json:
        tell.data(
            {
                "folder": str(made.folder),
                "month": str(at),
                "known_on": made.known_on.isoformat(),
                "edition": made.edition,
                "rows": made.rows,
            }
        )
        return
    for name, rows in made.rows.items():
        tell.say(f"{name}: {rows:,} {'row' if rows == 1 else 'rows'}.")
    rests = f"edition {made.edition[:8]}" if made.edition else "no edition: the month is not closed"
    tell.say(f"{len(made.rows)} records and their dictionary written to {made.folder}, from {rests}.")
    tell.say("Rows are children: keep the folder where only the council’s analysts can open it.")


def refuse_another_ending(to: Path) -> None:
    """Before anything is counted: the file’s ending says what it is written as."""
    from everychild.tables import Format

    if to.suffix.removeprefix(".") not in list(Format):
        raise typer.BadParameter(f"{to.name} ends in none of: {', '.join(f'.{each}' for each in Format)}.")


def figures_to(to: Path, edition: Any, figures: Any, by: str | None, *, as_data: bool) -> None:
    """The figures as a table with its dictionary."""
    from everychild.tables import Format, figures_table, write_figures

    ending = Format(to.suffix.removeprefix("."))
    written = [str(path) for path in write_figures(figures_table(edition, figures, by), to, ending, edition.known_on)]
    if as_data:
        tell.data({"written": written})
    else:
        tell.say(f"Written to {' and '.join(written)}.")
