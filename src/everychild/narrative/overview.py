"""The whole edition in a few sentences."""

from __future__ import annotations

from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.status import Status
from everychild.narrative import counts, quantities
from everychild.narrative.bound import Bound, said, sentences
from everychild.narrative.quantities import value_in_words


def at_a_glance(edition: JudgedEdition) -> Bound:
    """How many are on target, how many areas are flagged, and how they move."""
    if counts.rated(edition).exact == 0:
        return Bound(("No indicator has both a figure and a target this month.",))
    first = said(
        "{on} of the {rated} indicators with a target are on target ({share}).",
        on=counts.with_status(edition, Status.ON_TARGET),
        rated=counts.rated(edition),
        share=counts.share_on_target(edition),
    )
    return sentences((first, _areas(edition)))


def _areas(edition: JudgedEdition) -> Bound:
    if not edition.areas:
        return said("{none} is flagged for improvement.", none=counts.no_area(edition))
    how_many = said("{areas}", areas=counts.areas(edition)).capitalised()
    worse = counts.getting_worse(edition)
    if not worse.exact:
        return said("{areas} flagged for improvement.", areas=how_many)
    return said(
        "{areas} flagged for improvement; in {worse} of them a figure is getting worse.", areas=how_many, worse=worse
    )


def summary_sentences(edition: JudgedEdition) -> tuple[Bound, ...]:
    """For the paper's summary: the counts in words, for those who cannot see a chart."""
    told = [
        said("{how_many} {status}", how_many=counts.with_status(edition, status), status=status.in_words.lower())
        for status in (*counts.RATED, Status.FOR_INFORMATION)
    ]
    by_status = said("Of {all} indicators: {told}.", all=counts.indicators(edition), told=_with_commas(told))
    absent = (
        said("{absent} could not be judged this month.", absent=counts.not_judged(edition))
        if edition.how_many(Status.NOT_JUDGED)
        else Bound()
    )
    return (at_a_glance(edition), sentences((by_status, absent)))


def improvement_sentence(item: Judged) -> Bound:
    """What got better, from what to what."""
    before = item.last_financial_year
    then = (
        said(", from an average of {before} last year", before=value_in_words(item, before))
        if before and before.absent is None
        else Bound()
    )
    return said(
        "{title}: {value} in {when}{then}.",
        title=quantities.title(item),
        value=value_in_words(item),
        when=quantities.month(item.figure.as_at),
        then=then,
    )


def _with_commas(parts: list[Bound]) -> Bound:
    whole = Bound()
    for n, part in enumerate(parts):
        whole = whole + ", " + part if n else part
    return whole
