"""What each row holds, column by column. Columns are added and never renamed: workbooks rely on them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import WithJsonSchema

from everychild.catalogue.indicator import Good, Unit
from everychild.catalogue.indicator import SetBy as StandardSetBy
from everychild.council import SetBy
from everychild.judgement.chart_choice import Chart
from everychild.judgement.decisions import Decision
from everychild.judgement.judged import Code
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.judgement.register import Standing
from everychild.judgement.status import Status
from everychild.measure.figure import Absent, Window

WhoseStandard = Annotated[
    StandardSetBy, WithJsonSchema({"type": "string", "enum": [whose.value for whose in StandardSetBy]})
]
"""Written out where it stands: the document names kinds by their last name, and targets have a SetBy too."""


class EditionRow(Schema):
    """One closed month as it was closed. It never changes; closing again with anything new makes another."""

    month: str = Field(description="The month, as 2019-04.")
    number: int = Field(description="1 for the first time the month was closed.")
    is_newest: bool
    as_at: date = Field(description="The month’s last day, which the figures are as at.")
    known_on: date = Field(description="The newest day data were taken on that it rests on.")
    closed_on: date
    fingerprint: str = Field(
        description="Data, definitions and settings as one number; the paper prints its beginning."
    )


class FigureRow(Schema):
    """One indicator over one window ending with one month, for all children or for one group of them."""

    ref: str = Field(description="The indicator’s reference; its definition is among the indicators.")
    rule: str | None = Field(description="By which of its other rules it was counted, if by one.")
    title: str
    as_at: date = Field(description="The last day of the month the window ends with.")
    known_on: date
    window: Window = Field(description="The time the figure is about.")
    breakdown: str | None = Field(description="What children are grouped by; null for all children.")
    group: str | None
    numerator: int | None
    denominator: int | None
    value: float | None = Field(description="In the unit given; a percentage as 0 to 100. Not rounded.")
    unit: Unit
    median: float | None
    rate_per_10_000: float | None
    rate_is_annualised: bool | None
    population: int | None
    population_year: int | None
    good: Good = Field(description="Which way is good.")
    target: float | None = Field(description="The target in force in that month.")
    target_low: float | None = Field(description="Where the target is a range: from.")
    target_high: float | None = Field(description="Where the target is a range: to.")
    target_in_words: str | None
    floor: float | None = Field(description="Never acceptable beyond this, whatever the target.")
    more_needed: int | None = Field(description="How many more would have met the target.")
    fewer_needed: int | None = Field(description="How many fewer would have met the target.")
    status: Status | None = Field(description="Against the target; on the row that was judged, null elsewhere.")
    pattern: Moving | None
    outlook: Outlook | None
    charted: Chart | None
    absent: Absent | None = Field(description="Why there is no value. A value that is absent is never nought.")
    seen_from: date | None = Field(
        description="Where the indicator looks further back than records were held when it was counted: the first day "
        "held. What was before is not seen."
    )


class FlagRow(Schema):
    """One reason why one indicator of one area stands on the list of areas for improvement."""

    place: int = Field(description="The area’s place on the list, 1 the most pressing.")
    area: str
    area_title: str
    area_points: int
    sentence: str = Field(description="The area in a sentence.")
    months_off_target: int | None
    decision: Decision | None = Field(
        description="What a person has decided of it: a list by rule is not yet a decision."
    )
    decided_why: str | None
    ref: str
    title: str
    points: int = Field(description="The indicator’s points, of all its reasons.")
    code: Code
    code_points: int
    reason: str


class TargetRow(Schema):
    """One row of the register of targets. A target is never changed: a later one takes over from its day."""

    ref: str
    title: str
    good: Good
    unit: Unit
    value: float | None
    low: float | None
    high: float | None
    tolerance: float | None = Field(description="How far off still counts as close.")
    floor: float | None
    in_words: str
    set_by: SetBy
    who: str
    why: str
    source: str | None
    since: date
    until: date | None
    standing: Standing
    next_review: date | None
    review_overdue: bool


class IndicatorRow(Schema):
    """What an indicator means and how it is counted, by the edition’s own settings."""

    ref: str
    title: str
    meaning: str
    why: str = Field(description="Why it matters.")
    good: Good
    kind: str
    unit: Unit
    section: str
    area: str | None
    standard: str | None = Field(description="The time it is held to, with who set it.")
    set_by: WhoseStandard = Field(description="Who set that standard; targets are set apart from it.")
    source: str
    condition_in_words: str = Field(description="Exactly what counts.")
    comparator: str
    misuse: str = Field(description="How it may mislead.")
    owner: str
    other_names: list[str]
    breakdowns: list[str] = Field(description="What its figures are broken down by.")
    version: int
    effective_from: date


class DefinitionRow(Schema):
    """What a word in a column means."""

    column: str
    word: str
    meaning: str


class Figures(Schema):
    """The edition, how many rows answer, and as many of them as were asked for."""

    edition: EditionRow
    total: int
    rows: list[FigureRow]


class Flags(Schema):
    """The edition and its list; no row where nothing is flagged."""

    edition: EditionRow
    rows: list[FlagRow]


class Indicators(Schema):
    """The edition and its definitions."""

    edition: EditionRow
    rows: list[IndicatorRow]


class Problem(Schema):
    """Why nothing came back, in words."""

    detail: str


def figure_row(shape: dict[str, Any]) -> dict[str, Any]:
    """A figure’s shape as the pages give it, with a target that is a range in columns of its own."""
    target = shape["target"]
    is_range = isinstance(target, list)
    low, high = target if is_range else (None, None)
    row = {**shape, "target": None if is_range else target, "target_low": low, "target_high": high}
    return {column: row[column] for column in FigureRow.model_fields}
