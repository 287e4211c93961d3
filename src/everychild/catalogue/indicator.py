"""An indicator: what is reported on, and everything a reader may ask about it, declared in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from everychild.calendar import Clock
from everychild.facts import Breakdown, Fact, Shape
from everychild.facts.language import Clocks, Column, Condition, Number
from everychild.records import Table


class Good(StrEnum):
    """Which way is good. Members could not tell, so every row and chart says it."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    NEITHER = "neither"

    @property
    def in_words(self) -> str:
        return {
            Good.HIGHER: "Higher is better",
            Good.LOWER: "Lower is better",
            Good.RANGE: "Best within a range",
            Good.NEITHER: "For information: neither good nor bad",
        }[self]


class Influence(StrEnum):
    """How far the council itself can move the figure."""

    DIRECT = "direct"
    SHARED = "shared"
    LOW = "low"


class SetBy(StrEnum):
    """Who set the standard an indicator is held to. `source` tells where it is written."""

    LAW = "law"
    GUIDANCE = "statutory guidance"
    NATIONAL_RETURN = "the definition of a national return"
    LOCAL = "the council"
    NOBODY = "nobody"


class Unit(StrEnum):
    """What a figure's value is counted in."""

    COUNT = "count"
    PERCENT = "percent"
    WORKING_DAYS = "working days"
    DAYS = "days"
    WEEKS = "weeks"
    EACH = "children each"
    SCORE = "score"
    POUNDS = "pounds a week"


class Measure:
    """How the rows become a figure."""


@dataclass(frozen=True)
class Count(Measure):
    """How many rows; with `per_10_000`, also as a rate of the children aged 0 to 17 in the council’s area."""

    per_10_000: bool = False


@dataclass(frozen=True)
class Children(Measure):
    """How many different children: one with three episodes counts once, over however long a window."""

    per_10_000: bool = False


@dataclass(frozen=True)
class Total(Measure):
    """The sum of a column over the rows where it is known: places, or arrivals less departures."""

    of: Number


@dataclass(frozen=True)
class Share(Measure):
    """Of the rows considered, how many meet the condition, as a percentage."""

    meets: Condition


@dataclass(frozen=True)
class Proportion(Measure):
    """One column’s sum as a percentage of another’s, where both are known: sessions attended of those possible."""

    part: Number
    whole: Number


@dataclass(frozen=True)
class Mix(Measure):
    """What share each group of one breakdown has of the rows whose group is known; the headline is the share known."""

    by: Breakdown


@dataclass(frozen=True)
class Mean(Measure):
    """The average of a column over the rows where it is known. A column of days may be told in weeks."""

    of: Number
    unit: Unit = Unit.WORKING_DAYS


@dataclass(frozen=True)
class Area:
    """A subject the committee hears about as one: all visit measures are one area."""

    name: str
    title: str


@dataclass(frozen=True)
class Section:
    """A part of the dashboard."""

    name: str
    title: str
    short: str = ""

    @property
    def tab(self) -> str:
        """What a spreadsheet's tab says, which has room for 31 letters."""
        return self.short or self.title


@dataclass(frozen=True)
class Example:
    """A worked example: rows of the fact in a small table, and what they come to. Run as a test, printed as a help.

    `rows` has a heading line and then one line a row, cells parted by |; empty is unknown, yes and no are answers.
    """

    says: str
    rows: str
    expect: str

    @property
    def headings(self) -> tuple[str, ...]:
        return self._cells(0)

    @property
    def table(self) -> tuple[tuple[str, ...], ...]:
        return tuple(self._cells(n) for n in range(1, len(self.rows.strip().splitlines())))

    def _cells(self, line: int) -> tuple[str, ...]:
        return tuple(cell.strip() for cell in self.rows.strip().splitlines()[line].split("|"))


