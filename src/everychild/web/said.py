"""What officers say of a figure, for its own page, with the ways on that this viewer has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from everychild import wording
from everychild.catalogue.indicator import Section
from everychild.journal import actions, commentary, ledger
from everychild.journal.commentary import NOTHING, State
from everychild.roles import Need, Viewer
from everychild.web.addresses import ACTIONS, COMMENTARY
from everychild.web.editions import Asked
from everychild.web.presenters.actions import WORDS, ActionLine, ActionWords, lines
from everychild.web.presenters.messages import Link


@dataclass(frozen=True)
class OfficersSay:
    """The approved words, or how the words stand for those who may write them."""

    text: str
    by: str
    state: str
    editor: Link | None
    children: Link | None
    actions: tuple[ActionLine, ...] = ()
    agree: Link | None = None
    action_words: ActionWords = WORDS


def officers_say(asked: Asked, ref: str, viewer: Viewer, today: date) -> OfficersSay:
    """For one indicator in one edition. Words are written of the newest; of a month looked back at there are none.

    What was agreed is told to whoever has signed in.
    """
    month, number = asked.edition.as_at, asked.opened.number
    if asked.place.known is not None:
        return OfficersSay("", "", "", None, None)
    edition = ledger.edition_numbered(month, number)
    assert edition is not None, "an edition that was opened is in the journal"
    held = commentary.standing(edition).get(ref, NOTHING)
    told = commentary.approved(edition).get(ref)
    editor = Link("Write, or read what was written", f"{COMMENTARY}{month}/{ref}/")
    children = Link("The children and work behind this figure", asked.place.children(ref))
    return OfficersSay(
        text=told.text if told else "",
        by=f"{told.author_name}; approved by {told.by}, {wording.day(told.at.date())}." if told and told.at else "",
        state=f"The words are: {held.state.value}.",
        editor=editor if viewer.can(Need.WRITE) and number == asked.newest else None,
        children=children if viewer.can(Need.CHILDREN) else None,
        actions=tuple(lines(actions.actions(ref), asked.edition, today)) if viewer.person else (),
        agree=Link("Agree an action", f"{ACTIONS}?ref={ref}") if viewer.can(Need.WRITE) else None,
    )


def open_actions(asked: Asked, section: Section, viewer: Viewer, today: date) -> tuple[ActionLine, ...]:
    """What is being done about a section’s figures, told to whoever has signed in."""
    if not viewer.person or asked.place.known is not None:
        return ()
    refs = {item.ref for item in asked.edition.indicators if item.indicator.section == section}
    return tuple(lines([one for one in actions.actions() if one.is_open and one.ref in refs], asked.edition, today))


def words_about(asked: Asked) -> dict[str, State]:
    """How the words stand about each indicator that has any, in the edition that is looked at."""
    edition = None if asked.place.known else ledger.edition_numbered(asked.edition.as_at, asked.opened.number)
    return {} if edition is None else {ref: held.state for ref, held in commentary.standing(edition).items()}
