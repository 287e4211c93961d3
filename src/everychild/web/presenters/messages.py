"""Pages that have only something to say: nothing here yet, no such month, something broke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.calendar import Month
from everychild.roles import Viewer
from everychild.web.addresses import DESK, LATEST, LOAD, WORKLIST, Place

PRODUCT = "Children’s services performance"


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    words: str
    address: str
    is_here: bool = False


@dataclass(frozen=True)
class Message:
    """A heading, a few sentences and where to go from here."""

    heading: str
    sentences: tuple[str, ...]
    links: tuple[Link, ...] = ()
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{self.heading}, {self.product}"


def nothing_closed() -> Message:
    return Message(
        "No month has been closed yet",
        (
            "When files have been loaded and a month has been closed, its figures will stand here.",
            "To load a council’s files: everychild load, and the folder they are in.",
            "To close a month: everychild close 2019-04, with the month you want.",
        ),
    )


def no_such_month(asked: str, closed: Sequence[Month]) -> Message:
    """For a month that is not closed, and for something that is no month at all."""
    try:
        heading = f"{wording.month(Month.of(asked))} has not been closed"
        why = "There are no figures for it. They appear when the month is closed: everychild close, and the month."
    except ValueError:
        heading = "That is not a month"
        why = "A month is written as a year, a hyphen and two figures, as in /p/2019-04/ for April 2019."
    return Message(heading, (why, *(("These months are closed:",) if closed else ())), _months(closed))


def no_such_edition(month: Month, asked: str, newest: int) -> Message:
    there_are = "There is one, edition 1." if newest == 1 else f"The editions are 1 to {newest}."
    links = tuple(
        Link(f"{wording.month(month)}, edition {number}", Place(month, number).overview)
        for number in range(newest, 0, -1)
    )
    named = f"edition {asked}" if asked.isdecimal() else "such edition"
    return Message(f"There is no {named} of {wording.month(month)}", (there_are,), links)


def no_such_indicator(place: Place, ref: str) -> Message:
    return Message(
        "There is no such indicator",
        (f"No indicator goes by {ref}. The overview lists every one, by section.",),
        (Link("Every indicator, by section", f"{place.overview}#every-indicator"),),
    )


def no_such_section(place: Place) -> Message:
    return Message(
        "There is no such section",
        ("The overview lists every section.",),
        (Link("Every indicator, by section", f"{place.overview}#every-indicator"),),
    )


def no_such_breakdown(place: Place, ref: str, breakdowns: Sequence[Link]) -> Message:
    return Message(
        "There is no such breakdown",
        (f"{ref} can be broken down in these ways:",),
        (*breakdowns, Link(f"{ref} for all children", place.indicator(ref))),
    )


def not_found() -> Message:
    return Message(
        "Page not found",
        (
            "Nothing stands at this address.",
            "If you typed it, check it. If a link brought you here, tell whoever sent it.",
        ),
        (Link("The latest month at a glance", LATEST),),
    )


def refused(why: str) -> Message:
    """An error of ours says what was found, where, and what to do."""
    return Message("This page cannot be shown", (why,), (Link("The latest month at a glance", LATEST),))


def nothing_loaded() -> Message:
    return Message("Nothing has been loaded yet", ("When files have been loaded, open work will be listed here.",))


def nothing_of_that_team() -> Message:
    return Message(
        "There is no such worklist",
        ("It may be another team’s, or its work may be done.",),
        (Link("The worklists you can open", WORKLIST),),
    )


def no_such_work() -> Message:
    return Message(
        "There is no such piece of work", ("Nothing with that number was asked for.",), (Link("Load", LOAD),)
    )


def too_old() -> Message:
    return Message(
        "That form was too old, or came from elsewhere",
        ("Nothing was changed. Go back, load the page anew, and send it again.",),
        (Link("The latest month at a glance", LATEST),),
    )


def not_yours(viewer: Viewer) -> Message:
    return Message(
        "This page is not part of your role",
        (
            f"You are signed in as {viewer.name}, {viewer.title}, and that role does not include it.",
            "If it should, ask whoever looks after people here.",
        ),
        (Link("What you can open", DESK),),
    )


def out_of_order() -> Message:
    return Message(
        "Something went wrong",
        (
            "The page could not be made. The figures are not affected: pages only read them.",
            "Try again. If it happens twice, tell whoever looks after this dashboard what you were opening.",
        ),
        (Link("The latest month at a glance", LATEST),),
    )


def _months(closed: Sequence[Month]) -> tuple[Link, ...]:
    return tuple(Link(wording.month(month), Place(month).overview) for month in closed)
