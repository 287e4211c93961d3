"""What a target would have made of the months there are: each month's status as it was and as it would have been.

Nothing is written. The month is judged twice by the same rules, with the target and without.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from everychild.calendar import Clock, Month
from everychild.catalogue.indicator import Indicator
from everychild.council import Council, Target
from everychild.judgement.flags import flagged_areas
from everychild.judgement.judge import judge
from everychild.judgement.judged import FlaggedArea, Judged, Reason
from everychild.judgement.register import refuse_contradictions
from everychild.judgement.status import Status
from everychild.measure.figure import Figure


@dataclass(frozen=True)
class MonthPreviewed:
    """One month, and how it stands by the target it had and by the one proposed."""

    figure: Figure
    target: Target | None
    status: Status
    proposed: Target | None
    would_be: Status


@dataclass(frozen=True)
class FlagsPreviewed:
    """An indicator whose reasons, points or flag would be others this month."""

    before: Judged
    after: Judged
    gained: tuple[Reason, ...]
    lost: tuple[Reason, ...]


@dataclass(frozen=True)
class Preview:
    """What would change. `came` and `left` are areas that would come on to this month's list, or leave it."""

    before: Judged
    after: Judged
    months: tuple[MonthPreviewed, ...]
    flags: tuple[FlagsPreviewed, ...]
    came: tuple[FlaggedArea, ...]
    left: tuple[FlaggedArea, ...]

    def was(self, status: Status) -> int:
        return sum(month.status is status for month in self.months)

    def would_be(self, status: Status) -> int:
        return sum(month.would_be is status for month in self.months)


def preview(
    proposed: Target,
    figures: Sequence[Figure],
    indicators: Sequence[Indicator],
    as_at: Month,
    months: Sequence[Month],
    council: Council,
    clocks: Mapping[str, Clock],
) -> Preview:
    """What a target would change, from its day on; rows of that day or later give way to it.

    Raises SettingsError where it cannot be a target of its indicator, as `with_target` does.
    """
    refuse_contradictions(proposed, next(one for one in indicators if one.ref == proposed.indicator))
    before = judge(figures, indicators, as_at, months, council, clocks)
    after = judge(figures, indicators, as_at, months, with_proposed(council, proposed), clocks)
    ours = next(place for place, item in enumerate(before) if item.ref == proposed.indicator)
    areas, areas_then = flagged_areas(after), flagged_areas(before)
    return Preview(
        before=before[ours],
        after=after[ours],
        months=_months(before[ours], after[ours]),
        flags=tuple(_flags(was, is_now) for was, is_now in zip(before, after, strict=True) if _differ(was, is_now)),
        came=_only_in(areas, areas_then),
        left=_only_in(areas_then, areas),
    )


def with_proposed(council: Council, proposed: Target) -> Council:
    """The council as if that target were its own, from its day on."""
    kept = (row for row in council.targets if row.indicator != proposed.indicator or row.since < proposed.since)
    return replace(council, targets=(*kept, proposed))


def _months(before: Judged, after: Judged) -> tuple[MonthPreviewed, ...]:
    return tuple(
        MonthPreviewed(
            figure=figure,
            target=before.target_in(figure.as_at),
            status=before.status_in(figure),
            proposed=after.target_in(figure.as_at),
            would_be=after.status_in(figure),
        )
        for figure in before.history
    )


def _differ(before: Judged, after: Judged) -> bool:
    return (before.reasons, before.points, before.is_flagged) != (after.reasons, after.points, after.is_flagged)


def _flags(before: Judged, after: Judged) -> FlagsPreviewed:
    codes, codes_then = ({reason.code for reason in item.reasons} for item in (after, before))
    return FlagsPreviewed(
        before,
        after,
        gained=tuple(reason for reason in after.reasons if reason.code not in codes_then),
        lost=tuple(reason for reason in before.reasons if reason.code not in codes),
    )


def _only_in(these: Sequence[FlaggedArea], others: Sequence[FlaggedArea]) -> tuple[FlaggedArea, ...]:
    names = {area.area.name for area in others}
    return tuple(area for area in these if area.area.name not in names)
