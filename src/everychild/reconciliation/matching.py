"""Two sources’ tellings of one kind of event, paired one to one: on the same day first, then on the nearest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

NEAR = 7
"""Two tellings so many days apart, or fewer, are taken for one event told with different dates."""


@dataclass(frozen=True)
class Telling:
    """One event as one source tells it. `alike` is whose it is, and what else two tellings of it must share.

    `known_on` is the day its extract was taken: what ended later it could not say. `stood_until` is its end as that
    source’s history is joined, though no row may say so. `is_in_use` where figures count this very row, and not another
    source’s telling.
    """

    alike: tuple[str | None, ...]
    began: date
    ended: date | None
    known_on: date
    source_id: int
    stood_until: date | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    is_in_use: bool = True

    @property
    def child_id(self) -> str:
        return self.alike[0] or ""


@dataclass(frozen=True)
class Pair:
    """Two tellings of one event."""

    one: Telling
    other: Telling

    @property
    def days_apart(self) -> int:
        """How many days later the other says it began; below nought, earlier."""
        return (self.other.began - self.one.began).days


@dataclass(frozen=True)
class Matched:
    """Every telling of both sources, in one of three."""

    pairs: tuple[Pair, ...]
    one_alone: tuple[Telling, ...]
    other_alone: tuple[Telling, ...]


def matched(one: Iterable[Telling], other: Iterable[Telling]) -> Matched:
    """Which tellings are of one event: no telling is in two pairs, and the nearest are paired first.

    Of equally near ones the earlier are. It is the same whichever source is asked first.
    """
    ones, others = _by_whose(one), _by_whose(other)
    pairs: list[Pair] = []
    one_alone: list[Telling] = []
    other_alone: list[Telling] = []
    for whose in sorted(ones.keys() | others.keys(), key=repr):
        left, right = ones.get(whose, []), others.get(whose, [])
        taken = _paired(left, right)
        pairs += [Pair(left[at], right[to]) for at, to in sorted(taken.items())]
        one_alone += [telling for at, telling in enumerate(left) if at not in taken]
        matched_others = set(taken.values())
        other_alone += [telling for to, telling in enumerate(right) if to not in matched_others]
    return Matched(tuple(pairs), tuple(one_alone), tuple(other_alone))


def _by_whose(tellings: Iterable[Telling]) -> dict[tuple[str | None, ...], list[Telling]]:
    found: dict[tuple[str | None, ...], list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda each: (each.began, each.source_id)):
        found[telling.alike].append(telling)
    return found


def _paired(left: Sequence[Telling], right: Sequence[Telling]) -> dict[int, int]:
    near = sorted(
        (abs((right[to].began - one.began).days), min(one.began, right[to].began), at, to)
        for at, one in enumerate(left)
        for to in range(len(right))
        if abs((right[to].began - one.began).days) <= NEAR
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, at, to in near:
        if at not in taken and to not in used:
            taken[at] = to
            used.add(to)
    return taken
