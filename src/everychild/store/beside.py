"""What is kept beside an edition: small files of JSON, each written once and found to be as it was kept when read."""

from __future__ import annotations

from everychild.calendar import Month
from everychild.store.durable import write_durably
from everychild.store.extracts import verify
from everychild.store.home import Home


def freeze_beside(home: Home, month: Month, fingerprint: str, kind: str, told: bytes) -> tuple[str, str]:
    """Writes it; gives the path within the home and the sha256 of the bytes."""
    path = home.editions / str(month) / f"{fingerprint}-{kind}.json"
    written = write_durably(path, lambda file: file.write(told))
    return path.relative_to(home.path).as_posix(), written


def thaw_beside(home: Home, path: str, sha256: str) -> bytes:
    """Raises Tampered where it is not what was kept."""
    frozen = home.path / path
    verify(frozen, sha256)
    return frozen.read_bytes()
