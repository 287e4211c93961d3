"""What one run comes to: every indicator with its figures and what they mean, and the areas that need a paragraph.

These values are all that narrative, report and pages read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from everychild.calendar import Clock, FinancialYear, Month
from everychild.catalogue.indicator import Area, Good, Indicator
from everychild.council import Council, Target
from everychild.judgement.contribution import Contribution, contribution
from everychild.judgement.decisions import FlagDecision
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Pattern
from everychild.judgement.status import Status, rate
from everychild.measure.figure import Figure, Window


class Code(StrEnum):
    """Why an indicator stands on the list: the transparent recipe, each with its points."""

    T1 = "T1"
    T2 = "T2"
    T3 = "T3"
    F1 = "F1"
    S1 = "S1"
    S2 = "S2"
    V1 = "V1"
    O1 = "O1"
    E1 = "E1"
    Q1 = "Q1"
    N1 = "N1"


@dataclass(frozen=True)
class Reason:
    """One reason, its points (labels have none) and the sentence shown with it, threshold and all."""

    code: Code
    points: int
    sentence: str


@dataclass(frozen=True)
class Judged:
    """One indicator at one month end, with its history and what it means.

    `history` is the discrete months (or month ends), oldest first, the last being the figure itself. `groups` holds
    the month's figures by breakdown name.
    """

    indicator: Indicator
    clock: Clock | None
    title: str
    meaning: str
    figure: Figure
    history: tuple[Figure, ...]
    charted: tuple[Figure, ...]
    """What a picture of it draws: the months of its history, or the whole quarters in them."""

    year_to_date: Figure | None
    rolling_12: Figure | None
    financial_years: Mapping[FinancialYear, Figure]
    groups: Mapping[str, tuple[Figure, ...]]
    groups_last_month: Mapping[str, tuple[Figure, ...]]
    by_other_rules: Mapping[str, Figure]
    """The month's figure by each rule beside the one it is told by; "" is the rule as declared."""

    target: Target | None
    status: Status
    pattern: Pattern
    outlook: Outlook | None
    reasons: tuple[Reason, ...]
    points: int
    is_flagged: bool
    months_off_target: int
    targets: tuple[Target, ...] = ()
    """Every target it has had or is to have, oldest first: each month is judged by the one then in force."""

    told_longer: Figure | None = None
    """Several months together, where everybody may read those and not the month."""

    @property
    def ref(self) -> str:
        return self.indicator.ref

    @property
    def value(self) -> Fraction | None:
        return self.figure.value(self.indicator.unit)

    @property
    def window(self) -> Window:
        return self.figure.window

    def value_of(self, figure: Figure | None) -> Fraction | None:
        return None if figure is None else figure.value(self.indicator.unit)

    def target_in(self, month: Month) -> Target | None:
        """The target in force at a month’s end."""
        if month == self.figure.as_at:
            return self.target
        begun = [target for target in self.targets if target.since <= month.last_day]
        return begun[-1] if begun else None

    def status_in(self, figure: Figure) -> Status:
        """How a figure of any month stands against the target then in force."""
        return rate(self.value_of(figure), self.target_in(figure.as_at), self.indicator.good)

    def in_month(self, month: Month) -> Figure | None:
        """The discrete figure of an earlier month, if it is in the history."""
        return next((figure for figure in self.history if figure.as_at == month), None)

    @property
    def last_month(self) -> Figure | None:
        return self.in_month(self.figure.as_at - 1)

    @property
    def same_month_last_year(self) -> Figure | None:
        return self.in_month(self.figure.as_at - 12)

    @property
    def last_financial_year(self) -> Figure | None:
        """The whole financial year before the one the month is in."""
        return self.financial_years.get(FinancialYear(self.figure.as_at.financial_year.starts_in - 1))

    def moved_by(self, breakdown: str, smallest: int) -> Contribution | None:
        """What moved it since last month, by one breakdown; None where that cannot be told.

        A mix's own groups are shares of one whole and not parts with wholes of their own: nothing moves them but each
        other.
        """
        if self.indicator.mix_by is not None and self.indicator.mix_by.name == breakdown:
            return None
        before, after = self.groups_last_month.get(breakdown, ()), self.groups.get(breakdown, ())
        return contribution(self.indicator, breakdown, before, after, smallest)

    @property
    def is_small(self) -> bool:
        """Few enough that one child moves it visibly."""
        return any(reason.code is Code.N1 for reason in self.reasons)

    @property
    def affected(self) -> int:
        """The children (or pieces of work) on the wrong side of the figure; nought where that cannot be said."""
        figure = self.figure
        if figure.absent is not None or figure.numerator is None:
            return 0
        if self.indicator.is_share and figure.denominator is not None:
            met = figure.numerator
            return met if self.indicator.good is Good.LOWER else figure.denominator - met
        return max(0, figure.numerator) if figure.denominator is None else 0

    @property
    def more_needed(self) -> int | None:
        """How many more on time would have met the target; None where that is not the question."""
        return self.more_needed_in(self.figure)

    @property
    def fewer_needed(self) -> int | None:
        """How many fewer would have met the target; None where that is not the question."""
        return self.fewer_needed_in(self.figure)

    def more_needed_in(self, figure: Figure) -> int | None:
        """The same of any month, by the target then in force: how many more would have reached it."""
        target = self.target_in(figure.as_at)
        least = None if target is None else target.low if target.value is None else target.value
        met, considered = self._counts_of(figure)
        if least is None or met is None or considered is None or self.indicator.good is Good.LOWER:
            return None
        return max(0, ceil(least * considered / 100) - met)

    def fewer_needed_in(self, figure: Figure) -> int | None:
        """How many fewer would have met the target, where less is better or the range has an upper end."""
        target = self.target_in(figure.as_at)
        most = None if target is None else target.high if target.value is None else target.value
        met, considered = self._counts_of(figure)
        if most is None or met is None or considered is None or self.indicator.good is Good.HIGHER:
            return None
        return max(0, met - floor(most * considered / 100))

    def _counts_of(self, figure: Figure) -> tuple[int | None, int | None]:
        """Met and considered of a share that is rated, where they are told."""
        if not self.indicator.is_share or self.indicator.good is Good.NEITHER or not figure.tells_its_counts:
            return None, None
        return figure.numerator, figure.denominator


