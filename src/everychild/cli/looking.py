"""Commands that look ahead of a month, or back at how it was first told."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from everychild.calendar import Month
from everychild.cli import tell
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, a_month, open_home
from everychild.cli.recorded import children_read
from everychild.cli.tracing import RefArgument

MonthOption = Annotated[
    Month | None,
    typer.Option("--month", parser=a_month, metavar="MONTH", help="A month, written 2019-04; else the last closed."),
]


def ahead(
    ref: RefArgument,
    month: MonthOption = None,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """What falls due in the four weeks after a month, and what it comes to if all of it is in time, or none."""
    from everychild import ahead as looking
    from everychild import shapes
    from everychild.errors import NothingSupplied
    from everychild.narrative.ahead import ahead_in_words

    opened = open_home(home)
    edition = edition_of(opened, month, known_on)
    item = judged_called(edition, ref)
    looking.must_look(item.indicator)
    found = looking.ahead(opened, edition, [item.ref]).get(item.ref)
    if found is None:
        raise NothingSupplied(f"No extract tells what {item.ref} rests on for {edition.as_at}. Load one that does.")
    if json:
        tell.data(shapes.ahead_shape(found, item))
    else:
        tell.paragraphs(f"{item.ref} {item.title}", ahead_in_words(item, found).sentences)


def late(
    ref: RefArgument,
    month: MonthOption = None,
    months: Annotated[int, typer.Option("--months", min=0, max=24, help="How many months before it as well.")] = 3,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """Late work or late recording: each month as first told, as it is known now, and what was written up since."""
    from everychild import late as looking
    from everychild import shapes
    from everychild.errors import NothingSupplied
    from everychild.narrative.late import late_in_words

    opened = open_home(home)
    edition = edition_of(opened, month, known_on)
    item = judged_called(edition, ref)
    found = looking.late(opened, edition, [item.ref], months).get(item.ref)
    if found is None:
        raise NothingSupplied(
            f"No extract taken since {edition.as_at} ended tells all that {item.ref} rests on. Load one that does."
        )
    if json:
        tell.data([shapes.first_told_shape(month, item) for month in found.months])
    else:
        tell.paragraphs(f"{item.ref} {item.title}", late_in_words(item, found.months, found.lags))


def gaps(
    ref: RefArgument,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """Overdue work that was likely done and not written up, why, and how often such hints have proved right."""
    from everychild import shapes
    from everychild.behind import places_of
    from everychild.council import read_council
    from everychild.month_end import indicator_called
    from everychild.recording_gaps import recording_gaps

    opened = open_home(home)
    council = read_council(opened.settings)
    found = recording_gaps(opened, council, indicator_called(ref, council), known_on)
    children_read("recording gaps opened", ref.upper())
    places = places_of([hint.row.source_id for hint in found.hints])
    if json:
        tell.data(shapes.gaps_shape(found, places))
    else:
        tell.gaps(found, places)


def forecast(
    ref: RefArgument,
    month: MonthOption = None,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """The three months after a month, with intervals, and how such a forecast has done on the series’ own past."""
    from everychild import shapes
    from everychild.judgement.forecast import forecast as foretell
    from everychild.narrative.forecast import forecast_in_words

    item = judged_called(edition_of(open_home(home), month, known_on), ref)
    found = foretell(item.indicator, item.history)
    if json:
        tell.data(shapes.forecast_shape(found))
    else:
        tell.paragraphs(f"{item.ref} {item.title}", forecast_in_words(item, found))


def look_round(
    month: Annotated[Month, typer.Argument(parser=a_month, metavar="MONTH", help="A closed month, written 2019-04.")],
    home: HomeOption = None,
) -> None:
    """Work out what lies ahead of a closed month, what came late to it and its forecasts, and keep them beside it."""
    from datetime import UTC, datetime

    from everychild import looked_round, month_end
    from everychild.errors import NothingSupplied

    opened = open_home(home)
    found = month_end.open_edition(opened, month)
    if found is None:
        raise NothingSupplied(f"{month} has not been closed. First: everychild close {month}")
    with tell.progress(f"Looking round {month}") as say:
        added = looked_round.look_round(opened, found[0], datetime.now(UTC), say)
    tell.say(f"{month}: kept {', '.join(added)}." if added else f"{month}: all of it was kept already.")


def edition_of(home: Any, month: Month | None, known_on: Any = None) -> Any:
    """A month's edition; the last closed month's where none is named; worked out where it is not closed."""
    from everychild import month_end
    from everychild.errors import NothingSupplied
    from everychild.journal import ledger

    if month is None:
        closed = ledger.closed_months()
        if not closed:
            raise NothingSupplied("No month is closed. Name one: --month 2019-04.")
        month = closed[0]
    kept = month_end.open_edition(home, month) if known_on is None else None
    return (kept or month_end.work_out(home, month, known_on))[0]


def judged_called(edition: Any, ref: str) -> Any:
    """An edition's indicator of that reference, in any case. Raises UnknownReference with near ones."""
    from everychild.month_end import indicator_called

    return edition.by_ref(indicator_called(ref).ref)
