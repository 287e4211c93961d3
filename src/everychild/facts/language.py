"""The closed language of conditions, and its three readers: SQL, plain Python and English.

Five kinds of condition and no more: a comparison, one of, is known, and, not. Anything that needs arithmetic, a join
or a window is a column of a fact instead.

One rule stands in one place: **what is unknown is not so.** A comparison with an unknown value is false, never null,
so that an interview with no date is not on time and does not quietly leave the denominator.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn

from everychild.calendar import Clock
from everychild.records import Codes, Table

Row = Mapping[str, Any]
Clocks = Mapping[str, Clock]
"""The council's clocks by name; a clock not among them runs as it was declared."""


class Condition(ABC):
    """True or false of a row."""

    @abstractmethod
    def sql(self, clocks: Clocks) -> str:
        """As an SQL expression that is never null."""

    @abstractmethod
    def holds(self, row: Row, clocks: Clocks) -> bool:
        """Read over one row in plain Python: the tests' other opinion."""

    @property
    @abstractmethod
    def columns(self) -> tuple[Column, ...]:
        """The columns it looks at."""

    @abstractmethod
    def words(self, clocks: Clocks) -> str:
        """As a councillor would say it."""

    def denied(self, clocks: Clocks) -> str:
        """The words for its opposite, which takes in what is unknown."""
        return f"it is not so that {self.words(clocks)}"

    def why(self, row: Row, clocks: Clocks) -> str:
        """Why it is, or is not, so of one row: only what decides it, and "not known" only where it is not known."""
        return self.words(clocks) if self.holds(row, clocks) else self._why_not(row, clocks)

    def _why_not(self, row: Row, clocks: Clocks) -> str:
        return self.denied(clocks)

    def __and__(self, other: Condition) -> Condition:
        return Both(self, other)

    def __invert__(self) -> Condition:
        return Not(self)

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "A condition is neither true nor false until it meets a row; "
            "join conditions with & and put each in ( ), turn one round with ~"
        )


class Comparing(StrEnum):
    """The comparisons there are, each with its words."""

    AT_MOST = "<="
    MORE_THAN = ">"
    AT_LEAST = ">="
    LESS_THAN = "<"
    EQUAL = "="


_WORDS = {
    Comparing.AT_MOST: "at most",
    Comparing.MORE_THAN: "more than",
    Comparing.AT_LEAST: "at least",
    Comparing.LESS_THAN: "under",
    Comparing.EQUAL: "exactly",
}
_OPPOSITES = {
    Comparing.AT_MOST: "more than",
    Comparing.MORE_THAN: "at most",
    Comparing.AT_LEAST: "under",
    Comparing.LESS_THAN: "at least",
    Comparing.EQUAL: "not exactly",
}


EVER = 1_200
"""Months: however long ago."""


@dataclass(frozen=True)
class Column:
    """A measured column of a fact. `meaning` is how it reads in a definition, `when_known` how "is known" reads.

    `rests_on` names the columns of records it cannot be told without: where an extract has none of their values, the
    figure was not supplied, which is another thing than nought.
    """

    meaning: str
    name: str = ""
    when_known: str = ""
    rests_on: tuple[tuple[Table, str], ...] = ()
    looks_back: int = 0
    """How many months before its own it must have been supplied for: "came back within six months" looks back six."""

    sees_back: int = 0
    """How many months before its own it looks as far as records are held: where they are not, what was before is not
    seen, and the figure is told all the same, with how far it saw."""

    told_besides: tuple[tuple[Table, str], ...] = ()
    """Columns by which the case system tells of that past itself: where they hold values, no older record is missed."""

    def __set_name__(self, owner: type, name: str) -> None:
        object.__setattr__(self, "name", name)
        for table, column in self.rests_on:
            assert column in table.column_names, f"{name} rests on {column}, which {table.name} has not"

    @property
    def is_known(self) -> Condition:
        return IsKnown(self)


