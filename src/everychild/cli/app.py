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
    brief,
    checking,
    counting,
    flags,
    inspection,
    looked_for,
    looking,
    mapping,
    of_child,
    people,
    profile,
    publishing,
    rebasing,
    reconciling,
    regional,
    retention,
    safekeeping,
    serving,
    tables,
    targets,
    tell,
    template,
    tracing,
    what_if,
    words,
    working,
)
from everychild.cli.editions import edition_or_worked_out
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, MonthArgument, a_day, home_at, open_home
from everychild.cli.recorded import who_is_here
from everychild.errors import EverychildError, MissingPart, NotAllowed, NothingSupplied

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
    except Exception as problem:
        from everychild.store.durable import machine_failed

        failed = machine_failed(problem)
        if failed is None:
            raise
        tell.refusal(failed, as_data="--json" in sys.argv)
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
    paths: Annotated[
        list[Path] | None, typer.Argument(exists=True, help="Files, folders or zips from the case system.")
    ] = None,
    home: HomeOption = None,
    database: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="URL",
            envvar="EVERYCHILD_LOAD_FROM",
            help="A PostgreSQL database that holds the Standard Safeguarding Dataset; it is only read.",
        ),
    ] = None,
    extracted_on: Annotated[
        date | None,
        typer.Option("--extracted-on", parser=a_day, metavar="DATE", help="The day the data left the case system."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and account for everything; keep nothing.")] = False,
    json: JsonOption = False,
) -> None:
    """Take in a council's files: every row accepted, queried or set aside."""
    from everychild import month_end, shapes
    from everychild.cli.fetching import fetched
    from everychild.roles import COMMAND_LINE
    from everychild.trial import try_load
    from everychild.web.counting_ahead import ask_to_count_ahead

    opened = open_home(home)
    given = list(paths or ())
    if bool(given) == bool(database):
        raise typer.BadParameter("Name the files to load, or a database to read with --from: one of the two.")
    how_many = sum(1 for path in given for found in (path.rglob("*") if path.is_dir() else (path,)) if found.is_file())
    with fetched(opened, database) as folder, tell.progress("Reading", how_many or None) as step:
        sources = [folder] if folder else given
        loaded = month_end.load(opened, sources, datetime.now(UTC), extracted_on, dry_run=dry_run, progress=step)
    tried = try_load(opened, loaded) if dry_run else None
    if loaded.extract:
        ask_to_count_ahead(COMMAND_LINE, datetime.now(UTC))
    if json:
        tell.data({**shapes.loaded_shape(loaded), **(shapes.tried_shape(tried) if tried else {})})
        return
    tell.loaded(loaded, dry_run=dry_run)
    if tried:
        tell.tried(tried)


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


app.add_typer(mapping.app, name="map")
app.command()(rebasing.rebase)


app.command("count-ahead")(counting.count_ahead)


@app.command()
def close(
    month: MonthArgument, home: HomeOption = None, known_on: KnownOnOption = None, json: JsonOption = False
) -> None:
    """Compute and judge a month, and keep it as an edition."""
    from everychild import month_end, shapes
    from everychild.roles import COMMAND_LINE
    from everychild.web.looking_round import ask_to_look_round

    opened = open_home(home)
    with tell.progress(f"Closing {month}"):
        edition = month_end.close(opened, month, datetime.now(UTC), known_on)
        ask_to_look_round(month, COMMAND_LINE, datetime.now(UTC))
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
    to: Annotated[
        Path | None, typer.Option("--to", help="Write a table and its dictionary: a .csv, .parquet or .xlsx file.")
    ] = None,
) -> None:
    """Every indicator for a month: the month, its windows, its history, and its groups if asked."""
    from everychild import shapes

    if to is not None:
        tables.refuse_another_ending(to)
    opened = open_home(home)
    if by is not None:
        _check_breakdown(by)
    edition, found = edition_or_worked_out(opened, month, known_on)
    if by == WORKER:
        from everychild.behind import with_workers

        edition, found = with_workers(opened, edition, known_on)
    if to is not None:
        tables.figures_to(to, edition, found, by, as_data=json)
    elif json or csv:
        rows = shapes.figure_shapes(edition, found, by)
        (tell.data if json else tell.as_csv)(rows)
    else:
        tell.figures(edition, by)


