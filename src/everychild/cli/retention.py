"""`everychild retention`, `purge` and `hold`: how long what is kept, what is due, and what may not go."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from everychild.cli import tell, tell_retention
from everychild.cli.options import HomeOption, JsonOption, a_day, open_home

WhoOption = Annotated[str, typer.Option("--who", help="Who decided it: a name the council will know.")]
WhyOption = Annotated[str, typer.Option("--why", help="Why.")]
ConfirmOption = Annotated[
    str, typer.Option("--confirm", metavar="KEY", help="The key printed when you looked: do exactly that.")
]

holds = typer.Typer(help="Legal holds: while one stands, nothing it covers is deleted.", no_args_is_help=True)


def retention(home: HomeOption = None, json: JsonOption = False) -> None:
    """How long each kind of thing is kept and why; what is held, what is due, and what a hold keeps."""
    from everychild.safekeeping.due import plan

    found = plan(open_home(home), datetime.now(UTC).date())
    if json:
        tell.data(tell_retention.plan_shape(found))
    else:
        tell_retention.retention(found)


def purge(
    confirm: ConfirmOption = "",
    who: WhoOption = "",
    why: WhyOption = "",
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Delete what is due, from the home and from every backup. First it says what, and the key that confirms it."""
    from everychild.safekeeping.due import plan
    from everychild.safekeeping.purge import purge as purged

    opened = open_home(home)
    if not confirm:
        found = plan(opened, datetime.now(UTC).date())
        if json:
            tell.data(tell_retention.plan_shape(found))
        else:
            tell_retention.looked_at(found)
        return
    with tell.progress("Deleting"):
        done = purged(opened, confirm, who, why, datetime.now(UTC))
    if json:
        tell.data(tell_retention.purged_shape(done))
    else:
        tell_retention.purged(done)


@holds.command("set")
def put_on(
    child: Annotated[
        str, typer.Argument(metavar="[CHILD]", help="The child’s number in the case system; else everything.")
    ] = "",
    who: WhoOption = "",
    why: WhyOption = "",
    review_on: Annotated[
        date | None,
        typer.Option("--review-on", parser=a_day, metavar="DATE", help="When somebody looks at it again."),
    ] = None,
    home: HomeOption = None,
) -> None:
    """Let nothing of a child, or nothing at all, be deleted until somebody lifts it."""
    from everychild.errors import SettingsError
    from everychild.journal import holds as kept

    open_home(home)
    if review_on is None:
        raise SettingsError("Say when somebody looks at this hold again: --review-on 2027-03-31.")
    made = kept.put_on(child.strip(), who.strip(), why.strip(), review_on, datetime.now(UTC))
    tell.say(f"Hold {made.number} stands. Lift it with: everychild hold lift {made.number}")


@holds.command("lift")
def lift(
    number: Annotated[int, typer.Argument(help="The hold’s number.")],
    who: WhoOption = "",
    why: WhyOption = "",
    home: HomeOption = None,
) -> None:
    """Let what it covered be deleted when it is due."""
    from everychild.journal import holds as kept

    open_home(home)
    kept.lift(number, who.strip(), why.strip(), datetime.now(UTC))
    tell.say(f"Hold {number} is lifted.")


@holds.command("list")
def standing(home: HomeOption = None, json: JsonOption = False) -> None:
    """The holds that stand."""
    from everychild.journal import holds as kept

    open_home(home)
    found = kept.standing()
    if json:
        tell.data([tell_retention.hold_shape(one) for one in found])
    else:
        tell_retention.holds(found)
