"""`everychild benchmarks`: take in what is published of other councils, and show it beside an indicator."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from everychild.cli import tell
from everychild.cli.options import HomeOption, JsonOption, open_home

app = typer.Typer(help="Published figures of England, regions and councils, to set beside ours.", no_args_is_help=True)


@app.command()
def load(
    paths: Annotated[list[Path], typer.Argument(exists=True, help="Published files, or folders of them.")],
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Take in published files: each is known by its contents, and the same file twice changes nothing."""
    from everychild import shapes
    from everychild.comparators.files import read_published
    from everychild.journal import releases
    from everychild.store.benchmarks import folder_of, keep, kept_in

    opened = open_home(home)
    with tell.progress("Reading") as step:
        readings = read_published(paths, step)
    now = datetime.now(UTC)
    kept = [(reading, keep(opened, reading, now)) for reading in readings]
    for reading in readings:
        releases.record(kept_in(folder_of(opened, reading)), now)
    if json:
        tell.data([shapes.reading_shape(reading, is_new) for reading, is_new in kept])
    else:
        tell.published_files(kept)


@app.command()
def show(
    ref: Annotated[str, typer.Argument(help="An indicator: CP06.")],
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """What is published beside an indicator, year by year: England, the region, the council and its neighbours."""
    from everychild import shapes
    from everychild.cli.options import home_at
    from everychild.comparators.comparisons import comparison_for
    from everychild.comparators.library import only_shipped
    from everychild.comparators.years import years_beside
    from everychild.council import Council, council_from, read_council
    from everychild.month_end import indicator_called
    from everychild.store.benchmarks import library

    place = home_at(home)
    has_home = place.settings.is_file()
    council: Council = read_council(place.settings) if has_home else council_from(_NOBODY)
    indicator = indicator_called(ref, council)
    comparison = comparison_for(indicator.ref)
    if comparison is None:
        tell.data([]) if json else tell.say(f"{indicator.ref}: {indicator.comparator}")
        return
    rows = years_beside(comparison.series, library(place) if has_home else only_shipped(), council)
    if json:
        tell.data([shapes.published_shape(comparison, row) for row in rows])
    else:
        tell.published_years(comparison, rows)


_NOBODY = '[council]\nname = "No council"\n'
