"""How the lake lies: a folder to each council, in it `extracts/` as a home has it, and `lists.json`.

A home’s journal says which lists there are; here that file does. An engine is given the folder as the home.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from everychild.store.home import Home
from everychild.store.supply import KeptList

_LISTS = "lists.json"


def home_of(lake: Path, number: int) -> Home:
    return Home(lake / f"council-{number:03}")


def homes_in(lake: Path) -> list[Home]:
    """Every council that was written to its end, in order."""
    return [Home(told.parent) for told in sorted(lake.glob(f"council-*/{_LISTS}"))]


def is_told(home: Home) -> bool:
    """Whether it was written to its end."""
    return (home.path / _LISTS).exists()


def tell(home: Home, kept: Sequence[KeptList]) -> None:
    """Says which lists there are: the last thing that is written of a council."""
    (home.path / _LISTS).write_bytes(msgspec.json.encode(list(kept), order="deterministic"))


def lists_of(home: Home) -> tuple[KeptList, ...]:
    return msgspec.json.decode((home.path / _LISTS).read_bytes(), type=tuple[KeptList, ...])
