"""How a record is described: Table, Column, Kind and the codes a column may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds, after intake: typed, trusted, and never guessed."""

    IDENTIFIER = "identifier"  # text, kept as given, leading zeros and all
    DATE = "date"
    MOMENT = "moment"  # a date with a time, where hours matter
    NUMBER = "number"  # a whole number
    YES_NO = "yes or no"  # blank is unknown, never no
    CODE = "code"
    TEXT = "text"


@dataclass(frozen=True)
class Codes:
    """The values a coded column may hold, each with its words."""

    name: str
    values: Mapping[str, str]

    def __contains__(self, code: object) -> bool:
        return code in self.values


@dataclass(frozen=True)
class Column:
    """One column of a record. `required` means that a row without it cannot be used."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    codes: Codes | None = None


@dataclass(frozen=True)
class Table:
    """One kind of record: one row per `grain`.

    `key` names the row across extracts. `began` and `ended` are its dates: a thing that merely happened has only
    `began`; a thing that lasts has both, and an empty `ended` means still going on when the extract was taken.
    """

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    began: str | None = None
    ended: str | None = None
    is_snapshot: bool = False
    """True where each extract tells only how things stood when it was taken, so that months are told by their own."""

    is_described_piecemeal: bool = False
    """True where several files each know something of the same one, so that the newest known value of each counts."""

    def __post_init__(self) -> None:
        names = self.column_names
        assert len(set(names)) == len(names), f"{self.name} names a column twice"
        for name in (*self.key, self.began, self.ended):
            assert name is None or name in names, f"{self.name} has no column {name}"

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def identifier(name: str, meaning: str, *, required: bool = False) -> Column:
    return Column(name, Kind.IDENTIFIER, meaning, required)


def day(name: str, meaning: str, *, required: bool = False) -> Column:
    return Column(name, Kind.DATE, meaning, required)


def moment(name: str, meaning: str, *, required: bool = False) -> Column:
    return Column(name, Kind.MOMENT, meaning, required)


def number(name: str, meaning: str, *, required: bool = False) -> Column:
    return Column(name, Kind.NUMBER, meaning, required)


def yes_no(name: str, meaning: str, *, required: bool = False) -> Column:
    return Column(name, Kind.YES_NO, meaning, required)


def code(name: str, codes: Codes, meaning: str, *, required: bool = False) -> Column:
    return Column(name, Kind.CODE, meaning, required, codes)


def text(name: str, meaning: str, *, required: bool = False) -> Column:
    return Column(name, Kind.TEXT, meaning, required)


CHILD_ID = identifier("child_id", "the case system's own number for the child", required=True)
TEAM = text("team", "the team that holds the work, as the extract names it")
WORKER = identifier("worker_id", "the worker; a name in the extract is turned into a reference and not kept")
