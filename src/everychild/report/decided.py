"""What people decided of the list, as the paper tells it: who confirmed it, and what was taken off by whom and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from everychild import wording
from everychild.judgement.decisions import FlagDecision
from everychild.judgement.judged import FlaggedArea, JudgedEdition
from everychild.judgement.the_list import decision_on
from everychild.narrative.the_list import decision_sentence
from everychild.report.document import Bullets, Heading, Paragraph, Part

TakenOff = Sequence[tuple[FlaggedArea, FlagDecision]]


def confirmed(edition: JudgedEdition) -> str:
    """Of the areas that are listed, how many a person has confirmed, and who."""
    said = [decision for area in edition.areas if (decision := decision_on(edition, area)) is not None]
    if not edition.areas:
        return ""
    if not said:
        return "Nobody has confirmed the list yet: it is as the rules made it."
    who = wording.listed(dict.fromkeys(f"{one.by}, {one.role}" if one.role else one.by for one in said))
    if len(said) == len(edition.areas):
        return f"The list was confirmed by {who}."
    are = "is" if len(said) == 1 else "are"
    listed = wording.in_words(len(edition.areas))
    return (
        f"Of the {listed} listed {wording.in_words(len(said))} {are} confirmed, by {who}; "
        "the others are as the rules made them."
    )


def taken_off(off: TakenOff) -> Iterator[Part]:
    """Areas that were flagged and are not in the paper's list: named, with the decision. No figure is changed by it."""
    if not off:
        return
    yield Heading(3, "Flagged, and taken off the list")
    yield Paragraph(
        "These were flagged by the same rules. A person took them off the list, and said why. Their figures stand in "
        "the dashboard as they are."
    )
    yield Bullets(tuple(f"{area.area.title}. {decision_sentence(decided)}" for area, decided in off))
