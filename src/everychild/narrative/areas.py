"""An area for improvement in words: expectation, figures, pattern, company, calendar; then what a person must add."""

from __future__ import annotations

from everychild import wording
from everychild.calendar import Month
from everychild.judgement.judged import FlaggedArea, Judged, JudgedEdition
from everychild.judgement.targets import target_in_words
from everychild.measure.figure import Absent
from everychild.narrative.sentences import (
    expectation,
    pattern_sentence,
    position,
    shortfall_sentence,
    value_in_words,
)

SHORTEST_GROUP = 10
"""A group of fewer is not told apart in the paper."""

waiting_for = {
    "cause": "Why: waiting for a named officer. The figures do not say why, and no cause has been supposed.",
    "action": "What is being done, by whom and by when: waiting for a named officer.",
}


def area_sentence(area: FlaggedArea, edition: JudgedEdition) -> str:
    """The area in one sentence: its leading figure, against its target and its past."""
    lead = area.judged[0]
    when = wording.month(edition.as_at)
    target = f", against a target of {target_in_words(lead.target, lead.indicator)}" if lead.target else ""
    past = (
        f"; last year averaged {value_in_words(lead, lead.last_financial_year)}"
        if lead.last_financial_year and lead.last_financial_year.absent is None
        else ""
    )
    return f"{lead.title}: {value_in_words(lead)} in {when}{target}{past}."


def area_paragraphs(area: FlaggedArea, edition: JudgedEdition) -> tuple[str, ...]:
    """The draft, a paragraph to each step: expectation, position, pattern, company, split, calendar."""
    lead = area.judged[0]
    company = [item for item in edition.indicators if item.indicator.area == area.area and item is not lead]
    paragraphs = [
        expectation(lead),
        " ".join(part for part in (position(lead), shortfall_sentence(lead)) if part),
        pattern_sentence(lead),
        *(_beside(item) for item in company if item.value is not None or item.figure.absent is Absent.HELD_BACK),
        _dual_plans(area),
        holidays(edition),
    ]
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def holidays(edition: JudgedEdition) -> str:
    """Bank holidays and closure days of the month: a fact of the calendar, offered and not blamed."""
    days = [(day, name) for day, name in sorted(edition.calendar_days.items()) if Month.of(day) == edition.as_at]
    days = [(day, name) for day, name in days if day.weekday() < 5]
    if not days:
        return ""
    named = wording.listed(f"{name} ({wording.day(day)})" for day, name in days)
    were = "was not a working day" if len(days) == 1 else "were not working days"
    return f"{named} {were} and {'is' if len(days) == 1 else 'are'} not counted in any time above."


def _beside(item: Judged) -> str:
    """Another measure of the same subject, in a sentence or two."""
    target = (
        f" Its target is {target_in_words(item.target, item.indicator)}: {item.status.in_words.lower()}."
        if item.target
        else ""
    )
    return position(item) + target


def _dual_plans(area: FlaggedArea) -> str:
    """Reports for children on dual plans beside the rest, over the whole area, where there are enough to tell apart."""
    met = {"On a dual plan": 0, "Not on a dual plan": 0}
    due = dict(met)
    for item in area.judged:
        for figure in item.groups.get("dual_plan", ()):
            if item.indicator.is_share and figure.group in met and figure.numerator is not None:
                met[figure.group] += figure.numerator
                due[figure.group] += figure.denominator or 0
    dual, rest = "On a dual plan", "Not on a dual plan"
    if min(due.values()) < SHORTEST_GROUP:
        return ""
    return (
        f"For children on dual plans (a child protection plan and in care) {met[dual]:,} of {due[dual]:,} reports were "
        f"on time; for all others {met[rest]:,} of {due[rest]:,}."
    )
