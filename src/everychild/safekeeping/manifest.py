"""What a backup says of itself: when and by what it was made, and every file in it by its sha256."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from everychild.errors import Tampered

MANIFEST = "manifest.json"
LAYOUT = 2
"""Raised when backups are laid out otherwise. In the first, no file had a key of its own."""


@dataclass(frozen=True)
class Listed:
    """One file of a backup, by its path within the home: the bytes as they lie in the backup.

    `key` is the sha256 of what is locked within, where the file is locked by a key of its own.
    """

    path: str
    bytes: int
    sha256: str
    key: str = ""


@dataclass(frozen=True)
class Manifest:
    """The last thing written into a backup: one without it was cut short."""

    made_at: datetime
    software: str
    anchor: str
    files: tuple[Listed, ...]

    @property
    def size(self) -> int:
        return sum(file.bytes for file in self.files)

    def as_json(self) -> bytes:
        told: dict[str, Any] = {"layout": LAYOUT, **asdict(self), "made_at": self.made_at.isoformat()}
        return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def manifest_from(text: bytes) -> Manifest:
    """Reads a manifest. Raises Tampered where it is not one we can read."""
    try:
        told = json.loads(text)
        if told["layout"] > LAYOUT:
            raise Tampered("This backup was made by a later version of Everychild. Restore it with that version.")
        files = tuple(
            Listed(str(file["path"]), int(file["bytes"]), str(file["sha256"]), str(file.get("key", "")))
            for file in told["files"]
        )
        return Manifest(datetime.fromisoformat(told["made_at"]), str(told["software"]), str(told["anchor"]), files)
    except (ValueError, KeyError, TypeError):
        raise Tampered("The backup’s manifest cannot be read. Use another backup.") from None
