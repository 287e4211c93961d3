"""An area for improvement in words, in the order a committee asks; then what only a person can add.

What was expected and by whom, last year, last month, this month, the pattern, the main part of it, the rest of the
subject, the calendar, the tally of reasons. What others publish is told by `compared`, where it is known.
"""

from __future__ import annotations

from everychild.judgement.judged import FlaggedArea, Judged, JudgedEdition
from everychild.measure.figure import Absent
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundNumber, Quantity, Source, said, sentences
from everychild.narrative.calendar_facts import calendar_facts
from everychild.narrative.main_part import main_part, moved_most
from everychild.narrative.or_why_not import pattern_and_outlook
from everychild.narrative.quantities import value_in_words
from everychild.narrative.sentences import (
    expectation,
    of_status,
    position,
    shortfall_sentence,
    tally_sentence,
)

SHORTEST_GROUP = 10
"""A group of fewer is not told apart in the paper."""

DUAL, REST = "On a dual plan", "Not on a dual plan"

waiting_for = {
    "cause": "Why: waiting for a named officer. The figures do not say why, and no cause has been supposed.",
    "action": "What is being done, by whom and by when: waiting for a named officer.",
}


def area_sentence(area: FlaggedArea, edition: JudgedEdition) -> Bound:
    """The area in one sentence: its leading figure, against its target and its past."""
    lead = area.judged[0]
    target = said(", against a target of {target}", target=quantities.target(lead)) if lead.target else Bound()
    past = (
        said("; last year averaged {value}", value=value_in_words(lead, lead.last_financial_year))
        if lead.last_financial_year and lead.last_financial_year.absent is None
        else Bound()
    )
    return said(
        "{title}: {value} in {when}{target}{past}.",
        title=quantities.title(lead),
        value=value_in_words(lead),
        when=quantities.month(edition.as_at),
        target=target,
        past=past,
    )


def area_paragraphs(area: FlaggedArea, edition: JudgedEdition) -> tuple[Bound, ...]:
    """The draft, a paragraph to each step. A further step is a further line here."""
    lead = area.judged[0]
    company = [item for item in edition.indicators if item.indicator.area == area.area and item is not lead]
    paragraphs = (
        expectation(lead),
        sentences((position(lead), shortfall_sentence(lead))),
        _pattern(lead),
        sentences((moved_most(lead, edition), main_part(lead, edition))),
        *(_beside(item) for item in company if item.value is not None or item.figure.absent is Absent.HELD_BACK),
        _dual_plans(area),
        calendar_facts(edition),
        tally_sentence(lead),
    )
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _pattern(lead: Judged) -> Bound:
    """Held back is not "no figure": there is nothing to set the pattern against, and it is left out."""
    return Bound() if lead.figure.absent is Absent.HELD_BACK else pattern_and_outlook(lead)


def _beside(item: Judged) -> Bound:
    """Another measure of the same subject, in a sentence or two."""
    if item.target is None:
        return position(item)
    status = said(
        "Its target is {target}: {status}.",
        target=quantities.target(item),
        status=of_status(item, item.status.in_words.lower()),
    )
    return sentences((position(item), status))


def _dual_plans(area: FlaggedArea) -> Bound:
    """Reports for children on dual plans beside the rest, over the whole area, where there are enough to tell apart."""
    if min(of_group(area, group)[1] for group in (DUAL, REST)) < SHORTEST_GROUP:
        return Bound()
    return said(
        "For children on dual plans (a child protection plan and in care) {met_dual} of {due_dual} reports were "
        "on time; for all others {met_rest} of {due_rest}.",
        met_dual=number_of_area(area, Quantity.NUMERATOR_OF_AREA, DUAL),
        due_dual=number_of_area(area, Quantity.DENOMINATOR_OF_AREA, DUAL),
        met_rest=number_of_area(area, Quantity.NUMERATOR_OF_AREA, REST),
        due_rest=number_of_area(area, Quantity.DENOMINATOR_OF_AREA, REST),
    )


def number_of_area(area: FlaggedArea, quantity: Quantity, group: str) -> BoundNumber:
    """One group's numerators, or denominators, added up over the shares of an area."""
    numerator, denominator = of_group(area, group)
    number = numerator if quantity is Quantity.NUMERATOR_OF_AREA else denominator
    source = Source(
        quantity, month=area.judged[0].figure.as_at, breakdown="dual_plan", group=group, detail=area.area.name
    )
    return quantities.whole(f"{number:,}", source, number)


def of_group(area: FlaggedArea, group: str) -> tuple[int, int]:
    """Met and due, over the shares of an area."""
    figures = [
        figure
        for item in area.judged
        if item.indicator.is_share
        for figure in item.groups.get("dual_plan", ())
        if figure.group == group and figure.numerator is not None
    ]
    return sum(figure.numerator or 0 for figure in figures), sum(figure.denominator or 0 for figure in figures)
