"""What exactly is counted: the definition in words, with its clocks, its source, its misuse and its worked examples."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.calendar import Clock
from everychild.catalogue.indicator import (
    Children,
    Example,
    Indicator,
    Influence,
    Mean,
    Mix,
    Proportion,
    SetBy,
    Share,
    Total,
)
from everychild.council import Council
from everychild.facts.language import Clocks
from everychild.judgement.judged import Judged

SET_BY = {"national": "National standard.", "local": "Local standard."}
STANDARD_SET_BY = {
    SetBy.LAW: "An Act of Parliament or its regulations.",
    SetBy.GUIDANCE: "Statutory guidance.",
    SetBy.NATIONAL_RETURN: "The definition of a return every council makes.",
    SetBy.LOCAL: "The council itself.",
    SetBy.NOBODY: "Nobody: there is no standard.",
}
INFLUENCE = {
    Influence.DIRECT: "Direct: the council’s own work moves it.",
    Influence.SHARED: "Shared: the council’s work moves it, and so do others’ work and families’ circumstances.",
    Influence.LOW: "Low: mostly moved by things outside the council’s hands.",
}


@dataclass(frozen=True)
class ExampleTable:
    """A worked example, as a table anyone can check."""

    says: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    expect: str


@dataclass(frozen=True)
class Definition:
    heading: str
    sentence: str
    entries: tuple[tuple[str, str], ...]
    examples: tuple[ExampleTable, ...]


def definition(item: Judged, council: Council) -> Definition:
    indicator = item.indicator
    clocks = {clock.name: council.clock(clock) for clock in (*indicator.clocks, *indicator.of.clocks)}
    return Definition(
        heading=f"Definition, version {indicator.version}",
        sentence=indicator.condition_in_words(clocks),
        entries=tuple(entry for entry in _entries(indicator, clocks) if entry[1]),
        examples=tuple(_example(example, indicator) for example in indicator.examples),
    )


def _entries(indicator: Indicator, clocks: Clocks) -> tuple[tuple[str, str], ...]:
    return (
        ("Counted", counted(indicator, clocks)),
        ("Out of", out_of(indicator, clocks)),
        ("Left out", left_out(indicator, clocks)),
        *(("Time allowed", _clock(clocks.get(clock.name, clock))) for clock in indicator.clocks),
        ("Standard", indicator.source),
        ("Set by", STANDARD_SET_BY[indicator.set_by]),
        ("Why it matters", indicator.why),
        ("How it can mislead", indicator.misuse),
        ("Influence", INFLUENCE[indicator.influence]),
        ("Version", f"{indicator.version}, from {wording.day(indicator.effective_from)}"),
        ("Kept by", indicator.owner),
    )


def counted(indicator: Indicator, clocks: Clocks) -> str:
    match indicator.measure:
        case Share(meets=meets):
            return f"Those where {meets.words(clocks)}."
        case Mean(of=column):
            return f"{wording.sentence(column.meaning)}, added up and shared out."
        case Total(of=column):
            return f"{wording.sentence(column.meaning)}, added up."
        case Proportion(part=part):
            return f"{wording.sentence(part.meaning)}, added up."
        case Mix(by=by):
            return f"Those whose {by.title.lower()} is known; each group is told as its share of them."
        case Children():
            return f"Different children among: {indicator.of.counted_in}{_where(indicator, clocks)}."
        case _:
            return _considered(indicator, clocks)


def out_of(indicator: Indicator, clocks: Clocks) -> str:
    """A count is out of nothing."""
    if indicator.is_counted:
        return ""
    if isinstance(indicator.measure, Proportion):
        return f"{wording.sentence(indicator.measure.whole.meaning)}, added up over the same."
    return _considered(indicator, clocks)


def left_out(indicator: Indicator, clocks: Clocks) -> str:
    parts = [indicator.considers.denied(clocks)] if indicator.considers is not None else []
    match indicator.measure:
        case Mean(of=column) | Total(of=column):
            parts.append(f"{column.meaning} is not known")
        case Proportion(part=part, whole=whole):
            parts.append(f"{part.meaning} or {whole.meaning} is not known")
    return f"Those where {'; and those where '.join(parts)}." if parts else "Nothing."


def _considered(indicator: Indicator, clocks: Clocks) -> str:
    return f"{wording.sentence(indicator.of.counted_in)}{_where(indicator, clocks)}."


def _where(indicator: Indicator, clocks: Clocks) -> str:
    return f" where {indicator.considers.words(clocks)}" if indicator.considers is not None else ""


def _clock(clock: Clock) -> str:
    whose = SET_BY.get(clock.set_by, f"Set by {clock.set_by}.")
    source = clock.source if clock.source.startswith(whose.rstrip(".")) else f"{whose} {clock.source}"
    before = " before it, counted back" if clock.backwards else ""
    return f"{wording.sentence(clock.in_words)}{before}, {clock.what}; {clock.rule_in_words}. {source}"


def _example(example: Example, indicator: Indicator) -> ExampleTable:
    return ExampleTable(
        says=example.says,
        headings=tuple(_heading(name, indicator) for name in example.headings),
        rows=tuple(tuple(cell or "not known" for cell in row) for row in example.table),
        expect=example.expect,
    )


def _heading(name: str, indicator: Indicator) -> str:
    """A column's own words; where it is not the fact's, its name with spaces."""
    meaning = next((column.meaning for column in indicator.of.columns if column.name == name), None)
    return wording.sentence(meaning or name.replace("_", " "))
