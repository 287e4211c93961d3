"""`everychild verify`, `backup`, `restore` and `drill`: keeping what a council relies on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from everychild.cli import tell, tell_safekeeping
from everychild.cli.options import HomeOption, JsonOption, open_home

KeyOption = Annotated[
    list[Path] | None,
    typer.Option("--key", exists=True, dir_okay=False, help="A file with a private key; may be given again."),
]


def verify(
    home: HomeOption = None,
    anchor: Annotated[
        list[str] | None,
        typer.Option("--anchor", help="An anchor kept earlier, which must still be there; may be given again."),
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Check every file and every row; count no figure again.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Is everything as it was kept? Every file, every row of the journal, every published figure counted again."""
    from everychild.safekeeping.verify import verify as verified

    opened = open_home(home)
    with tell.progress("Verifying") as step:
        found = verified(opened, anchor or (), counting_again=not quick, progress=step)
    if json:
        tell.data(tell_safekeeping.verified_shape(found))
    else:
        tell_safekeeping.verified(found)
    if not found.is_sound:
        raise typer.Exit(1)


def backup_key(file: Annotated[Path, typer.Argument(help="Where to write the private key.")]) -> None:
    """Make a pair of keys for backups: the private one in a file to keep elsewhere, the public one to write down."""
    from everychild.safekeeping.keys import FILE_NAME, new_key

    public = new_key(file)
    tell.note(f"The private key is in {file}. Keep it with its holder, away from this computer. Add this line to ")
    tell.note(f"{FILE_NAME} in the home:")
    tell.say(public)


def backup(
    folder: Annotated[Path, typer.Argument(help="Where backups go: best on another computer.")],
    unencrypted: Annotated[
        bool,
        typer.Option("--unencrypted", help="Leave it open to whoever holds the file. It holds children’s records."),
    ] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Back up the home while people go on working: one file, whole or absent, locked to two keys of the council’s."""
    from everychild.safekeeping.backup import backup as backed_up
    from everychild.safekeeping.keys import public_keys
    from everychild.safekeeping.places import remember

    opened = open_home(home)
    keys = () if unencrypted else public_keys(opened)
    with tell.progress("Backing up"):
        made = backed_up(opened, folder.absolute(), datetime.now(UTC), keys)
        remember(opened, folder.absolute())
    if json:
        tell.data(tell_safekeeping.backed_up_shape(made))
    else:
        tell_safekeeping.backed_up(made)


def restore(
    source: Annotated[Path, typer.Argument(exists=True, help="A backup, or a folder of them: then the newest.")],
    to: Annotated[Path, typer.Option("--to", help="Where the home should be: a new folder.")],
    key: KeyOption = None,
    data_keys: Annotated[
        Path | None,
        typer.Option(
            "--data-keys",
            exists=True,
            dir_okay=False,
            help="The keys of the data, where they are not beside the backup.",
        ),
    ] = None,
    into_database: Annotated[
        bool,
        typer.Option("--into-database", help="Put the journal into the empty PostgreSQL database DATABASE_URL names."),
    ] = False,
    json: JsonOption = False,
) -> None:
    """Make a home again from a backup. It is put in place only when everything in it has been verified."""
    from everychild.safekeeping.restore import restore as restored

    began = monotonic()
    with tell.progress("Restoring") as step:
        made = restored(
            source.absolute(),
            to.absolute(),
            key or (),
            data_keys=data_keys,
            into_database=into_database,
            progress=step,
        )
    seconds = monotonic() - began
    if json:
        tell.data(tell_safekeeping.restored_shape(made, seconds))
    else:
        tell_safekeeping.restored(made, seconds)


def drill(
    folder: Annotated[Path, typer.Argument(help="Where certificates go.")],
    of: Annotated[
        Path | None, typer.Option("--of", exists=True, help="Try a backup made before, not one made now.")
    ] = None,
    key: KeyOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Try that a backup comes back: made, restored elsewhere, verified; a dated certificate says what came of it."""
    from everychild.safekeeping.drill import drill as drilled

    opened = open_home(home)
    with tell.progress("Drill") as step:
        done = drilled(opened, folder.absolute(), datetime.now(UTC), monotonic, of, key or (), step)
    if json:
        tell.data(tell_safekeeping.drilled_shape(done))
    else:
        tell_safekeeping.drilled(done)
