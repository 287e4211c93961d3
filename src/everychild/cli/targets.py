"""`everychild targets` and `everychild target`: the register of targets, a new row in it, and what one would change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Annotated

import typer

from everychild.calendar import Month
from everychild.cli import tell_targets
from everychild.cli.options import HomeOption, JsonOption, a_day, a_month, home_at, open_home
from everychild.errors import NothingSupplied

app = typer.Typer(help="A new target, written down with its source; or what one would change.", no_args_is_help=True)


def a_number(text: str) -> Fraction:
    """A plain decimal number, exactly."""
    try:
        found = Decimal(text)
    except InvalidOperation:
        raise typer.BadParameter(f"{text!r} is not a number; write 90 for 90%, or 17.5.") from None
    if not found.is_finite():
        raise typer.BadParameter(f"{text!r} is not a number; write 90 for 90%, or 17.5.")
    return Fraction(found)


RefArgument = Annotated[str, typer.Argument(help="An indicator’s reference, such as EH04.")]
ValueOption = Annotated[
    Fraction | None,
    typer.Option("--value", parser=a_number, metavar="NUMBER", help="In the figure’s own unit: 90 for 90%."),
]
LowOption = Annotated[
    Fraction | None,
    typer.Option("--low", parser=a_number, metavar="NUMBER", help="For what is best inside a range: its low end."),
]
HighOption = Annotated[
    Fraction | None, typer.Option("--high", parser=a_number, metavar="NUMBER", help="And its high end.")
]
ToleranceOption = Annotated[
    Fraction | None,
    typer.Option("--tolerance", parser=a_number, metavar="NUMBER", help="How far off still counts as close; else 0."),
]
FloorOption = Annotated[
    Fraction | None,
    typer.Option(
        "--floor", parser=a_number, metavar="NUMBER", help="Never acceptable beyond this, whatever the target."
    ),
]


def targets(
    home: HomeOption = None,
    on: Annotated[
        date | None,
        typer.Option("--on", parser=a_day, metavar="DATE", help="As the register stands on a day; else today."),
    ] = None,
    json: JsonOption = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")] = False,
) -> None:
    """The register of targets: in force, past and coming, whose, from which document, and reviews overdue."""
    from everychild import shapes
    from everychild.cli import tell
    from everychild.council import read_council
    from everychild.judgement.register import register

    when = on or date.today()  # noqa: DTZ011 - the day where the person sits is the day meant
    found = register(read_council(home_at(home).settings), when)
    if json or csv:
        rows = [shapes.registered_shape(row) for row in found]
        (tell.data if json else tell.as_csv)(rows)
    else:
        tell_targets.register(found, when)


@app.command("set")
def set_target(
    ref: RefArgument,
    since: Annotated[date, typer.Option("--since", parser=a_day, metavar="DATE", help="The first day it is in force.")],
    who: Annotated[str, typer.Option("--who", help="Who set it.")],
    why: Annotated[str, typer.Option("--why", help="Why it is what it is.")],
    source: Annotated[str, typer.Option("--source", help="The document, decision or law that says so.")],
    value: ValueOption = None,
    low: LowOption = None,
    high: HighOption = None,
    tolerance: ToleranceOption = None,
    floor: FloorOption = None,
    review: Annotated[
        date | None, typer.Option("--review", parser=a_day, metavar="DATE", help="When it is looked at again.")
    ] = None,
    national: Annotated[bool, typer.Option("--national", help="Set outside the council; else it is local.")] = False,
    home: HomeOption = None,
) -> None:
    """Add a target to council.toml, from a day on. The months before that day keep the target they were judged by."""
    from everychild.cli import tell
    from everychild.council import SetBy, Target
    from everychild.judgement.register import with_target
    from everychild.month_end import indicator_called
    from everychild.store.durable import write_durably

    place = home_at(home)
    place.require()
    indicator = indicator_called(ref)
    set_by = SetBy.NATIONAL if national else SetBy.LOCAL
    close = tolerance or Fraction(0)
    row = Target(indicator.ref, value, low, high, close, set_by, who, why, since, review, source, floor)
    after = with_target(place.settings.read_bytes().decode("utf-8"), row, indicator)
    write_durably(place.settings, lambda file: file.write(after.encode()))
    tell.say(tell_targets.was_set(row, indicator, str(place.settings)))


@app.command("preview")
def preview_target(
    ref: RefArgument,
    value: ValueOption = None,
    low: LowOption = None,
    high: HighOption = None,
    tolerance: ToleranceOption = None,
    floor: FloorOption = None,
    since: Annotated[
        date | None,
        typer.Option("--since", parser=a_day, metavar="DATE", help="From which day; else over every month shown."),
    ] = None,
    month: Annotated[
        Month | None, typer.Option("--month", parser=a_month, metavar="MONTH", help="A closed month; else the newest.")
    ] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """What a target would have made of the months there are, and of this month’s flags. Nothing is written."""
    from everychild import month_end, shapes
    from everychild.cli import tell
    from everychild.council import SetBy, Target
    from everychild.journal import ledger

    opened = open_home(home)
    closed = ledger.closed_months()
    asked = month or (closed[0] if closed else None)
    found = month_end.open_edition(opened, asked) if asked else None
    if found is None:
        which = f"{asked} has not been closed" if asked else "No month has been closed"
        raise NothingSupplied(f"{which}, so there is nothing to try a target on. First: everychild close MONTH")
    edition, figures = found
    indicator = month_end.indicator_called(ref, edition.council)
    close = tolerance or Fraction(0)
    begins = since or (edition.as_at - month_end.MONTHS_SHOWN).first_day
    row = Target(
        indicator.ref, value, low, high, close, SetBy.LOCAL, "A proposal", "To try", begins, None, "Preview", floor
    )
    result = month_end.preview_target(edition, figures, row)
    if json:
        tell.data(shapes.preview_shape(result))
    else:
        tell_targets.previewed(result)
