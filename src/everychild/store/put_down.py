"""Where DuckDB puts rows down that its memory cannot hold: in the home, where nobody else may look, and not for long.

Left to itself it would use a folder wherever a command happens to be run, readable by whoever may read there, and a
process that is killed would leave the rows of children in it.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from everychild.store.home import Home

LOCKED = ".lock"
_GATE = f".gate{LOCKED}"


class PutDown:
    """A folder for one engine. No other may use it: they would write over one another’s rows.

    While it is in use a lock beside it is held, which the system lets go of however the process ends.
    """

    def __init__(self, home: Home) -> None:
        home.put_down.mkdir(mode=0o700, parents=True, exist_ok=True)
        home.put_down.chmod(0o700)
        with FileLock(home.put_down / _GATE):  # so that nobody clears away what is only being begun
            _clear_abandoned(home.put_down)
            self.folder = home.put_down / uuid4().hex
            self.folder.mkdir(mode=0o700)
            self._lock = FileLock(_lock_of(self.folder))
            self._lock.acquire()

    def clear(self) -> None:
        """Takes away the folder and all in it. Done a second time, it does nothing."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()
        _lock_of(self.folder).unlink(missing_ok=True)


def clear_abandoned(home: Home) -> None:
    """Takes away what engines left that were killed; what an engine is using stays."""
    if home.put_down.is_dir():
        with FileLock(home.put_down / _GATE):
            _clear_abandoned(home.put_down)


def _clear_abandoned(place: Path) -> None:
    for folder in [found for found in place.iterdir() if found.is_dir()]:
        lock = FileLock(_lock_of(folder), timeout=0)
        try:
            with lock:
                shutil.rmtree(folder, ignore_errors=True)
        except Timeout:
            continue  # in use
        _lock_of(folder).unlink(missing_ok=True)


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}{LOCKED}")
