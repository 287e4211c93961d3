"""Records and figures as tables for the council’s own analysts: typed, explained, in the format asked for."""

from everychild.tables.dictionary import dictionary
from everychild.tables.figures import figures_table
from everychild.tables.folder import WrittenTables, write_tables
from everychild.tables.table import Format, TableOut, TableRows
from everychild.tables.writing import write_figures

__all__ = [
    "Format",
    "TableOut",
    "TableRows",
    "WrittenTables",
    "dictionary",
    "figures_table",
    "write_figures",
    "write_tables",
]