@dataclass(frozen=True)
class Number(Column):
    """A whole number. Compared with another, or with the length of a clock."""

    def __le__(self, other: int) -> Condition:
        return Comparison(self, Comparing.AT_MOST, other)

    def __gt__(self, other: int) -> Condition:
        return Comparison(self, Comparing.MORE_THAN, other)

    def __ge__(self, other: int) -> Condition:
        return Comparison(self, Comparing.AT_LEAST, other)

    def __lt__(self, other: int) -> Condition:
        return Comparison(self, Comparing.LESS_THAN, other)

    def within(self, clock: Clock) -> Condition:
        """No longer than the clock allows."""
        return Comparison(self, Comparing.AT_MOST, clock)

    def beyond(self, clock: Clock) -> Condition:
        """Longer than the clock allows."""
        return Comparison(self, Comparing.MORE_THAN, clock)

    def at_least(self, clock: Clock) -> Condition:
        """As long as the clock asks, or longer."""
        return Comparison(self, Comparing.AT_LEAST, clock)


@dataclass(frozen=True)
class YesNo(Column):
    """Yes, no or unknown. Unknown is neither yes nor no. `when_no` is how a no reads."""

    when_no: str = ""

    @property
    def is_yes(self) -> Condition:
        return IsAnswer(self, True)

    @property
    def is_no(self) -> Condition:
        return IsAnswer(self, False)


@dataclass(frozen=True)
class Coded(Column):
    """One of a set of codes."""

    codes: Codes | None = None

    def is_one_of(self, *values: str) -> Condition:
        if self.codes is not None:
            for value in values:
                assert value in self.codes, f"{value} is not a code of {self.codes.name}"
        return OneOf(self, values)

    def is_a(self, value: str) -> Condition:
        return self.is_one_of(value)


@dataclass(frozen=True)
class Comparison(Condition):
    """A number against a number, or against what a clock allows."""

    column: Number
    how: Comparing
    against: int | Clock

    def _limit(self, clocks: Clocks) -> int:
        if isinstance(self.against, Clock):
            return clocks.get(self.against.name, self.against).length
        return self.against

    @property
    def columns(self) -> tuple[Column, ...]:
        return (self.column,)

    def sql(self, clocks: Clocks) -> str:
        return f"coalesce({self.column.name} {self.how} {self._limit(clocks)}, false)"

    def holds(self, row: Row, clocks: Clocks) -> bool:
        value, limit = row[self.column.name], self._limit(clocks)
        if value is None:
            return False
        match self.how:
            case Comparing.AT_MOST:
                return bool(value <= limit)
            case Comparing.MORE_THAN:
                return bool(value > limit)
            case Comparing.AT_LEAST:
                return bool(value >= limit)
            case Comparing.LESS_THAN:
                return bool(value < limit)
            case Comparing.EQUAL:
                return bool(value == limit)

    def words(self, clocks: Clocks) -> str:
        return f"{self.column.meaning} is {_WORDS[self.how]} {self._limit_in_words(clocks)}"

    def denied(self, clocks: Clocks) -> str:
        return f"{self._opposite(clocks)}, or is not known"

    def _why_not(self, row: Row, clocks: Clocks) -> str:
        return _not_known(self.column) if row[self.column.name] is None else self._opposite(clocks)

    def _opposite(self, clocks: Clocks) -> str:
        return f"{self.column.meaning} is {_OPPOSITES[self.how]} {self._limit_in_words(clocks)}"

    def _limit_in_words(self, clocks: Clocks) -> str:
        if isinstance(self.against, Clock):
            return clocks.get(self.against.name, self.against).in_words
        return f"{self.against:,}"


