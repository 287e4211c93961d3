"""Making a new home: folders, a council.toml to fill in, and an empty journal."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from everychild.errors import HomeError
from everychild.store.home import Home


def make_home(folder: Path, settings: str | None = None) -> Home:
    """Makes a home at `folder`. Raises HomeError where one stands already."""
    from everychild.journal.connection import make_journal, require_no_journal

    home = Home(folder.absolute())
    if home.settings.exists() or home.journal.exists():
        raise HomeError(f"{home.path} is an Everychild home already. Nothing was changed.")
    require_no_journal(home)
    for place in (home.path, home.raw, home.extracts, home.editions):
        place.mkdir(parents=True, exist_ok=True)
    text = settings or files("everychild.cli").joinpath("council.example.toml").read_text(encoding="utf-8")
    home.settings.write_text(text, encoding="utf-8")
    make_journal(home)
    return home