app.add_typer(flags.app, name="flags")
app.command()(tracing.behind)
app.command()(tracing.moved)
app.command()(tracing.explain)
app.command()(tracing.restated)
app.command()(checking.check)
app.command()(reconciling.reconcile)
app.command()(looking.ahead)
app.command()(words.check_words)
app.command()(words.draft)
app.command()(words.redraft)
app.command()(looking.late)
app.command()(looking.forecast)
app.command("look-round")(looking.look_round)
app.command()(working.worklist)
app.command()(inspection.annex_a)
app.command()(tables.tables)
app.command()(profile.profile)
app.command()(brief.brief)
app.command("template-check")(template.template_check)
app.command()(publishing.publish)
app.command("serve-public")(publishing.serve_public)
app.command("audit-release")(publishing.audit_release)
app.command("recording-gaps")(looking.gaps)
app.add_typer(benchmarks.app, name="benchmarks")
app.add_typer(regional.app, name="regional")
app.add_typer(what_if.app, name="what-if")
app.add_typer(people.app, name="people")
app.command()(targets.targets)
app.add_typer(targets.app, name="target")
app.command()(safekeeping.verify)
app.command("backup-key")(safekeeping.backup_key)
app.command()(safekeeping.backup)
app.command()(safekeeping.restore)
app.command()(safekeeping.drill)
app.command()(retention.retention)
app.command()(retention.purge)
app.command()(of_child.erase)
app.command("subject-access")(of_child.subject_access)
app.add_typer(retention.holds, name="hold")
app.command()(serving.serve)
app.command()(serving.work)


@app.command()
def report(
    month: MonthArgument,
    meeting: Annotated[date, typer.Option("--meeting", parser=a_day, metavar="DATE", help="When the committee meets.")],
    to: Annotated[Path | None, typer.Option("--to", help="The folder to write the papers to.")] = None,
    pre_flight: Annotated[
        bool, typer.Option("--pre-flight", help="Look for what stands in the way of publishing it, and write nothing.")
    ] = False,
    for_publication: Annotated[
        bool,
        typer.Option("--for-publication", help="For everybody: rounded, attacked, and kept as a release."),
    ] = False,
    for_members: Annotated[
        bool, typer.Option("--for-members", help="No draft: for Members, with exact figures, and marked so.")
    ] = False,
    members_set: Annotated[
        bool, typer.Option("--members-set", help="The Members’ set in the appendix, not every indicator.")
    ] = False,
    without_exceptions: Annotated[
        bool, typer.Option("--without-exceptions", help="Without each area for improvement told in full.")
    ] = False,
    questions: Annotated[
        bool, typer.Option("--questions", help="With the questions each area could prompt, for scrutiny officers.")
    ] = False,
    own_template: Annotated[
        Path | None,
        typer.Option("--template", help="The council’s own Word file to write it in; else the one in council.toml."),
    ] = None,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """Write the committee's paper: report.docx, report.pdf, report.html and appendix.xlsx.

    Each page is marked as a draft, or with --for-members as theirs; neither may be published. With --for-publication
    it is the paper that `everychild publish` writes, in Word, PDF and as a page. Both are refused while anything stands
    in the way.
    """
    from everychild.papers import write_drafts, write_for_members
    from everychild.publishing import publish_paper
    from everychild.report.contents import Contents

    opened = open_home(home)
    edition, _ = edition_or_worked_out(opened, month, known_on)
    today = datetime.now(UTC).date()
    if pre_flight:
        looked_for.tell_pre_flight(edition, meeting, today, as_data=json)
        return
    if to is None:
        raise NothingSupplied("Say which folder to write the papers to: --to papers.")
    if questions and (for_publication or for_members):
        raise NotAllowed("Questions are for scrutiny officers, and stand in drafts alone. Leave one out.")
    if for_publication and (for_members or members_set or without_exceptions or own_template is not None or known_on):
        raise NotAllowed(
            "The paper for publication is of the newest edition, has the parts of the public page, and is written in "
            "the template of council.toml. Give --for-publication without --for-members, --members-set, "
            "--without-exceptions, --template and --known-on."
        )
    contents = Contents(members_set=members_set, with_exceptions=not without_exceptions)
    with tell.progress("Writing the paper") as step:
        if for_publication:
            written = publish_paper(opened, month, meeting, to, who_is_here(), "", datetime.now(UTC), step)
        elif for_members:
            written = write_for_members(opened, edition, meeting, to, today, contents, template=own_template)
        else:
            written = write_drafts(
                opened, edition, meeting, to, contents, with_questions=questions, template=own_template
            )
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
        serving.serve_pages(place.path, port)


def _check_breakdown(name: str) -> None:
    from everychild.catalogue import CATALOGUE
    from everychild.errors import UnknownReference

    known = sorted({breakdown.name for indicator in CATALOGUE for breakdown in indicator.breakdowns} | {WORKER})
    if name not in known:
        raise UnknownReference(f"There is no breakdown {name}. There are: {', '.join(known)}.")
