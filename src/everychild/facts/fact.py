"""A fact: one row per thing counted, its SELECT in a file of the same name, its columns declared here.

Every SELECT gives `child_id`, `source_id` (the row of the extract it rests on), `team`, its own date (`happened_on` for
events and obligations, `as_at` for things open at a month end) and the columns the class declares. Who the child is
(sex, age band, ethnic group) is joined on afterwards, the same way for every fact, by `who.sql`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import ClassVar

from everychild.calendar import Clock
from everychild.facts.language import Column
from everychild.records import Table, codes


class Shape(StrEnum):
    """The three shapes a fact comes in."""

    EVENTS = "events"  # happened on a day
    OPEN = "open at the month end"  # one row per month end
    OBLIGATIONS = "obligations"  # had to be done by a day, and is counted in the month it fell due


@dataclass(frozen=True)
class Breakdown:
    """One way to split a figure. `column` is the fact's; `groups` in the order they are printed, if they are fixed."""

    name: str
    title: str
    column: str
    groups: tuple[str, ...] = ()
    rests_on: tuple[tuple[Table, str], ...] = ()
    """The columns of records it cannot be told by, as a column's own."""

    @property
    def always_told(self) -> tuple[str, ...]:
        """The groups that have a row even where nobody is in them; nobody unknown is no news."""
        return tuple(group for group in self.groups if group not in ("Not known", "Not recorded"))


AGE_BANDS = ("Unborn", "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 to 17", "18 and over", "Not known")
TEAM = Breakdown("team", "Team", "team")
AGE = Breakdown("age", "Age", "age_band", AGE_BANDS)
SEX = Breakdown("sex", "Sex", "sex_name", ("Female", "Male", "Neither", "Not recorded"))
ETHNIC_GROUP = Breakdown(
    "ethnic_group",
    "Ethnic group",
    "ethnic_group_name",
    ("White", "Mixed", "Asian", "Black", "Other", "Not known"),
)
DISABILITY = Breakdown("disability", "Disability", "disability_name", ("Disabled", "Not disabled", "Not known"))
NEED = Breakdown("need", "Main need", "need_name")
IN_CARE = Breakdown("in_care", "In care or not", "in_care_name", ("In care", "Not in care"))
WARD = Breakdown("ward", "Ward or locality", "ward_name")
WORKER = Breakdown("worker", "Worker", "worker_id")
"""Asked for, never kept: it stays with managers, and in no edition or paper."""

DUAL_PLAN = Breakdown("dual_plan", "Dual plan", "dual_plan_name", ("On a dual plan", "Not on a dual plan"))
MISSING_FROM = Breakdown("missing_from", "Missing from", "missing_from_name")

LEGAL_STATUS = Breakdown("legal_status", "Legal status", "legal_status_name", (*codes.LEGAL_GROUPS, "Not known"))
PLACEMENT_TYPE = Breakdown(
    "placement_type", "Placement type", "placement_type_name", (*codes.PLACEMENT_GROUPS, "Not known")
)
PLACING_COUNCIL = Breakdown("placing_council", "Placing council", "placing_council_name")

CHILD = (AGE, SEX, ETHNIC_GROUP, DISABILITY, NEED, IN_CARE, WARD)
WHO = (TEAM, *CHILD)


ONCE = """
select *
from (
{select}
) as told
qualify row_number() over (partition by child_id, as_at order by {order}) = 1
"""
"""Of several rows of a child on a month end, one that does not hang on which stands first in the file."""


class Fact:
    """A declaration. Subclasses name the records they need, the clocks they count by and their measured columns."""

    shape: ClassVar[Shape]
    needs: ClassVar[tuple[Table, ...]]
    rests_on: ClassVar[tuple[tuple[Table, str], ...]] = ()
    """The columns of records without which no row of it can be told."""

    clocks: ClassVar[tuple[Clock, ...]] = ()
    breakdowns: ClassVar[tuple[Breakdown, ...]] = WHO
    due: ClassVar[str] = ""
    """The column with the last day on which a row's work is on time, where it is told for days to come as well.

    Beside it stands `done_on` in an obligation; a thing open at a month end is not done.
    """

    due_by: ClassVar[tuple[Clock, ...]] = ()
    """The clocks that day is of; none where it was agreed and not counted."""

    counted_in: ClassVar[str]
    """What one row is called, in the plural: "assessments", "children on a plan"."""

    counted_in_one: ClassVar[str]
    name: ClassVar[str]
    columns: ClassVar[tuple[Column, ...]]

    def __init_subclass__(cls) -> None:
        cls.name = "".join("_" + letter.lower() if letter.isupper() else letter for letter in cls.__name__).lstrip("_")
        cls.columns = tuple(value for value in vars(cls).values() if isinstance(value, Column))

    @property
    def grain(self) -> str:
        """The first line of the SELECT: what a row is."""
        return self.select.splitlines()[0].removeprefix("-- ")

    @property
    def select(self) -> str:
        return files("everychild.facts").joinpath(f"{self.name}.sql").read_text(encoding="utf-8")

    @property
    def is_of_each_child_once(self) -> bool:
        """Whether a child is one row of a month end, however often it is told of: twice in one list, or by spells that
        overlap. Children are counted, and not their rows."""
        return self.shape is Shape.OPEN and self.grain.startswith("One row per child ")

    @property
    def rows_select(self) -> str:
        """The SELECT, with each child once where it is of children."""
        if not self.is_of_each_child_once:
            return self.select
        told = dict.fromkeys(
            (
                "team",
                "worker_id",
                *(column.name for column in self.columns),
                *(each.column for each in self.breakdowns if each not in CHILD),
            )
        )
        return ONCE.format(select=self.select, order=", ".join(f"{name} nulls last" for name in (*told, "source_id")))

    @property
    def own_date(self) -> str:
        return "as_at" if self.shape is Shape.OPEN else "happened_on"
