"""Writing a file so that it is whole or absent, whatever happens in between."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from everychild.errors import DiskFailed, MemoryFull


def write_durably(path: Path, write: Callable[[BinaryIO], object]) -> str:
    """Writes through a temporary file: fsync, rename, fsync of the folder. Gives the bytes' sha256."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.writing")
    with temporary.open("wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())
    digest = sha256_of(temporary)
    temporary.replace(path)
    sync_folder(path.parent)
    return digest


def move_into_place(beside: Path, to: Path) -> None:
    """A folder that was written beside its place takes it, whole, from whatever stands there."""
    if to.exists():
        gone = beside.with_name(f"{beside.name}.old")
        to.rename(gone)
        beside.rename(to)
        shutil.rmtree(gone)
    else:
        beside.rename(to)
    sync_folder(to.parent)


_DISK_SAYS = {
    errno.ENOSPC: "The disk is full",
    errno.EDQUOT: "The disk is full for this user",
    errno.EIO: "The disk failed",
    errno.EROFS: "The disk can only be read",
    errno.EACCES: "This user may not write there",
    errno.EPERM: "This user may not write there",
}


def machine_failed(problem: BaseException) -> DiskFailed | MemoryFull | None:
    """A failure of the disk or the memory in words, whichever library met it; None for any other failure."""
    said = str(problem).lower()
    if isinstance(problem, OSError) and problem.errno in _DISK_SAYS:
        where = f": {problem.filename}" if problem.filename else ""
        what = f"{_DISK_SAYS[problem.errno]}{where}"
    elif "no space left" in said or "max_temp_directory_size" in said:
        what = "The disk is full"
    elif "out of memory" in said or isinstance(problem, MemoryError):
        return MemoryFull(
            "There is not enough memory. What was not finished is not used. Where this computer has more, raise "
            "memory_megabytes under [counting] in council.toml; else close other programs. Then do the same again."
        )
    elif "disk is full" in said or "disk i/o error" in said or "readonly database" in said:
        what = "The disk is full, or failed, while the journal was written"
    else:
        return None
    return DiskFailed(f"{what}. What was not finished is not used. Put it right, and do the same again.")


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
