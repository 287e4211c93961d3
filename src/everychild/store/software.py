"""Which software made a figure: part of the key that says whether a closed month must be counted again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import duckdb


@cache
def made_by() -> str:
    """A digest of every definition, fact and rule of counting as installed, and of the engine's version.

    The whole package counts, and not the catalogue alone: a change to how days are counted changes figures too.
    """
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path, file in sorted(_sources(files("everychild"), "")):
        digest.update(path.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found = []
    for item in folder.iterdir():
        here = f"{path}/{item.name}"
        if item.is_dir():
            found += _sources(item, here)
        elif item.name.endswith((".py", ".sql")):
            found.append((here, item))
    return found
