"""What everything on the list is told with; and where a part of it cannot be told, why not, in a plain sentence."""

from __future__ import annotations

from everychild.facts import Breakdown
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, said, sentences
from everychild.narrative.main_part import WAYS, contribution_by_work
from everychild.narrative.sentences import pattern_sentence
from everychild.narrative.what_moved import what_moved


def pattern_and_outlook(item: Judged) -> Bound:
    """The pattern and whether the target will be met; without a target, that there is none to be met."""
    told = pattern_sentence(item)
    if item.target is not None:
        return told
    return sentences((told, said("No target is set, so nothing is foretold of meeting one.")))


def nothing_published(item: Judged) -> Bound:
    """Why nothing others publish stands beside it, as its definition says."""
    comparator = quantities.of_rule(item.indicator.comparator, f"comparator of {item.ref}")
    return said("{title}, compared with others. {why}", title=quantities.title(item), why=comparator)


def moved_by_work(item: Judged, edition: JudgedEdition) -> Bound:
    """What moved it by how the work is shared out, or why its change is not parted."""
    found = contribution_by_work(item, edition)
    if found is not None:
        return what_moved(item, found)
    return why_not_moved(item, tuple(kind for kind in item.indicator.breakdowns if kind.name in WAYS))


def why_not_moved(item: Judged, ways: tuple[Breakdown, ...]) -> Bound:
    """Why a change since the month before is not parted by any of these ways."""
    since = quantities.month(item.figure.as_at - 1)
    if item.value is None or item.last_month is None or item.value_of(item.last_month) is None:
        return said("The change since {since} cannot be told: one of the two months has no figure.", since=since)
    if not ways:
        return said("The change since {since} is not parted: it is counted neither by team nor by ward.", since=since)
    names = ", nor by ".join(kind.title.lower() for kind in ways)
    return said(
        "The change since {since} is not parted by {names}: there are not two groups with enough in both months, or "
        "its parts do not add up to the whole.",
        since=since,
        names=names,
    )
