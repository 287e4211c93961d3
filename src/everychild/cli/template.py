"""`everychild template-check`: the council’s own Word file, looked over before a paper is written in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from everychild.cli import tell
from everychild.cli.options import JsonOption


def template_check(
    file: Annotated[Path, typer.Argument(help="The Word file (.docx) that papers are to be written in.")],
    json: JsonOption = False,
) -> None:
    """Look over a Word template: where each part of the paper goes, and what is missing, doubled or unknown."""
    from everychild.own_template import template_given
    from everychild.report.template.looked_over import looked_over

    given = template_given(file)
    found = looked_over(given.content, given.name)
    if json:
        tell.data(
            {
                "may_be_used": found.may_be_used,
                "found": [{"sentence": one.sentence, "stops": one.stops} for one in found.found],
                "placed": [{"part": part, "where": where} for part, where in found.placed],
            }
        )
    else:
        for part, where in found.placed:
            tell.say(f"{part}: {where}.")
        for one in found.found:
            tell.say(f"{'Stands in the way' if one.stops else 'To know'}: {one.sentence}")
        tell.say(f"{given.name} {'can' if found.may_be_used else 'cannot'} be used.")
    if not found.may_be_used:
        raise typer.Exit(1)
