"""Every error we raise, drawn as a tree.

EverychildError            shown to the person as it stands, without a traceback; exit status 1
├── SettingsError          council.toml says something we cannot use
├── HomeError              the folder is not a home of ours, or not one this version may open
├── FileRefused            a file that cannot be read safely or at all; nothing of it was kept
├── FilesRefused           one file of a load, or more, was refused, so none of them was kept
├── NothingSupplied        no extract can answer what was asked
├── UnknownReference       no indicator, area or breakdown goes by that name
├── DiskFailed             the disk is full, broken or not ours to write on; nothing half done is used
├── MemoryFull             what was asked needs more memory than it may use; nothing half done is used
├── MissingPart            an optional part (report, web) is not installed
├── NotForSpark            a figure that cannot be counted on Spark, by name
└── Tampered               a kept file is not the file that was kept

What is wrong with one row of data is not an error but a `Fault` (quality), because we report all of them.
A message says what was found, where, and what to do; never a child's details.
"""

from __future__ import annotations

from collections.abc import Sequence


class EverychildError(Exception):
    """The root of everything a user may be told went wrong."""


class SettingsError(EverychildError):
    """council.toml says something we cannot use."""


class HomeError(EverychildError):
    """The folder is not a home of ours, or not one this version may open."""


class FileRefused(EverychildError):
    """A file that cannot be read safely or at all; nothing of it was kept.

    Carries the place and the rule so that the command line can print them as data.
    `value_shape` describes the offending value without repeating it ("text of 11 characters").
    """

    def __init__(
        self,
        message: str,
        *,
        rule: str,
        file: str,
        sheet: str | None = None,
        row: int | None = None,
        column: str | None = None,
        value_shape: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.rule = rule
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
        self.value_shape = value_shape


class FilesRefused(EverychildError):
    """One file of a load, or more, was refused, so none of them was kept. Carries every refusal."""

    def __init__(self, refused: Sequence[FileRefused]) -> None:
        super().__init__("\n".join(each.message for each in refused))
        self.refused = tuple(refused)


class NothingSupplied(EverychildError):
    """No extract can answer what was asked."""


class UnknownReference(EverychildError):
    """No indicator, area or breakdown goes by that name."""


class DiskFailed(EverychildError):
    """The disk is full, broken or not ours to write on."""


class MemoryFull(EverychildError):
    """What was asked needs more memory than it may use."""


class MissingPart(EverychildError):
    """An optional part (report, web) is not installed."""


class NotForSpark(EverychildError):
    """A figure, or what it rests on, cannot be counted on Spark; it says which."""


class Tampered(EverychildError):
    """A kept file is not the file that was kept."""


class DraftUnreadable(EverychildError):
    """What was given is not a draft that was kept."""


class NotAllowed(EverychildError):
    """Somebody asked for what is not theirs to do, or not yet; it says why."""
