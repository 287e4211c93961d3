"""How a command speaks: tables and sentences for people on the terminal, data for programs on standard output.

Progress, notes and refusals go to standard error, so that `--json` output is data and nothing else.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from everychild import wording
from everychild.behind import Behind, Moved
from everychild.calendar import Month
from everychild.catalogue.indicator import Unit
from everychild.comparators.published import ATTRIBUTION, State
from everychild.comparators.reading import Reading
from everychild.comparators.series import Comparison, Series
from everychild.comparators.years import InYear
from everychild.errors import EverychildError, FileRefused, FilesRefused
from everychild.explained import Explained
from everychild.journal.ledger import Place
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.status import Status
from everychild.judgement.targets import target_in_words
from everychild.judgement.the_list import decision_before, decision_on
from everychild.measure.figure import Figure
from everychild.measure.lineage import Part
from everychild.month_end import READ_ANEW, Loaded
from everychild.narrative import area_sentence, at_a_glance
from everychild.narrative.bound import Bound
from everychild.narrative.compared import number_in_words
from everychild.narrative.quantities import value_in_words
from everychild.narrative.the_list import decision_sentence, earlier_sentence
from everychild.quality.telling import one_line_a_kind
from everychild.recording_gaps import Gaps
from everychild.restated import Restated
from everychild.shapes import as_json
from everychild.trial import Tried
from everychild.worklist import WORK, When, Worklist, in_one_sentence

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
SHAPES = {
    Status.ON_TARGET: "●",
    Status.CLOSE: "▲",
    Status.OFF_TARGET: "■",
    Status.FOR_INFORMATION: "○",
    Status.NOT_JUDGED: "–",
}


def say(text: str) -> None:
    out.print(text, soft_wrap=True, markup=False)


def note(text: str) -> None:
    err.print(text, soft_wrap=True, markup=False, style="dim")


def data(what: object) -> None:
    sys.stdout.write(as_json(what) + "\n")


def as_csv(rows: Sequence[dict[str, Any]]) -> None:
    if not rows:
        return
    writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)


@contextmanager
def progress(doing: str, steps: int | None = None) -> Iterator[Callable[[str], None]]:
    """A bar that moves with each step told, on a terminal; silence elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(doing, total=steps)
        yield lambda step: bar.update(task, advance=1, description=f"{doing}: {step}")


def refusal(problem: EverychildError, *, as_data: bool) -> None:
    """Why nothing was done, and what to do; with --json, a list of faults with their places."""
    refused = problem.refused if isinstance(problem, FilesRefused) else (problem,)
    if as_data:
        data([_fault(item) for item in refused])
    for item in refused:
        err.print(str(item), soft_wrap=True, markup=False, style="bold")


def _fault(problem: Exception) -> dict[str, Any]:
    if isinstance(problem, FileRefused):
        return {
            "file": problem.file,
            "sheet": problem.sheet,
            "row": problem.row,
            "column": problem.column,
            "value_shape": problem.value_shape,
            "rule": problem.rule,
            "code": problem.rule,
            "severity": "refused",
            "message": problem.message,
        }
    return {
        "file": None,
        "sheet": None,
        "row": None,
        "column": None,
        "value_shape": None,
        "rule": type(problem).__name__,
        "code": type(problem).__name__,
        "severity": "refused",
        "message": str(problem),
    }


def published_files(kept: Sequence[tuple[Reading, bool]]) -> None:
    """The account of published files, one line each, with what could not be taken."""
    table = Table("File", "What it is", "Rows", "Values", "States", "", box=None, header_style="bold")
    for reading, is_new in kept:
        counts = (f"{count:,}" for count in (reading.rows, reading.values, reading.states))
        table.add_row(reading.file, reading.vintage, *counts, "" if is_new else "loaded before: nothing changed")
    out.print(table)
    for reading, _ in kept:
        for one in reading.set_aside:
            say(
                f"{reading.file}, column {one.column}: {wording.count(one.cells, 'cell')} set aside, the first in row "
                f"{one.first_row}: {one.why}."
            )
    say(f"{ATTRIBUTION}.")


