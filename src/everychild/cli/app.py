"""Every command there is. Each gathers what it was told, calls the month, and prints."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from everychild import __version__
from everychild.cli import (
    benchmarks,
    flags,
    inspection,
    looking,
    people,
    rebasing,
    safekeeping,
    targets,
    tell,
    tracing,
    what_if,
    words,
    working,
)
from everychild.cli.editions import edition_or_worked_out
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, MonthArgument, a_day, home_at, open_home
from everychild.errors import EverychildError, MissingPart

app = typer.Typer(
    name="everychild",
    help="A council’s own children’s services figures: computed, judged, explained and written up.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


WORKER = "worker"
"""The breakdown that is worked out when asked for, and kept in no edition."""


def run() -> None:
    """Runs a command. Exit 0 done, 1 refused with a readable reason, 2 asked wrongly."""
    try:
        app()
    except EverychildError as problem:
        tell.refusal(problem, as_data="--json" in sys.argv)
        raise SystemExit(1) from None


@app.callback(invoke_without_command=True)
def _about(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        print(__version__)  # noqa: T201 - what was asked for
        raise typer.Exit


@app.command()
def init(folder: Annotated[Path, typer.Argument(help="Where the new home should be.")]) -> None:
    """Make a new home: council.toml to fill in, folders, journal."""
    from everychild.cli.new_home import make_home

    home = make_home(folder)
    tell.say(
        f"A new home stands at {home.path}. Fill in {home.settings}, then: everychild load FILES --home {home.path}"
    )


@app.command()
def load(
    paths: Annotated[list[Path], typer.Argument(exists=True, help="Files or folders from the case system.")],
    home: HomeOption = None,
    extracted_on: Annotated[
        date | None,
        typer.Option("--extracted-on", parser=a_day, metavar="DATE", help="The day the data left the case system."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and account for everything; keep nothing.")] = False,
    json: JsonOption = False,
) -> None:
    """Take in a council's files: every row accepted, queried or set aside."""
    from everychild import month_end, shapes

    opened = open_home(home)
    how_many = sum(1 for path in paths for found in (path.rglob("*") if path.is_dir() else (path,)) if found.is_file())
    with tell.progress("Reading", how_many) as step:
        loaded = month_end.load(opened, paths, datetime.now(UTC), extracted_on, dry_run=dry_run, progress=step)
    if json:
        tell.data(shapes.loaded_shape(loaded))
    else:
        tell.loaded(loaded, dry_run=dry_run)


@app.command()
def population(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The published mid-year estimates, a CSV.")],
    area: Annotated[str, typer.Option("--area", help="The council’s name in it, or its code: E06000041.")],
    home: HomeOption = None,
) -> None:
    """Add the children in the council’s area, year by year, to council.toml: rates are told of them."""
    from everychild.council import with_populations
    from everychild.intake.population import read_populations
    from everychild.store.durable import write_durably

    settings = open_home(home).settings
    estimates = read_populations(file, area)
    before = settings.read_text(encoding="utf-8")
    after = with_populations(before, estimates)
    if after != before:
        write_durably(settings, lambda target: target.write(after.encode()))
    years = f"{estimates[0].year} to {estimates[-1].year}"
    added = "were added to" if after != before else "stood already in"
    tell.say(f"{len(estimates)} estimates of children, {years}, {added} {settings}.")


app.command()(rebasing.rebase)


@app.command()
def close(
    month: MonthArgument, home: HomeOption = None, known_on: KnownOnOption = None, json: JsonOption = False
) -> None:
    """Compute and judge a month, and keep it as an edition."""
    from everychild import month_end, shapes

    opened = open_home(home)
    with tell.progress(f"Closing {month}"):
        edition = month_end.close(opened, month, datetime.now(UTC), known_on)
    if json:
        tell.data([shapes.figure_shape(item.figure, item, edition) for item in edition.indicators])
    else:
        tell.closed(edition)


@app.command()
def figures(
    month: MonthArgument,
    home: HomeOption = None,
    by: Annotated[str | None, typer.Option("--by", metavar="BREAKDOWN", help="team, age, sex, ward, worker …")] = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")] = False,
) -> None:
    """Every indicator for a month: the month, its windows, its history, and its groups if asked."""
    from everychild import shapes

    opened = open_home(home)
    if by is not None:
        _check_breakdown(by)
    edition, found = edition_or_worked_out(opened, month, known_on)
    if by == WORKER:
        from everychild.behind import with_workers

        edition, found = with_workers(opened, edition, known_on)
    if json or csv:
        rows = shapes.figure_shapes(edition, found, by)
        (tell.data if json else tell.as_csv)(rows)
    else:
        tell.figures(edition, by)