@dataclass(frozen=True)
class OtherRule:
    """Another rule by which the same thing can be counted: a reading used elsewhere, or an earlier version of ours.

    What is left None is as the indicator has it. `title` ends the sentence "Counted another way: ...".
    """

    name: str
    title: str
    why: str
    measure: Measure | None = None
    considers: Condition | None = None
    clock: Clock | None = None
    version: int | None = None
    """The number of the earlier version this was; None for a rule that stands beside today's."""


@dataclass(frozen=True)
class Indicator:
    """One indicator. `{time}` in the title is filled with what its clock allows, as this council runs it."""

    ref: str
    title: str
    meaning: str
    why: str
    of: Fact
    measure: Measure
    good: Good
    section: Section
    set_by: SetBy
    source: str
    comparator: str
    misuse: str
    influence: Influence
    examples: tuple[Example, ...]
    considers: Condition | None = None
    clock: Clock | None = None
    later_clocks: tuple[Clock, ...] = ()
    """Where the time allowed changes as things go on: first reviewed within three months, then every six."""

    area: Area | None = None
    also_needs: tuple[Table, ...] = ()
    zero_tolerance: bool = False
    """Any child at all is one too many: reason code T3."""

    backlog: str | None = None
    """For a measure of work completed, the reference of its open-and-overdue partner: reason code O1."""

    no_backlog: str = ""
    """Why a measure of things done in time has no such partner: its denominator holds what is not done yet, too."""

    season: str = ""
    """Why it rises and falls with the time of year: a month is then set beside the same month last year."""

    other_rules: tuple[OtherRule, ...] = ()
    rule: str | None = None
    """The name of the other rule this indicator has been turned to by `by_rule`; None as declared."""

    version: int = 1
    effective_from: date = date(2017, 4, 1)
    owner: str = "Performance team"
    synonyms: tuple[str, ...] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        for name in ("title", "meaning", "why", "source", "comparator", "misuse", "owner"):
            assert getattr(self, name).strip(), f"{self.ref} says nothing for {name}"
        assert self.examples, f"{self.ref} has no worked example"
        assert self.synonyms, f"{self.ref} has no other names to be searched by"
        assert "{time}" not in self.title or self.clock, f"{self.ref} names a time and has no clock"
        assert not (self.backlog and self.no_backlog), f"{self.ref} both has a backlog and says why not"
        assert self.backlog or self.no_backlog or self.kind != "T" or self.of.shape is not Shape.EVENTS, (
            f"{self.ref} counts finished work and names no measure of the unfinished"
        )

    @property
    def key(self) -> str:
        """What its figures are kept under: the reference, and the other rule it is counted by, if it is."""
        return f"{self.ref}/{self.rule}" if self.rule else self.ref

    @property
    def by_other_rules(self) -> tuple[Indicator, ...]:
        """The same indicator counted by each of its other rules."""
        return tuple(self.by_rule(rule.name) for rule in self.other_rules)

    def by_rule(self, name: str) -> Indicator:
        """The same indicator counted by another of its rules. Raises KeyError where it has none of that name."""
        rule = {rule.name: rule for rule in self.other_rules}[name]
        return replace(
            self,
            rule=name,
            measure=rule.measure or self.measure,
            considers=self.considers if rule.considers is None else rule.considers,
            clock=rule.clock or self.clock,
            version=rule.version or self.version,
        )

    def title_for(self, clocks: Clocks) -> str:
        """The title with the time allowed in words: "within 10 working days"."""
        if self.clock is None:
            return self.title
        return self.title.replace("{time}", clocks.get(self.clock.name, self.clock).in_words)

    def meaning_for(self, clocks: Clocks) -> str:
        if self.clock is None:
            return self.meaning
        return self.meaning.replace("{time}", clocks.get(self.clock.name, self.clock).in_words)

    @property
    def unit(self) -> Unit:
        match self.measure:
            case Share() | Proportion() | Mix():
                return Unit.PERCENT
            case Mean(unit=unit):
                return unit
            case _:
                return Unit.COUNT

    @property
    def clocks(self) -> tuple[Clock, ...]:
        """Every clock the definition counts by, in the order a child meets them."""
        return (self.clock, *self.later_clocks) if self.clock else ()

    @property
    def needs(self) -> tuple[Table, ...]:
        """The records it cannot do without."""
        return (*self.of.needs, *self.also_needs)

    @property
    def rests_on(self) -> frozenset[tuple[str, str]]:
        """The (record, column) pairs without which it was not supplied."""
        split_by = self.measure.by.rests_on if isinstance(self.measure, Mix) else ()
        pairs = (*self.of.rests_on, *split_by, *(pair for column in self.looked_at for pair in column.rests_on))
        return frozenset((table.name, name) for table, name in pairs)

    @property
    def looks_back(self) -> int:
        """How many months before a month must have been supplied, too, for its figure to be whole."""
        return max((column.looks_back for column in self.looked_at), default=0)

    @property
    def looked_at(self) -> tuple[Column, ...]:
        """The columns of its fact that decide what is counted."""
        looked_at = [] if self.considers is None else list(self.considers.columns)
        match self.measure:
            case Share(meets=meets):
                looked_at += meets.columns
            case Mean(of=column) | Total(of=column):
                looked_at.append(column)
            case Proportion(part=part, whole=whole):
                looked_at += (part, whole)
        return tuple(looked_at)

    @property
    def breakdowns(self) -> Sequence[Breakdown]:
        return self.of.breakdowns

    @property
    def is_counted(self) -> bool:
        """True of a number of things, which has no denominator of its own."""
        return isinstance(self.measure, Count | Children | Total)

    @property
    def adds_up(self) -> bool:
        """True where a year is the sum of its months; different children in a year are not."""
        return isinstance(self.measure, Count | Total)

    @property
    def is_share(self) -> bool:
        """True of so many out of so many things, where each is one of those considered or is not."""
        return isinstance(self.measure, Share | Mix)

    @property
    def mix_by(self) -> Breakdown | None:
        """The breakdown whose groups a mix is shared between; its own figure is only how much is known."""
        return self.measure.by if isinstance(self.measure, Mix) else None

    @property
    def is_average(self) -> bool:
        """True of a column shared out over the things it was known for."""
        return isinstance(self.measure, Mean)

    @property
    def is_rated(self) -> bool:
        """True where it is told per 10,000 children as well."""
        return isinstance(self.measure, Count | Children) and self.measure.per_10_000

    @property
    def is_at_month_end(self) -> bool:
        """True of a stock, told as at a day; false of a flow, told over a period."""
        return self.of.shape is Shape.OPEN

    @property
    def kind(self) -> str:
        """S stock, F flow, T timeliness over a period, TS timeliness as at a day."""
        timed = self.clock is not None and not self.is_counted
        return {(True, True): "TS", (True, False): "S", (False, True): "T", (False, False): "F"}[
            self.is_at_month_end, timed
        ]

    def condition_in_words(self, clocks: Clocks) -> str:
        """The whole definition as a sentence."""
        counted = self.of.counted_in
        among = f", taking only those where {self.considers.words(clocks)}" if self.considers is not None else ""
        match self.measure:
            case Share(meets=meets):
                return f"Of the {counted}{among}: those where {meets.words(clocks)}."
            case Mean(of=column):
                return f"The average of {column.meaning}, over the {counted}{among}, where it is known."
            case Total(of=column):
                return f"The sum of {column.meaning}, over the {counted}{among}, where it is known."
            case Proportion(part=part, whole=whole):
                return f"Over the {counted}{among}: {part.meaning} as a share of {whole.meaning}, where both are known."
            case Mix(by=breakdown):
                return (
                    f"Of the {counted}{among}: the share each {breakdown.title.lower()} has of those where it is known."
                )
            case Children():
                return f"The number of different children among the {counted}{among}."
            case _:
                return f"The number of {counted}{among}."