def published_years(comparison: Comparison, rows: Sequence[InYear]) -> None:
    """What is published beside an indicator, the newest year first."""
    series = comparison.series
    say(f"{comparison.ref}: {series.title}, {series.told.in_words}.")
    say(
        f"Comparable. {comparison.because}"
        if comparison.is_comparable
        else f"Not comparable, because {comparison.because}. It is the nearest figure published."
    )
    names = tuple(dict.fromkeys(row.name for row in rows))
    sources = {source: n for n, source in enumerate(dict.fromkeys(_source(row) for row in rows), 1)}
    table = Table("When", *names, box=None, header_style="bold")
    for year in dict.fromkeys(row.year for row in rows):
        cells = {row.name: f"{_published(row, series)} [{sources[_source(row)]}]" for row in rows if row.year == year}
        table.add_row(series.when.in_words(year), *(Text(cells.get(name, "")) for name in names))
    out.print(table)
    for source, n in sources.items():
        say(f"[{n}] {source}")
    say(f"{ATTRIBUTION}.")


def _published(row: InYear, series: Series) -> str:
    told = row.known.told if row.known else row.value
    if told is None:
        return ""
    return told.in_words if isinstance(told, State) else number_in_words(told, series.told)


def _source(row: InYear) -> str:
    if row.model is None:
        return row.known.release.vintage if row.known else ""
    force = "" if row.is_in_force else ", not yet in force then"
    return f"The middle of {row.how_many} by {row.model.name}{force}"


def loaded(what: Loaded, *, dry_run: bool) -> None:
    """The account of a load."""
    for name in what.already_loaded:
        say(f"{name} has been loaded before. Nothing was changed.")
    if not what.files:
        return
    table = Table("File", "Recognised as", "Rows", "Accepted", "Queried", "Set aside", box=None, header_style="bold")
    for file in what.files:
        counts = (file.rows, file.accepted, file.queried, file.set_aside)
        table.add_row(file.name, file.format.replace("_", " "), *(f"{count:,}" for count in counts))
    out.print(table)
    for name in what.read_anew:
        say(f"{name} {READ_ANEW}")
    if what.told_again:
        say(f"Joined with {wording.count(len(what.told_again), 'file')} of returns loaded before.")
    for file in what.files:
        for word in file.read_as:
            say(f"  {file.name}: {word.in_words}")
        for message in one_line_a_kind(file.faults):
            say(f"  {file.name}: {message}")
        for part in file.skipped:
            say(f"  {file.name}: {part}")
    if any(file.unknown for file in what.files):
        say("Some headings or values are not known. Say once what they mean: everychild map asked")
    kept = "Read as a trial: nothing was kept." if dry_run else "Loaded."
    taken = wording.day(what.extracted_on) if what.extracted_on else "an unknown day"
    say(f"{kept} Taken as extracted on {taken}; --extracted-on corrects that.")


def tried(found: Tried) -> None:
    """What a trial would move, and how it differs from last time."""
    unusual = [one for one in found.differences if one.is_unusual]
    for one in unusual:
        say(f"{one.record.replace('_', ' ')}: {one.rows:,} rows, where the last loads held about {one.usual:,}.")
    for one in found.differences:
        if one.children_renamed:
            many = wording.count(one.children_renamed, "child seems", "children seem")
            say(f"{one.record.replace('_', ' ')}: {many} to go by another reference than last time.")
    moves = found.moves
    if moves is None:
        return
    month = wording.month(moves.month)
    if not moves.moved:
        say(f"They would move no figure of {month}.")
    else:
        told = wording.count(len(moves.moved), "indicator")
        say(f"Closed again with these files, {month} would tell {told} otherwise:")
        table = Table("", "Indicator", f"Edition {moves.edition}", "Would be", box=None, header_style="bold")
        for move in moves.moved:
            values = (str(value_in_words(one)) for one in (move.was, move.would_be))
            table.add_row(move.was.ref, move.was.title, *values)
        out.print(table)
    for titles, verb in ((moves.would_come, "come on to"), (moves.would_leave, "leave")):
        if titles:
            say(f"{wording.listed(titles)} would {verb} the list of areas for improvement.")
    if moves.next_month is not None:
        say(f"{wording.month(moves.next_month.as_at)} could be closed, and would say: {at_a_glance(moves.next_month)}")


def closed(edition: JudgedEdition) -> None:
    """What a close came to."""
    say(f"{wording.month(edition.as_at)}, as known on {wording.day(edition.known_on)}. {at_a_glance(edition)}")
    absent = [item.ref for item in edition.indicators if item.figure.absent is not None]
    if absent:
        say(f"No figure for {len(absent)}: {', '.join(absent)}. `everychild figures {edition.as_at}` says why.")
    areas(edition)


def figures(edition: JudgedEdition, by: str | None) -> None:
    """The month's figures, a line each; by a breakdown, a line a group."""
    table = Table("", "Indicator", "Figure", "Out of", "Last month", "Target", "Status", box=None, header_style="bold")
    for item in edition.indicators:
        rows = item.groups.get(by, ()) if by else (item.figure,)
        for figure in rows:
            name = f"{item.title}: {figure.group}" if by else item.title
            table.add_row(item.ref, name, *_cells(item, figure, is_whole=by is None))
    out.print(table)


