"""What officers say of a figure, for its own page, with the ways on that this viewer has."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.calendar import Month
from everychild.journal import commentary, ledger
from everychild.journal.commentary import NOTHING
from everychild.roles import Need, Viewer
from everychild.web.addresses import COMMENTARY, Place
from everychild.web.presenters.messages import Link


@dataclass(frozen=True)
class OfficersSay:
    """The approved words, or how the words stand for those who may write them."""

    text: str
    by: str
    state: str
    editor: Link | None
    children: Link | None


def officers_say(month: Month, number: int, ref: str, viewer: Viewer) -> OfficersSay:
    """For one indicator in one edition."""
    edition = ledger.edition_numbered(month, number)
    assert edition is not None, "an edition that was opened is in the journal"
    held = commentary.standing(edition).get(ref, NOTHING)
    told = commentary.approved(edition).get(ref)
    editor = Link("Write, or read what was written", f"{COMMENTARY}{month}/{ref}/")
    children = Link("The children and work behind this figure", f"{Place(month).indicator(ref)}children/")
    return OfficersSay(
        text=told.text if told else "",
        by=f"{told.author_name}; approved by {told.by}, {wording.day(told.at.date())}." if told and told.at else "",
        state=f"The words are: {held.state.value}.",
        editor=editor if viewer.can(Need.WRITE) else None,
        children=children if viewer.can(Need.CHILDREN) else None,
    )
