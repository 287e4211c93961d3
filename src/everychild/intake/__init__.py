"""From a spreadsheet to typed records: the dirt stops here."""

from everychild.intake.files import read_files

__all__ = ["read_files"]