def _cells(item: Judged, figure: Any, *, is_whole: bool) -> tuple[str, ...]:
    value = item.value_of(figure)
    unit = item.indicator.unit
    before = item.value_of(item.last_month) if is_whole else None
    return (
        figure.absent.in_words if value is None and figure.absent else wording.shown(value or 0, unit),
        "" if figure.denominator is None else f"{figure.denominator:,}",
        "" if before is None else wording.shown(before, unit),
        target_in_words(item.target, item.indicator) if item.target and is_whole else "",
        f"{SHAPES[item.status]} {item.status.in_words}" if is_whole else "",
    )


def areas(edition: JudgedEdition) -> None:
    """The areas for improvement, with every reason."""
    if not edition.areas:
        say("No area is flagged for improvement.")
    for position, area in enumerate(edition.areas, 1):
        out.print(f"{position}. {area.area.title} ({area.area.name})", style="bold", markup=False)
        say(f"   {area_sentence(area, edition)}")
        said = (decision_sentence(decision_on(edition, area)), earlier_sentence(decision_before(edition, area)))
        say("   " + " ".join(str(sentence) for sentence in said if sentence))
        for item in area.judged:
            for reason in item.reasons:
                say(f"   {item.ref} {reason.code} ({reason.points}): {reason.sentence}")
    points = edition.council.thresholds.flag_at_points
    say(
        f"An indicator is flagged at {points} points (council.toml, [judgement] flag_at_points) where it misses its "
        "target, cannot reach it, hides a backlog, or counts children of whom any at all is too many."
    )


def rows(found: Behind, month: Month) -> None:
    """The rows behind a figure, and what they add up to."""
    table = Table("Part", "Adds", "File", "Sheet", "Row", "Why", box=None, header_style="bold")
    for row in found.rows:
        table.add_row(row.part.value, f"{row.numerator:,}", row.file, row.sheet, str(row.row), row.why)
    out.print(table)
    whole = f"{found.numerator:,}" if found.denominator is None else f"{found.numerator:,} over {found.denominator:,}"
    say(
        f"{wording.count(len(found.rows), 'row')} behind {found.indicator.ref} for {wording.month(month)}: "
        f"they add up to {whole}."
    )


def moved(ref: str, month: Month, rule: str, found: Sequence[Moved]) -> None:
    """The rows another rule counts differently."""
    table = Table("Was", "Would be", "File", "Sheet", "Row", "Why", box=None, header_style="bold")
    for item in found:
        table.add_row(
            item.before.value, item.after.value, item.row.file, item.row.sheet, str(item.row.row), item.row.why
        )
    if found:
        out.print(table)
    say(
        f"By the rule {rule}, {wording.count(len(found), 'row')} of {ref.upper()} for {wording.month(month)} would be "
        "counted differently."
    )


def restated(month: Month, found: Sequence[Restated], *, with_rows: bool) -> None:
    """What changed since it was last told."""
    table = Table("", "Indicator", "Month", "Was", "Is now", "Rows come", "Rows gone", box=None, header_style="bold")
    for item in found:
        unit = item.indicator.unit
        table.add_row(
            item.indicator.key,
            item.indicator.title_for({}),
            wording.month(item.month),
            _told(item.before, unit),
            _told(item.after, unit),
            *(("counted", "otherwise") if item.is_recounted else (str(len(item.came)), str(len(item.went)))),
        )
    if found:
        out.print(table)
    if with_rows:
        for item in found:
            for sign, changed in (("+", item.came), (wording.MINUS, item.went)):
                for row in changed:
                    place = f"{row.file}, {row.sheet}, row {row.row}"
                    say(f"{item.indicator.key} {item.month} {sign} {place}: {row.why}")
    if any(item.is_recounted for item in found):
        say("“Counted otherwise”: no row came or went; a definition, a setting or the software has changed.")
    say(f"{wording.count(len(found), 'figure')} told otherwise than in the edition before {wording.month(month)}’s.")


def _told(figure: Figure, unit: Unit) -> str:
    value = figure.value(unit)
    if value is None:
        return figure.absent.in_words if figure.absent else wording.NOTHING
    out_of = f" ({figure.numerator:,} of {figure.denominator:,})" if unit is Unit.PERCENT else ""
    return wording.shown(value, unit) + out_of


