"""`everychild profile`: what the service looks like in a month, beside others, to read and to hand over."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from everychild.calendar import Month
from everychild.cli import tell
from everychild.cli.editions import edition_or_worked_out
from everychild.cli.options import HomeOption, JsonOption, KnownOnOption, a_month, open_home

ENDINGS = (".pdf", ".docx", ".html")


def profile(
    at: Annotated[Month, typer.Option("--at", parser=a_month, metavar="MONTH", help="A month, written 2019-04.")],
    to: Annotated[
        Path | None, typer.Option("--to", help="The file to write: a .pdf, .docx or .html; else it is told.")
    ] = None,
    home: HomeOption = None,
    known_on: KnownOnOption = None,
    json: JsonOption = False,
) -> None:
    """The profile of a month: how many children, how soon, who they are, and what others publish."""
    from everychild import shapes
    from everychild.narrative.profile import profile as profiled
    from everychild.narrative.profile import split_sentence
    from everychild.store.benchmarks import library

    if to is not None and to.suffix not in ENDINGS:
        raise typer.BadParameter(f"{to.name} ends in none of: {', '.join(ENDINGS)}.", param_hint="--to")
    opened = open_home(home)
    edition, _ = edition_or_worked_out(opened, at, known_on)
    published = library(opened)
    if to is not None:
        from everychild.report import write_profile

        written = write_profile(edition, lambda item: published.beside(item, edition.council), to)
        if json:
            tell.data({"written": str(written)})
        else:
            tell.say(f"Written to {written}. Small numbers stand in it: it is for officers, and not for publication.")
        return
    if json:
        tell.data(shapes.profile_shapes(edition, lambda item: published.beside(item, edition.council)))
        return
    for told in profiled(edition):
        tell.say(told.part.title)
        for split in told.splits:
            tell.say(f"  {split_sentence(split)}")
