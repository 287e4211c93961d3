"""What was agreed, and what became of what was agreed before, as the paper tells it. No small number is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from everychild import wording
from everychild.judgement.agreed import Agreed
from everychild.judgement.judged import FlaggedArea, JudgedEdition
from everychild.narrative.since_agreed import since_agreed
from everychild.report.document import Bullets, Heading, Part
from everychild.report.small_numbers import protected_figure


def agreed_about(area: FlaggedArea, agreed: Sequence[Agreed]) -> Iterator[Part]:
    """What was agreed on this month’s figures about an area."""
    refs = {item.ref: item for item in area.judged}
    new = [one for one in agreed if one.ref in refs and one.is_new_in(area.judged[0].figure.as_at)]
    if new:
        yield Heading(4, "What was agreed")
        yield Bullets(tuple(_who_and_when(one) for one in new))


def what_became(edition: JudgedEdition, agreed: Sequence[Agreed]) -> Iterator[Part]:
    """What became of what was agreed on earlier months’ figures: how it stands, in whose words, and the figure since.

    `edition` is as it may be printed; the figure each was agreed on is held to the same rule.
    """
    told = [one for one in agreed if one.is_told_with(edition.as_at) and not one.is_new_in(edition.as_at)]
    if not told:
        return
    yield Heading(2, "What became of what was agreed")
    yield Bullets(tuple(_became(one, edition) for one in told))


def _became(one: Agreed, edition: JudgedEdition) -> str:
    item = edition.by_ref(one.ref)
    if item is None:
        return f"{one.ref}: {_who_and_when(one)} {_stands(one)}"
    then = protected_figure(one.figure, item.indicator, item.target_in(one.month))
    return f"{item.title}: {_who_and_when(one)} {_stands(one)} {since_agreed(item, one, then)}"


def _who_and_when(one: Agreed) -> str:
    return f"{wording.sentence(one.what.rstrip('.'))}. {one.owner}, by {wording.day(one.due_on)}."


def _stands(one: Agreed) -> str:
    if not one.changes:
        return "Nothing has been said of it since."
    last = one.changes[-1]
    words = wording.sentence(last.words.rstrip("."))
    return f"{wording.sentence(last.state.value)}: {words} ({last.name}, {wording.day(last.at.date())})."
