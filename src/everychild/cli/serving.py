"""`everychild serve` and `everychild work`: the pages, and what they ask for that takes long."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from everychild.cli import tell
from everychild.cli.options import HomeOption, open_home
from everychild.errors import MissingPart

PortOption = Annotated[int, typer.Option("--port", help="The local port; the next free one if it is taken.")]


def serve(
    home: HomeOption = None,
    port: PortOption = 8000,
    workers: Annotated[
        int,
        typer.Option(
            "--workers", min=1, max=64, help="Processes that serve pages; more than one need `everychild work`."
        ),
    ] = 1,
    address: Annotated[
        str, typer.Option("--address", help="Where to listen: elsewhere than here only behind a proxy that ends TLS.")
    ] = "127.0.0.1",
) -> None:
    """Show the dashboard on this computer. Refused where anything kept is not as it was kept."""
    from everychild.safekeeping.verify import refuse_unless_sound

    opened = open_home(home)
    refuse_unless_sound(opened)
    serve_pages(opened.path, port, workers, address)


def serve_pages(home: Path, port: int, workers: int = 1, address: str = "127.0.0.1") -> None:
    """Raises MissingPart where what serves pages is not installed."""
    if workers > 1:
        tell.note("Pages are served by several processes. Start `everychild work` too: it does what they ask for.")
    try:
        tell.serve(home, port, workers, address)
    except ModuleNotFoundError as missing:
        raise _web_is_missing(missing) from None


def work(home: HomeOption = None) -> None:
    """Do what pages ask for (loading, closing, writing papers), for a dashboard of several processes. One a home."""
    opened = open_home(home)
    try:
        import whitenoise  # noqa: F401 - the pages’ settings need it, and the pages’ settings are worked by
    except ModuleNotFoundError as missing:
        raise _web_is_missing(missing) from None
    told = {
        **os.environ,
        "EVERYCHILD_HOME": str(opened.path),
        "DJANGO_SETTINGS_MODULE": "everychild.web.settings",
    }
    command = [sys.executable, "-m", "everychild.web.work_alone"]
    tell.note(f"Doing what the pages of {opened.path} ask for  (Ctrl+C stops it when what it is doing is done)")
    if os.name == "nt":
        raise typer.Exit(subprocess.call(command, env=told))  # noqa: S603 - our own module
    sys.stdout.flush()
    os.execve(sys.executable, command, told)  # noqa: S606 - our own module, in place of this one: signals reach it


def _web_is_missing(missing: ModuleNotFoundError) -> MissingPart:
    return MissingPart(
        f"The dashboard needs an optional part; {missing.name} is not installed. "
        "Install it with: pip install 'everychild[web]'"
    )
