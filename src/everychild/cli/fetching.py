"""What is fetched from a database waits in a folder of the home, for nobody else to read, until it is loaded."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from everychild.cli import tell
from everychild.intake.database import export_dataset
from everychild.store.home import Home


@contextmanager
def fetched(home: Home, database: str | None) -> Iterator[Path | None]:
    """The folder of what the database holds, gone afterwards; None where no database was named."""
    if not database:
        yield None
        return
    with tempfile.TemporaryDirectory(dir=home.path, prefix=".fetched-") as name:
        folder = Path(name)
        with tell.progress("Fetching") as step:
            export_dataset(database, folder, step)
        yield folder
