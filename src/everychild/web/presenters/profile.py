"""The profile as a page: part by part, a table of figures beside others’, then who they are of, each with a sentence.

Trends stand with each indicator: with them the page would be heavier than one may be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from everychild import wording
from everychild.comparators.beside import Beside
from everychild.comparators.published import ATTRIBUTION
from everychild.judgement.judged import Judged
from everychild.narrative.profile import (
    NONE_HELD,
    Split,
    Told,
    others_in_brief,
    profile,
    split_sentence,
    when_of_others,
)
from everychild.web.presenters.breakdown import GroupRow, group_row, scale_of, value_heading
from everychild.web.presenters.figures import Shown, of_heading, of_in_words, shown, shown_or_nothing, unit_in_words
from everychild.web.presenters.frame import Frame, frame
from everychild.web.presenters.messages import Link

if TYPE_CHECKING:
    from everychild.web.editions import Asked

HEADING = "Profile of the service"

FindBeside = Callable[[Judged], Beside | None]


@dataclass(frozen=True)
class Row:
    """One indicator: the month, twelve months, a year before, and what others publish."""

    ref: str
    link: Link
    unit: str
    now: Shown
    of: str
    twelve_months: Shown
    last_year: Shown
    others: str
    when: str


@dataclass(frozen=True)
class SplitShown:
    """One figure by one thing: its sentence, and a row a group."""

    anchor: str
    title: str
    sentence: str
    group_heading: str
    value_heading: str
    of_heading: str
    rows: tuple[GroupRow, ...]
    more: Link


@dataclass(frozen=True)
class PartShown:
    anchor: str
    title: str
    region: str
    rows: tuple[Row, ...]
    splits: tuple[SplitShown, ...]


@dataclass(frozen=True)
class ProfilePage:
    frame: Frame
    overview: Link
    about: str
    reading: str
    now: str
    twelve_months: str
    last_year: str
    parts: tuple[PartShown, ...]
    jump: tuple[Link, ...]
    downloads: tuple[Link, ...]
    attribution: str
    words: ProfileWords


@dataclass(frozen=True)
class ProfileWords:
    """Headings and labels, which are the same on every such page."""

    on_this_page: str = "Parts of the profile"
    indicator: str = "Indicator"
    others: str = "Beside others"
    picture: str = "As a picture"
    small: str = "small"


def profile_page(asked: Asked, beside: FindBeside) -> ProfilePage:
    """`beside` finds what is published beside a figure; None where nothing is."""
    edition, place = asked.edition, asked.place
    parts = tuple(_part(told, asked, beside) for told in profile(edition))
    return ProfilePage(
        frame=frame(asked, HEADING, "profile/"),
        overview=Link("Overview", place.overview),
        about=(
            f"What {edition.council.short_name}’s children’s services look like, as at "
            f"{wording.day(edition.as_at.last_day)}: how many children, how soon, who they are, and what others "
            "publish. Trends, targets and what they mean stand with each indicator."
        ),
        reading=(
            "In the pictures a bar is a number. Where a figure is a share or an average, a dot stands on a track from "
            "nought; the upright line is the council as a whole, and a dashed one its target."
        ),
        now=wording.month(edition.as_at),
        twelve_months="Last 12 months",
        last_year=wording.month(edition.as_at - 12),
        parts=parts,
        jump=tuple(Link(part.title, f"#{part.anchor}") for part in parts),
        downloads=(
            Link("This page for a spreadsheet (CSV)", place.data("profile.csv")),
            Link("This page as data (JSON)", place.data("profile.json")),
        ),
        attribution=f"{ATTRIBUTION}.",
        words=ProfileWords(),
    )


def _part(told: Told, asked: Asked, beside: FindBeside) -> PartShown:
    return PartShown(
        anchor=told.part.name,
        title=told.part.title,
        region=f"{told.part.title}, figures",
        rows=tuple(_row(item, asked, beside(item)) for item in told.items),
        splits=tuple(_split(split, asked) for split in told.splits),
    )


def _row(item: Judged, asked: Asked, beside: Beside | None) -> Row:
    others = str(others_in_brief(beside)) if beside else ""
    return Row(
        ref=item.ref,
        link=Link(item.title, asked.place.indicator(item.ref)),
        unit=unit_in_words(item.indicator),
        now=shown(item),
        of=of_in_words(item),
        twelve_months=shown_or_nothing(item, item.rolling_12),
        last_year=shown_or_nothing(item, item.same_month_last_year),
        others=others or NONE_HELD,
        when=when_of_others(beside) if beside and others else "",
    )


def _split(split: Split, asked: Asked) -> SplitShown:
    item, kind = split.item, split.kind
    scale = scale_of(item, split.groups)
    small = asked.edition.council.thresholds.small_denominator
    return SplitShown(
        anchor=f"{item.ref}-{kind.name}",
        title=split.title,
        sentence=str(split_sentence(split)),
        group_heading=kind.title,
        value_heading=value_heading(item.indicator.unit),
        of_heading=of_heading(item.indicator),
        rows=tuple(group_row(item, figure, scale, small) for figure in split.groups),
        more=Link(kind.title, f"{asked.place.indicator(item.ref, kind.name)}#breakdown"),
    )
