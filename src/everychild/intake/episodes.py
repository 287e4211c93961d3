"""Episodes of care joined into what lasted: the time in care, each placement, each legal status.

The children looked after return begins a new episode whenever the legal status or the placement changes. A time in care
goes on while one episode follows another on the same day; agreed short breaks (V3, V4) are no part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter

GOES_ON = "X1"
SHORT_BREAKS = frozenset({"V3", "V4"})
TEMPORARY = frozenset({"T0", "T1", "T2", "T3", "T4"})
SAME_CARER = frozenset({"T", "U"})


@dataclass(frozen=True)
class Told:
    """Where an episode stands: the file, by its place among those read, the sheet and the row."""

    file: int
    sheet: int
    row: int


@dataclass(frozen=True)
class Episode:
    """One row of the return’s episodes, and where it was told."""

    told: Told
    child_id: str
    started_on: date
    ended_on: date | None = None
    reason_started: str | None = None
    reason_ended: str | None = None
    legal_status: str | None = None
    category_of_need: str | None = None
    placement_type: str | None = None
    provider: str | None = None
    reason_moved: str | None = None
    postcode: str | None = None
    registered_as: str | None = None
    placement_number: str | None = None
    out_of_area: bool | None = None
    council_area: str | None = None
    tenths_of_a_mile_from_home: int | None = None

    @property
    def place(self) -> tuple[str | None, ...]:
        """What is the same while a child stays in one placement."""
        return self.placement_type, self.provider, self.postcode, self.registered_as, self.placement_number

    @property
    def is_short_break(self) -> bool:
        return self.legal_status in SHORT_BREAKS


Spell = Sequence[Episode]
"""Episodes of one child that follow one another; what they make is told by the row of the last."""


def told_last(episodes: Iterable[Episode], taken: Sequence[date]) -> list[Episode]:
    """Each child’s episodes in order, each once: last year’s open episode comes again with its end.

    `taken` is how new each file is. Of two tellings the newer file’s stands; in one file, the one with an end.
    """
    ordered = sorted(episodes, key=lambda each: (*_key(each), taken[each.told.file], each.ended_on is not None))
    return [list(tellings)[-1] for _, tellings in groupby(ordered, key=_key)]


def times_in_care(episodes: Sequence[Episode]) -> list[Spell]:
    """The unbroken times in care. `episodes` are in order, each told once."""
    return [part for _, of_child in groupby(episodes, key=attrgetter("child_id")) for part in _joined(list(of_child))]


def placements_of(care: Spell) -> list[Spell]:
    """The placements of a time in care: a change of legal status alone is no move."""
    return _split(care, lambda one, after: after.reason_started in ("L", None) and one.place == after.place)


def legal_statuses_of(care: Spell) -> list[Spell]:
    """The legal statuses of a time in care, each as long as it lasted."""
    return _split(care, lambda one, after: one.legal_status == after.legal_status)


def same_carer(placements: Sequence[Spell]) -> Iterator[bool | None]:
    """Of each placement, whether the carer is the one before; or, after a temporary stay, the one before that."""
    lasting: Episode | None = None
    before: Episode | None = None
    for placement in placements:
        first = placement[0]
        came_back = before is not None and before.placement_type in TEMPORARY and _is_same_place(lasting, first)
        yield (
            None if before is None or first.reason_started is None else first.reason_started in SAME_CARER or came_back
        )
        before = placement[-1]
        lasting = before if before.placement_type not in TEMPORARY else lasting


def is_open(spell: Spell) -> bool:
    """An episode without an end is open, whatever reason stands beside it."""
    return spell[-1].ended_on is None


def broken_off(care: Collection[Spell]) -> list[Spell]:
    """Times in care whose last episode says that another follows (X1), and none does."""
    begun = {_key(spell[0]) for spell in care}
    ends = ((spell, spell[-1]) for spell in care if not is_open(spell))
    return [
        spell for spell, last in ends if last.reason_ended == GOES_ON and (last.child_id, last.ended_on) not in begun
    ]


def begun_before(care: Collection[Spell]) -> list[Spell]:
    """Times in care of which the first episode is not told: they began before the years that were loaded."""
    return [spell for spell in care if spell[0].reason_started not in ("S", None)]


def _joined(episodes: list[Episode]) -> list[Spell]:
    """A child’s episodes cut where care ended; each ends at the latest where the next begins."""
    cut = [
        replace(one, ended_on=after.started_on, reason_ended=_reason(one, after)) if _runs_into(one, after) else one
        for one, after in pairwise(episodes)
    ]
    return _split([*cut, episodes[-1]], _goes_on)


def _goes_on(one: Episode, after: Episode) -> bool:
    return (
        one.ended_on == after.started_on
        and one.reason_ended in (GOES_ON, None)
        and after.reason_started != "S"
        and one.is_short_break == after.is_short_break
    )


def _runs_into(one: Episode, after: Episode) -> bool:
    return one.ended_on is None or one.ended_on > after.started_on


def _reason(one: Episode, after: Episode) -> str | None:
    """An open episode that another follows was ended by it; where care began anew, nobody has said why it had ended."""
    if one.ended_on is not None:
        return one.reason_ended
    return None if after.reason_started == "S" else GOES_ON


def _split(episodes: Spell, belongs: Callable[[Episode, Episode], bool]) -> list[Spell]:
    parts = [[episodes[0]]]
    for one, after in pairwise(episodes):
        if belongs(one, after):
            parts[-1].append(after)
        else:
            parts.append([after])
    return list(parts)


def _is_same_place(one: Episode | None, other: Episode) -> bool:
    told_apart = other.postcode or other.registered_as or other.placement_number
    return one is not None and one.place == other.place and told_apart is not None


def _key(episode: Episode) -> tuple[str, date]:
    return episode.child_id, episode.started_on