@dataclass(frozen=True)
class FlaggedArea:
    """Flagged indicators on one subject, in catalogue order, so that the same one leads from month to month."""

    area: Area
    judged: tuple[Judged, ...]

    @property
    def points(self) -> int:
        return max(judged.points for judged in self.judged)

    @property
    def codes(self) -> tuple[Code, ...]:
        """Every reason code among its indicators, in the recipe's order."""
        found = {reason.code for judged in self.judged for reason in judged.reasons}
        return tuple(code for code in Code if code in found)

    @property
    def children_affected(self) -> int:
        return max(judged.affected for judged in self.judged)

    @property
    def months_off_target(self) -> int:
        return max(judged.months_off_target for judged in self.judged)


@dataclass(frozen=True)
class ExtractSummary:
    """What the figures rest on, in counts that add up."""

    extracted_on: date
    files: int
    rows: int
    accepted: int
    queried: int
    set_aside: int


@dataclass(frozen=True)
class JudgedEdition:
    """A month, judged: what every page and paper is made from."""

    council: Council
    as_at: Month
    known_on: date
    fingerprint: str
    indicators: tuple[Judged, ...]
    areas: tuple[FlaggedArea, ...]
    improvements: tuple[Judged, ...]
    newest_extract: ExtractSummary | None
    calendar_days: Mapping[date, str]
    """Bank holidays and closure days, by day: facts a draft may offer."""

    decisions: tuple[FlagDecision, ...] = ()
    """What people said of its areas, oldest first."""

    earlier_decisions: tuple[FlagDecision, ...] = ()
    """What they had said in an earlier edition of the month: notes, and no longer decisions."""

    seen_from: Mapping[str, date] = field(default_factory=dict)
    """The first day seen, by reference, of those that look further back than records were held when it was made."""

    def by_ref(self, ref: str) -> Judged | None:
        return self._by_ref.get(ref)

    @cached_property
    def _by_ref(self) -> Mapping[str, Judged]:
        return {judged.ref: judged for judged in self.indicators}

    def how_many(self, status: Status) -> int:
        return sum(judged.status is status for judged in self.indicators)
