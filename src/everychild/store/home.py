"""A council's home: the folder that holds everything, and where each thing lies in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from everychild.council import FILE_NAME
from everychild.errors import HomeError


@dataclass(frozen=True)
class Home:
    """Paths only; the journal decides what of it is in use. The journal itself may lie in PostgreSQL instead."""

    path: Path

    @property
    def settings(self) -> Path:
        return self.path / FILE_NAME

    @property
    def journal(self) -> Path:
        return self.path / "journal.sqlite3"

    @property
    def raw(self) -> Path:
        return self.path / "raw"

    @property
    def extracts(self) -> Path:
        return self.path / "extracts"

    @property
    def benchmarks(self) -> Path:
        return self.path / "benchmarks"

    @property
    def editions(self) -> Path:
        return self.path / "editions"

    @property
    def mappings(self) -> Path:
        """The council's own words, list by list."""
        return self.path / "mappings"

    @property
    def counted(self) -> Path:
        """What months were counted to before they are closed. Nothing is lost with it: it can be counted again."""
        return self.path / "counted"

    @property
    def put_down(self) -> Path:
        """Rows that the engine’s memory cannot hold, while it counts. In no backup."""
        return self.path / "put-down"

    @property
    def data_keys(self) -> Path:
        """The keys by which backups hold what tells of children, and what was deleted. In no backup."""
        return self.path / "data-keys.json"

    @property
    def releases(self) -> Path:
        """What was published, as it was audited, a folder to each release."""
        return self.path / "releases"

    def require(self) -> Home:
        """Itself, or HomeError saying how to make one."""
        if not self.settings.is_file():
            raise HomeError(
                f"{self.path} is not an Everychild home. `everychild init {self.path}` makes one; "
                "`everychild demo` makes one with an invented council in it."
            )
        return self