app.add_typer(flags.app, name="flags")
app.command()(tracing.behind)
app.command()(tracing.moved)
app.command()(tracing.explain)
app.command()(tracing.restated)
app.command()(looking.ahead)
app.command()(words.check_words)
app.command()(words.draft)
app.command()(words.redraft)
app.command()(looking.late)
app.command()(looking.forecast)
app.command()(working.worklist)
app.command()(inspection.annex_a)
app.command("recording-gaps")(looking.gaps)
app.add_typer(benchmarks.app, name="benchmarks")
app.add_typer(what_if.app, name="what-if")
app.add_typer(people.app, name="people")
app.command()(targets.targets)
app.add_typer(targets.app, name="target")
app.command()(safekeeping.verify)
app.command("backup-key")(safekeeping.backup_key)
app.command()(safekeeping.backup)
app.command()(safekeeping.restore)
app.command()(safekeeping.drill)


@app.command()
def report(
    month: MonthArgument,
    meeting: Annotated[date, typer.Option("--meeting", parser=a_day, metavar="DATE", help="When the committee meets.")],
    to: Annotated[Path, typer.Option("--to", help="The folder to write the papers to.")],
    questions: Annotated[
        bool, typer.Option("--questions", help="With the questions each area could prompt, for scrutiny officers.")
    ] = False,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """Write the committee's paper: report.docx, report.pdf, report.html and appendix.xlsx."""
    from everychild.cli.papers import write_papers

    opened = open_home(home)
    edition, _ = edition_or_worked_out(opened, month, known_on)
    with tell.progress("Writing the paper"):
        written = write_papers(opened, edition, meeting, to, with_questions=questions)
    if json:
        tell.data([str(path) for path in written])
    else:
        tell.papers(written)


@app.command()
def catalogue(
    ref: Annotated[str | None, typer.Argument(help="One indicator; else all.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """The definitions: what each indicator counts, which way is good, whose standard, and a worked example."""
    from everychild import month_end, shapes
    from everychild.catalogue import CATALOGUE
    from everychild.council import read_council

    settings = home_at(home).settings
    clocks = month_end.clocks_of(read_council(settings)) if settings.is_file() else {}
    chosen = CATALOGUE if ref is None else (month_end.indicator_called(ref),)
    found = [shapes.indicator_shape(indicator, clocks) for indicator in chosen]
    if json:
        tell.data(found)
    else:
        tell.definitions(found)


@app.command()
def serve(
    home: HomeOption = None,
    port: Annotated[int, typer.Option("--port", help="The local port; the next free one if it is taken.")] = 8000,
) -> None:
    """Show the dashboard on this computer. Refused where anything kept is not as it was kept."""
    from everychild.safekeeping.verify import refuse_unless_sound

    opened = open_home(home)
    refuse_unless_sound(opened)
    _serve(opened.path, port)


@app.command()
def demo(
    home: HomeOption = None,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Show the dashboard at the end.")] = True,
    port: Annotated[int, typer.Option("--port", help="The local port; the next free one if it is taken.")] = 8000,
    seed: Annotated[int, typer.Option("--seed", help="Another seed, another Northbrook.")] = 2019,
    children: Annotated[int, typer.Option("--children", min=200, help="How many children are known.")] = 3000,
    months: Annotated[int, typer.Option("--months", min=14, max=61, help="How many months of files.")] = 25,
) -> None:
    """The invented council: 25 months of files, loaded, judged, flagged, written up and shown."""
    try:
        from everychild.cli.demonstration import demonstrate
    except ModuleNotFoundError as missing:
        raise MissingPart(
            f"The demonstration needs the optional parts; {missing.name} is not installed. "
            "Install them with: pip install 'everychild[report,web]'"
        ) from None

    place = demonstrate(home_at(home), seed=seed, children=children, months=months)
    if serve:
        _serve(place.path, port)


def _serve(home: Path, port: int) -> None:
    try:
        tell.serve(home, port)
    except ModuleNotFoundError as missing:
        raise MissingPart(
            f"The dashboard needs an optional part; {missing.name} is not installed. "
            "Install it with: pip install 'everychild[web]'"
        ) from None


def _check_breakdown(name: str) -> None:
    from everychild.catalogue import CATALOGUE
    from everychild.errors import UnknownReference

    known = sorted({breakdown.name for indicator in CATALOGUE for breakdown in indicator.breakdowns} | {WORKER})
    if name not in known:
        raise UnknownReference(f"There is no breakdown {name}. There are: {', '.join(known)}.")
