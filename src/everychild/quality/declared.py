"""A quality rule: what is wrong with some rows, said to whoever puts it right, and the one SELECT that finds them.

Rules of our own look at records; the Department for Education’s look at a return as it was sent. What a rule reads is
read off its SELECT, whose columns are all written with their table, so that it cannot be declared otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

_FROM = re.compile(r"(?<!distinct )\b(?:from|join)\s+(\w+)(?:\s+as\s+(\w+))?", re.IGNORECASE)
_COLUMN = re.compile(r"\b(\w+)\.(\w+)")
_ALL_OF = re.compile(r"supplied_since\('(\w+)'\)")
_TEXT = re.compile(r"'[^']*'")


class Weight(StrEnum):
    """How sure it is that something is wrong."""

    ERROR = "error"  # it cannot be so
    QUERY = "query"  # it may be so, and seldom is


class Owner(StrEnum):
    """Who puts it right, as a rule."""

    TEAM = "the team that holds the case"
    FRONT_DOOR = "the front door"
    PROTECTION = "the child protection conference service"
    REVIEWING = "the independent reviewing service"
    PLACEMENTS = "the placements team"
    LEAVING_CARE = "the leaving care team"
    FOSTERING = "the fostering service"
    ADOPTION = "the adoption team"
    EARLY_HELP = "the early help service"
    HEALTH = "the health of children in care team"
    SCHOOLS = "the virtual school"
    SPECIAL_NEEDS = "the special educational needs team"
    WORKFORCE = "whoever keeps the list of staff"
    COMPLAINTS = "the complaints team"
    DATA = "the performance team"
    RETURN = "whoever prepares the return"


@dataclass(frozen=True)
class QualityRule:
    """`says` is what is wrong, to the person who puts it right; `where` finds the rows of `of` that are so.

    What is unknown is not at fault: a rule that asks for a gap says `is null`. `example` has a row a line, of which
    those with a mark (!) break the rule. `first` and `last` are the return years it holds for, by the 31 March they
    end on; None is as far as the published sets go that we could read.
    """

    code: str
    weight: Weight
    says: str
    of: str
    where: str
    example: str
    owner: Owner
    joins: str = ""
    first: int | None = None
    last: int | None = None

    @property
    def select(self) -> str:
        """The rows at fault: source_id, child_id, and of what is no row, what it is about."""
        about = f"{self.of}.about" if self.of in NO_ROWS else "cast(null as varchar)"
        source = "cast(null as bigint)" if self.of in NO_ROWS else f"{self.of}.source_id"
        child = "cast(null as varchar)" if self.of in NO_CHILD else f"{self.of}.child_id"
        return f"select distinct {source}, {child}, {about} from {self.of} {self.joins} where {self.where}"

    @cached_property
    def reads(self) -> Mapping[str, frozenset[str]]:
        """Each table the SELECT names, and the columns of it that it looks at."""
        text = _TEXT.sub("''", f"from {self.of} {self.joins} where {self.where}")
        tables = {(alias or table): table for table, alias in _FROM.findall(text)}
        found: dict[str, set[str]] = {table: set() for table in tables.values()}
        for table, column in _COLUMN.findall(text):
            if table in tables:
                found[tables[table]].add(column)
        return {table: frozenset(columns) for table, columns in found.items()}

    @property
    def needs_all_of(self) -> tuple[str, ...]:
        """The records it asks from when on all were supplied: what is absent from them is absent, and not unknown."""
        return tuple(dict.fromkeys(_ALL_OF.findall(self.where)))

    def holds_for(self, year: int) -> bool:
        """Whether it is a rule of the return of the year that ends on that 31 March."""
        return (self.first is None or year >= self.first) and (self.last is None or year <= self.last)


NO_ROWS = frozenset({"list_loaded", "month_told", "return_whole"})
"""Tables of what is no row of a file: a list as it was loaded, a month of a record, a return as a whole."""

NO_CHILD = NO_ROWS | frozenset(
    {"allegation", "placement_notification", "adopter", "fostering_household", "fostering_enquiry", "worker"}
    | {"staff", "caseload", "staff_supervision", "registered_provider", "provider_inspection"}
)
"""Tables whose rows are of no child."""


@dataclass(frozen=True)
class RuleSet:
    """Rules that are asked together. `of_return` names the format they are about; None is our own, over records."""

    name: str
    title: str
    source: str
    rules: tuple[QualityRule, ...]
    of_return: str | None = None
    title_of_return: str = ""
    newest_year: int | None = None
    """The newest year whose rules we could read."""

    def of_year(self, year: int | None) -> tuple[QualityRule, ...]:
        """Those that hold for a return’s year; all of them where years do not matter."""
        return tuple(rule for rule in self.rules if year is None or rule.holds_for(year))


@dataclass(frozen=True)
class Declaring:
    """Declares rules that share who puts them right; `lead` begins each code."""

    owner: Owner
    lead: str = ""
    weight: Weight = Weight.ERROR

    def __call__(
        self,
        code: str,
        of: str,
        says: str,
        where: str,
        example: str,
        *,
        joins: str = "",
        weight: Weight | None = None,
        owner: Owner | None = None,
        first: int | None = None,
        last: int | None = None,
    ) -> QualityRule:
        return QualityRule(
            self.lead + code, weight or self.weight, says, of, where, example, owner or self.owner, joins, first, last
        )
