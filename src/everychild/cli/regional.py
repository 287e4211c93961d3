"""`everychild regional …`: a council’s signed file of aggregates, and a region’s pack made of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from everychild.cli import tell
from everychild.cli.options import HomeOption, JsonOption, MonthArgument, open_home
from everychild.cli.recorded import who_is_here

app = typer.Typer(no_args_is_help=True, help="Councils side by side, from aggregates alone.")

RegionOption = Annotated[Path, typer.Option("--region", help="The region’s folder.")]


@app.command()
def key(path: Annotated[Path, typer.Argument(help="Where the signing key is to be kept.")]) -> None:
    """Make a council’s signing key, and print the public half for its region."""
    from everychild.regional.signing import make_key

    tell.say(make_key(path))
    tell.note(f"The private half is in {path}: keep it as you keep passwords. The line above is for the region.")


@app.command()
def export(
    month: MonthArgument,
    to: Annotated[Path, typer.Option("--to", help="The file to write.")],
    signing_key: Annotated[Path, typer.Option("--key", help="The council’s signing key.")],
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Write a month’s file for the region: rounded, attacked, signed, with no row of a child in it."""
    from everychild.sending import export_regional

    opened = open_home(home)
    with tell.progress("Writing the file for the region") as step:
        rows = export_regional(opened, month, to, signing_key, who_is_here(), datetime.now(UTC), step)
    if json:
        tell.data({"written": str(to), "rows": rows})
    else:
        tell.say(f"{rows:,} rounded numbers written to {to}, and signed. No small number can be worked out of them.")


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="The new folder.")],
    name: Annotated[str, typer.Option("--name", help="What the region is called.")],
) -> None:
    """Make a region’s folder."""
    from everychild.regional.region import make

    tell.say(f"{make(folder, name).name}: a region without members yet. Add each with `everychild regional member`.")


@app.command()
def member(
    name: Annotated[str, typer.Argument(help="The council’s name.")],
    area_code: Annotated[str, typer.Option("--area", help="Its area code, such as E06000041.")],
    public_key: Annotated[str, typer.Option("--public-key", help="What `everychild regional key` printed for it.")],
    region: RegionOption,
) -> None:
    """Add a council to a region, with the key it signs with."""
    from everychild.regional.region import Member, add_member, open_region

    added = add_member(open_region(region), Member(name, area_code, public_key))
    tell.say(f"{name} is a member of {added.name}, which has {len(added.members)} now.")


@app.command()
def load(
    paths: Annotated[list[Path], typer.Argument(help="Files that councils sent.")],
    region: RegionOption,
    json: JsonOption = False,
) -> None:
    """Take in what councils sent: only what is whole, and signed by the member it says it is from."""
    from everychild.regional.region import open_region, take_in

    opened = open_region(region)
    taken = [(path, *take_in(opened, path)) for path in paths]
    if json:
        tell.data(
            [
                {"file": path.name, "council": sent.council, "as_at": str(sent.as_at), "replaced": replaced}
                for path, sent, replaced in taken
            ]
        )
        return
    for path, sent, replaced in taken:
        again = ", in place of an earlier one" if replaced else ""
        tell.say(f"{path.name}: {sent.council}, {sent.as_at}{again}.")


@app.command()
def pack(
    month: MonthArgument,
    to: Annotated[Path, typer.Option("--to", help="The folder to write the pages to.")],
    region: RegionOption,
    json: JsonOption = False,
) -> None:
    """Write the region’s pages: each measure on one scale, beside chance, and whom to ring."""
    from everychild.sending import write_pack

    with tell.progress("Writing the pack"):
        files, councils = write_pack(region, month, to)
    if json:
        tell.data({"folder": str(to), "files": files, "councils": councils})
    else:
        tell.say(f"{files:,} files of {councils} councils written to {to}. Begin at index.html.")
