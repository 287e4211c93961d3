"""Where backups were put, so that keys destroyed here are destroyed there too."""

from __future__ import annotations

from pathlib import Path

from everychild.errors import SettingsError
from everychild.safekeeping.key_ring import BESIDE_BACKUPS, OPEN, read_ring, write_beside
from everychild.safekeeping.keys import public_keys
from everychild.store.durable import write_durably
from everychild.store.home import Home

FILE_NAME = "backup-places.txt"


def remember(home: Home, folder: Path) -> None:
    """Adds a folder to those that are written to when keys are destroyed."""
    known = known_places(home)
    if folder not in known:
        lines = "".join(f"{place}\n" for place in (*known, folder))
        write_durably(home.path / FILE_NAME, lambda file: file.write(lines.encode()))


def known_places(home: Home) -> tuple[Path, ...]:
    place = home.path / FILE_NAME
    return tuple(map(Path, place.read_text(encoding="utf-8").splitlines())) if place.is_file() else ()


def keys_at(home: Home, folder: Path) -> tuple[str, ...]:
    """The public keys that backups there are locked to; none where they are open. Raises OSError where it is away."""
    if not folder.is_dir():
        raise FileNotFoundError(str(folder))
    return () if (folder / f"{BESIDE_BACKUPS}{OPEN}").is_file() else public_keys(home)


def write_ring_everywhere(home: Home) -> tuple[str, ...]:
    """Writes the ring as it is now over each one beside backups. Gives a sentence for each place it did not reach:
    until it is written there, what was deleted can still be opened from the backups there.
    """
    away = []
    for folder in known_places(home):
        try:
            write_beside(folder, read_ring(home), keys_at(home, folder))
        except (OSError, SettingsError):
            away.append(not_reached(folder))
    return tuple(away)


def not_reached(folder: Path) -> str:
    return (
        f"{folder} could not be written to, and the keys there still open what was deleted. Bring it back and back "
        f"up to it, or destroy the backups in it; then take its line out of {FILE_NAME}."
    )