def paragraphs(heading: str, sentences: Sequence[Bound | str]) -> None:
    """A heading, and a line to each sentence."""
    out.print(heading, style="bold", markup=False, soft_wrap=True)
    for sentence in sentences:
        say(str(sentence))


def gaps(found: Gaps, places: Sequence[Place]) -> None:
    """Hints at work done and not written up, and how earlier ones did."""
    table = Table("Was due", "Likely done, because", "Says so", "File", "Sheet", "Row", box=None, header_style="bold")
    for hint, place in zip(found.hints, places, strict=True):
        said = wording.day(hint.on) if hint.on else ""
        due = wording.day(hint.row.due_on) if hint.row.due_on else ""
        table.add_row(due, hint.rule.value, said, place.file, place.sheet, str(place.row))
    if found.hints:
        out.print(table)
    for rule in sorted({hint.rule for hint in found.hints}):
        say(f"{wording.sentence(rule.value)}: {rule.in_words}")
    say(
        f"{found.indicator.ref}, as known on {wording.day(found.known_on)}: {len(found.hints):,} of "
        f"{len(found.overdue):,} overdue were likely done and not written up. None is counted as done."
    )
    if found.checked_on is None:
        say("How often such hints prove right cannot be told before a second extract.")
        return
    for one in found.precision:
        if one.share is not None:
            say(
                f"Of {wording.count(one.given, 'hint')} “{one.rule.value}” on {wording.day(found.checked_on)}, "
                f"{one.confirmed:,} proved right by {wording.day(found.known_on)}: {wording.percentage(one.share)}."
            )
    if not any(one.given for one in found.precision):
        say(f"On {wording.day(found.checked_on)} there was no hint to hold against what is known now.")


def papers(written: Sequence[Path]) -> None:
    for path in written:
        say(f"{path}")


def worklist(found: Worklist) -> None:
    """The list, with who is carrying what."""
    say(in_one_sentence(found))
    table = Table("Work", "Case", "Due", "Working days", "Team", "Worker", box=None, header_style="bold")
    for piece in found.pieces:
        late = {When.OVERDUE: "overdue by {}", When.DUE: "{} left", When.NOT_IN_TIME: "not in time"}[piece.when]
        due = wording.day(piece.due_on) if piece.due_on else ""
        title = f"{piece.title} (likely done: {piece.hint})" if piece.hint else piece.title
        table.add_row(title, piece.child_id, due, late.format(piece.working_days), piece.team, piece.worker)
    out.print(table)
    for item in found.not_supplied:
        say(f"Not on the list: {WORK[item.ref].lower()} ({item.ref}). No extract tells what it rests on.")
    if found.long_overdue:
        say(f"{found.long_overdue:,} more have been overdue for over a year: close or put right their records.")


def people(rows: Sequence[dict[str, Any]]) -> None:
    table = Table("Name", "Signs in as", "Role", "Teams or worker", "Now", box=None, header_style="bold")
    for row in rows:
        table.add_row(row["name"], row["signs_in_as"], row["role"], row["teams"] or row["worker"], row["now"])
    out.print(table)


def definitions(found: Sequence[dict[str, Any]]) -> None:
    """Definitions to read."""
    for item in found:
        out.print(f"{item['ref']}  {item['title']}", style="bold", markup=False)
        say(f"      {item['meaning']}")
        if len(found) > 1:
            continue
        for name in ("condition_in_words", "why", "source", "comparator", "misuse"):
            say(f"      {item[name]}")
        for example in item["examples"]:
            say(f"      {example['says']}")
            for line in example["rows"]:
                say(f"        {line}")
            say(f"        comes to {example['expect']}")


def serve(home: Path, port: int, workers: int = 1, address: str = "127.0.0.1") -> None:
    """Serves the dashboard until it is stopped."""
    from everychild.web.serve import serve as serve_pages

    serve_pages(home, port, lambda at: say(f"The dashboard is at {at}  (Ctrl+C stops it)"), workers, address)


PARTS = {Part.NUMERATOR: "in", Part.DENOMINATOR: "under the line", Part.EXCLUDED: "left out", None: "not there"}


def explained(found: Sequence[Explained], *, with_the_rest: bool) -> None:
    """An indicator a line, those that have something of the child's; then how many have not."""
    rest = 0
    for each in found:
        if each.part is None and not with_the_rest:
            rest += 1
            continue
        say(f"{each.indicator.ref}  {each.title}: {PARTS[each.part]}")
        say(f"      {each.sentence}")
    if rest:
        note(f"{wording.count(rest, 'indicator')} have nothing of this child’s this month; --everything lists them.")
