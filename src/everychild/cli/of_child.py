"""`everychild erase` and `everychild subject-access`: a child’s own rights, answered for one child."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from everychild.cli import tell, tell_of_child
from everychild.cli.options import HomeOption, JsonOption, open_home
from everychild.cli.recorded import children_read
from everychild.cli.retention import ConfirmOption, WhoOption, WhyOption

ChildArgument = Annotated[str, typer.Argument(metavar="CHILD", help="The child’s number in the case system.")]


def erase(
    child: ChildArgument,
    confirm: ConfirmOption = "",
    who: WhoOption = "",
    why: WhyOption = "",
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Erase a child from the home and every backup. First it says what is held, and the key that confirms it.

    Closed months keep their figures. No backup made before can be opened any more, so a new one is made.
    """
    from everychild.safekeeping.erase import erase as erased
    from everychild.safekeeping.erase import look

    opened = open_home(home)
    if not confirm:
        found = look(opened, child.strip())
        if json:
            tell.data(tell_of_child.held_shape(found))
        else:
            tell_of_child.looked_at(found)
        return
    with tell.progress("Erasing"):
        done = erased(opened, child.strip(), confirm, who, why, datetime.now(UTC))
    if json:
        tell.data(tell_of_child.erased_shape(done))
    else:
        tell_of_child.erased(done)


def subject_access(child: ChildArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """Everything held of a child, row by row with its file and load; and who saw it, when and why."""
    from everychild.subject_access import held_of_child

    opened = open_home(home)
    with tell.progress("Looking") as step:
        found = held_of_child(opened, child.strip(), step)
    children_read("subject access answered", f"case {child.strip()}")
    if json:
        tell.data(tell_of_child.access_shape(found))
    else:
        tell_of_child.access(found)
