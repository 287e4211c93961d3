"""A folder of pages, written whole in place of an earlier one, and looked through before it is served."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from everychild.errors import EverychildError
from everychild.released.site import MANIFEST
from everychild.store.durable import move_into_place, sha256_of, write_durably


def refuse_what_is_not_ours(to: Path) -> None:
    """A site is written in place of an earlier one, or where nothing is; nothing else is ever replaced."""
    if to.exists() and (not to.is_dir() or (any(to.iterdir()) and not (to / MANIFEST).is_file())):
        raise EverychildError(
            f"{to} holds something that is not a published site, and nothing of it was touched. Give an empty folder, "
            "a new one, or one that was published to before."
        )


def write_folder(to: Path, files: Mapping[str, bytes]) -> None:
    """The whole site beside its place, and then moved there: nobody reads half of it."""
    to.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{to.name}.", dir=to.parent))
    try:
        for name, content in files.items():
            write_durably(beside / name, lambda file, content=content: file.write(content))  # type: ignore[misc]
        beside.chmod(0o755)
        move_into_place(beside, to)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@dataclass(frozen=True)
class SiteChecked:
    """What looking through a published folder came to."""

    files: int
    faults: tuple[str, ...]


def check_site(folder: Path) -> SiteChecked:
    """Whether a published folder holds what was published, and nothing else."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["sha256"]
    except (OSError, ValueError, KeyError):
        raise EverychildError(f"{folder} is not a published site: it has no {MANIFEST} that can be read.") from None
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {MANIFEST}
    faults = [f"{name} is missing." for name in sorted(told.keys() - there)]
    faults += [f"{name} was not published." for name in sorted(there - told.keys())]
    faults += [
        f"{name} has been changed since it was published."
        for name in sorted(there & told.keys())
        if sha256_of(folder / name) != told[name]
    ]
    return SiteChecked(len(there), tuple(faults))