@dataclass(frozen=True)
class OneOf(Condition):
    """A code among some codes."""

    column: Coded
    values: tuple[str, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        return (self.column,)

    def sql(self, clocks: Clocks) -> str:
        listed = ", ".join(f"'{value}'" for value in self.values)
        return f"coalesce({self.column.name} in ({listed}), false)"

    def holds(self, row: Row, clocks: Clocks) -> bool:
        return row[self.column.name] in self.values

    def words(self, clocks: Clocks) -> str:
        return f"{self.column.meaning} is {self._listed()}"

    def denied(self, clocks: Clocks) -> str:
        return f"{self.column.meaning} is not {self._listed()}"

    def _why_not(self, row: Row, clocks: Clocks) -> str:
        return _not_known(self.column) if row[self.column.name] is None else self.denied(clocks)

    def _listed(self) -> str:
        """The codes by their names, in quotation marks: they are what was recorded, not our words."""
        names = self.column.codes.values if self.column.codes else {}
        quoted = [f"“{names.get(value, value)}”" for value in self.values]
        return " or ".join((", ".join(quoted[:-1]), quoted[-1])) if len(quoted) > 1 else quoted[0]


@dataclass(frozen=True)
class IsAnswer(Condition):
    """A yes, or a no, that was given."""

    column: YesNo
    answer: bool

    @property
    def columns(self) -> tuple[Column, ...]:
        return (self.column,)

    def sql(self, clocks: Clocks) -> str:
        return f"coalesce({self.column.name} = {str(self.answer).lower()}, false)"

    def holds(self, row: Row, clocks: Clocks) -> bool:
        return row[self.column.name] is self.answer

    def words(self, clocks: Clocks) -> str:
        if self.answer:
            return self.column.meaning
        return self.column.when_no or f"it is not so that {self.column.meaning}"

    def denied(self, clocks: Clocks) -> str:
        return f"{self._opposite(clocks)}, or that is not known"

    def _why_not(self, row: Row, clocks: Clocks) -> str:
        if row[self.column.name] is None:
            return f"it is not known whether {self.column.meaning}"
        return self._opposite(clocks)

    def _opposite(self, clocks: Clocks) -> str:
        return IsAnswer(self.column, not self.answer).words(clocks)


@dataclass(frozen=True)
class IsKnown(Condition):
    """There is a value at all."""

    column: Column

    @property
    def columns(self) -> tuple[Column, ...]:
        return (self.column,)

    def sql(self, clocks: Clocks) -> str:
        return f"({self.column.name} is not null)"

    def holds(self, row: Row, clocks: Clocks) -> bool:
        return row[self.column.name] is not None

    def words(self, clocks: Clocks) -> str:
        return self.column.when_known or f"{self.column.meaning} is known"


@dataclass(frozen=True)
class Both(Condition):
    """One and the other."""

    first: Condition
    second: Condition

    @property
    def columns(self) -> tuple[Column, ...]:
        return (*self.first.columns, *self.second.columns)

    def sql(self, clocks: Clocks) -> str:
        return f"({self.first.sql(clocks)} and {self.second.sql(clocks)})"

    def holds(self, row: Row, clocks: Clocks) -> bool:
        return self.first.holds(row, clocks) and self.second.holds(row, clocks)

    def words(self, clocks: Clocks) -> str:
        return f"{self.first.words(clocks)}, and {self.second.words(clocks)}"

    def denied(self, clocks: Clocks) -> str:
        return f"{self.first.denied(clocks)}; or {self.second.denied(clocks)}"

    def why(self, row: Row, clocks: Clocks) -> str:
        parts = (self.first, self.second)
        missed = [part for part in parts if not part.holds(row, clocks)]
        return ("; and " if missed else ", and ").join(part.why(row, clocks) for part in missed or parts)


@dataclass(frozen=True)
class Not(Condition):
    """Anything but; so "not on time" takes in what is unknown."""

    inner: Condition

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.inner.columns

    def sql(self, clocks: Clocks) -> str:
        return f"(not {self.inner.sql(clocks)})"

    def holds(self, row: Row, clocks: Clocks) -> bool:
        return not self.inner.holds(row, clocks)

    def words(self, clocks: Clocks) -> str:
        return self.inner.denied(clocks)

    def denied(self, clocks: Clocks) -> str:
        return self.inner.words(clocks)

    def why(self, row: Row, clocks: Clocks) -> str:
        return self.inner.why(row, clocks)


def _not_known(column: Column) -> str:
    return f"{column.meaning} is not known"
