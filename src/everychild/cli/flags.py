"""`everychild flags`: the list of areas for improvement, and a person’s word on each."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from everychild.calendar import Month
from everychild.cli import tell, tell_flags
from everychild.cli.editions import edition_or_worked_out
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, MonthArgument, open_home


class ListUnlessToldOtherwise(TyperGroup):
    """`everychild flags 2019-04` is short for `everychild flags list 2019-04`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["list", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=ListUnlessToldOtherwise,
    help="The areas for improvement, and a person’s word on each. `everychild flags MONTH` lists them.",
    no_args_is_help=True,
)
AreaArgument = Annotated[str, typer.Argument(help="An area of the list, by the name in brackets.")]
ByOption = Annotated[str, typer.Option("--by", help="Who decides.")]
RoleOption = Annotated[str, typer.Option("--role", help="In which role.")]


@app.command("list")
def list_flags(
    month: MonthArgument,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="With --json: also early warnings, what came and left, and improvements.")
    ] = False,
) -> None:
    """The areas, most pressing first, with every reason; what nearly is one; what came, left and got better."""
    from everychild import month_end, shapes
    from everychild.judgement.the_list import moves

    edition, figures = edition_or_worked_out(open_home(home), month, known_on)
    if json and not whole:
        tell.data([shapes.area_shape(area, edition) for area in edition.areas])
        return
    moved = moves(edition.indicators, month_end.month_before(edition, figures))
    if json:
        tell.data(shapes.list_shape(edition, moved))
    else:
        tell_flags.the_list(edition, moved)


@app.command()
def confirm(
    month: MonthArgument, area: AreaArgument, by: ByOption, role: RoleOption = "", home: HomeOption = None
) -> None:
    """Say that a flagged area stays on the list of the month’s newest edition."""
    from everychild.judgement.decisions import Decision

    _decide(home, month, area, Decision.CONFIRMED, by, role, "")


@app.command()
def remove(
    month: MonthArgument,
    area: AreaArgument,
    by: ByOption,
    because: Annotated[str, typer.Option("--because", help="Why; the paper prints it.")] = "",
    role: RoleOption = "",
    home: HomeOption = None,
) -> None:
    """Take a flagged area off the list, with a reason. No figure is changed, and the paper says who did and why."""
    from everychild.judgement.decisions import Decision

    _decide(home, month, area, Decision.REMOVED, by, role, because)


def _decide(home: Any, month: Month, area: str, decision: Any, by: str, role: str, because: str) -> None:
    from everychild import month_end
    from everychild.narrative.the_list import decision_sentence

    said = month_end.decide(open_home(home), month, area, decision, by, role, because, datetime.now(UTC))
    tell.say(f"{month}, edition {said.edition}, {said.area}: {decision_sentence(said)}")
