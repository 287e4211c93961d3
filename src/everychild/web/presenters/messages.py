"""Pages that have only something to say: nothing here yet, no such month, something broke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from everychild import wording
from everychild.calendar import Month
from everychild.roles import Viewer
from everychild.web.addresses import (
    ACTIONS,
    DESK,
    LATEST,
    LOAD,
    OWN_WORDS,
    PAPERS,
    PUBLISH,
    REQUESTS,
    SIGN_IN,
    TIME,
    WORKLIST,
    Place,
)

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


def no_such_area(place: Place, asked: str) -> Message:
    return Message(
        "That area is not on the list",
        (f"No area called “{asked}” is flagged in {wording.month(place.month)}, so there is nothing to decide.",),
        (Link("The areas for improvement", place.overview),),
    )


def no_such_action() -> Message:
    return Message(
        "There is no such action",
        ("No action was agreed under that number.",),
        (Link("All actions", ACTIONS),),
    )


def no_such_request() -> Message:
    return Message(
        "There is no such request",
        ("Nothing that Members asked for is kept under that number.",),
        (Link("Everything Members asked for", REQUESTS),),
    )


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


def no_such_look_back(month: Month, known_on: date | None, newest: int | None = None) -> Message:
    """For a month that nobody has had worked out as it was known then, or not so often."""
    if known_on is None:
        return Message("That is not a day", ("A day is written as a year, a month and a day, as in 2019-05-31.",))
    named = f"{wording.month(month)} as known on {wording.day(known_on)}"
    if newest is not None:
        here = Place(month, newest, known_on)
        return Message(f"{named} was worked out {times(newest)}", (), (Link("The newest", here.overview),))
    asks = f"{TIME}?{urlencode({'month': str(month), 'known_on': known_on.isoformat()})}"
    return Message(
        f"{named} has not been worked out",
        ("It takes some seconds, and is then kept under this same address for good.",),
        (Link("Have it worked out", asks),),
    )


def times(how_many: int) -> str:
    return "once" if how_many == 1 else f"{how_many} times"


def no_such_indicator(place: Place, ref: str) -> Message:
    return Message(
        "There is no such indicator",
        (f"No indicator goes by {ref}. The overview lists every one, by section.",),
        (Link("Every indicator, by section", f"{place.overview}#every-indicator"),),
    )


def no_such_kind(place: Place, kind: str) -> Message:
    return Message(
        "There is no such kind of event",
        (f"Sources are not compared for {kind}. The page of sources compared lists every kind.",),
        (Link("Sources compared", place.sources),),
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


def no_such_question() -> Message:
    return Message(
        "That is not asked, or not any more",
        ("Somebody has said what these words mean, or put them away, or the file was loaded again.",),
        (Link("Your own words", OWN_WORDS),),
    )


def no_such_list(why: str) -> Message:
    return Message("There is no such list", (why,), (Link("Your own words", OWN_WORDS),))


def no_single_sign_on() -> Message:
    return Message(
        "There is no single sign-on here",
        ("This council has people sign in by a name and a password.",),
        (Link("Sign in", SIGN_IN),),
    )


def not_let_in(why: str, onwards: str = SIGN_IN) -> Message:
    """Why the council’s own sign-in has not opened this service; or, with an address, that it is about to."""
    return Message("Signing in", (why,), (Link("Go on" if onwards != SIGN_IN else "Sign in", onwards),))


def link_is_spent() -> Message:
    return Message(
        "This link opens nothing any more",
        (
            "A link to choose a password is good once, and for a day.",
            "If your password is chosen, sign in with it. If not, ask an administrator of this service for another.",
        ),
        (Link("Sign in", SIGN_IN),),
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


def no_such_published_page() -> Message:
    """Where a published page should be."""
    said = "No such page has been published. Publish the month first, and begin at its front page."
    return Message("There is no such published page", (said,), (Link("Publish", PUBLISH),))


def no_such_fingerprint() -> Message:
    """Where a fingerprint leads nowhere."""
    said = "No edition and no release of this council has that fingerprint. Look at the paper again, letter by letter."
    return Message("Nothing has that fingerprint", (said,), (Link("The latest month", LATEST),))


def no_such_paper() -> Message:
    said = "It may not be written yet, or its month not be signed."
    return Message("There is no such paper", (said,), (Link("Papers", PAPERS),))


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
