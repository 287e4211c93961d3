"""The keys backups are locked to: pairs of which the council keeps the public half here and the other elsewhere.

Two people or more can each open a backup, and nobody without one of their keys can, whoever holds the disk.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from everychild.errors import SettingsError
from everychild.store.home import Home

FEWEST_KEYS = 2
FILE_NAME = "backup-keys.txt"
HOW = (
    "Make two pairs with `everychild backup-key FILE`, keep each file with another person and away from this computer, "
    f"and write the two public keys, one a line, in {FILE_NAME} in the home."
)


def new_key(path: Path) -> str:
    """Writes a new private key to a file only its owner reads; gives the public half. Never writes over a file."""
    import pyrage

    pair = pyrage.x25519.Identity.generate()
    public = str(pair.to_public())
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise SettingsError(f"{path} is there already. A key is never written over: choose another file.") from None
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"# public key: {public}\n{pair}\n")
        file.flush()
        os.fsync(file.fileno())
    return public


def public_keys(home: Home) -> tuple[str, ...]:
    """The council’s public keys. Raises SettingsError where there are fewer than two, or one cannot be read."""
    place = home.path / FILE_NAME
    if not place.is_file():
        raise SettingsError(f"Backups are locked to two keys, and {place} is not there. {HOW}")
    found = tuple(dict.fromkeys(_lines(place)))
    recipients(found)
    if len(found) < FEWEST_KEYS:
        raise SettingsError(f"{place} holds {len(found)} key, and two are needed, lest one be lost. {HOW}")
    return found


def recipients(public: Sequence[str]) -> list[Any]:
    """The public keys as the library takes them."""
    import pyrage

    try:
        return [pyrage.x25519.Recipient.from_str(line) for line in public]
    except pyrage.RecipientError:
        raise SettingsError(f"A line of {FILE_NAME} is not a public key. Public keys begin with age1.") from None


def private_keys(files: Sequence[Path]) -> list[Any]:
    """The private keys in these files. Raises SettingsError where one holds none."""
    import pyrage

    try:
        found = [pyrage.x25519.Identity.from_str(line) for file in files for line in _lines(file)]
    except (pyrage.IdentityError, UnicodeDecodeError):
        raise SettingsError("A key file does not hold a private key. `everychild backup-key` makes them.") from None
    return found


def _lines(file: Path) -> list[str]:
    lines = (line.strip() for line in file.read_text(encoding="ascii").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
