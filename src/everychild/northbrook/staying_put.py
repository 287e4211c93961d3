"""Some young people who turn 18 in foster care stay on with their carers."""

from __future__ import annotations

from collections.abc import Iterable

from everychild.northbrook.chance import Evenly
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.placements import FOSTER_KINDS
from everychild.northbrook.setting import Setting

STAY_PUT = 0.6
LEFT_FOR_A_PLACE_OF_THEIR_OWN = frozenset({"E5", "E6"})


def let_some_stay_put(setting: Setting, periods: Iterable[Care]) -> None:
    """Changes why their care ended, and nothing else."""
    stays = Evenly(setting.stream("staying put"))
    for care in sorted(periods, key=lambda care: (care.started_on, care.child.child_id)):
        if care.ended_on is None or care.reason_ended not in LEFT_FOR_A_PLACE_OF_THEIR_OWN:
            continue
        if care.placement_on(care.ended_on).kind in FOSTER_KINDS and stays.happens(STAY_PUT):
            care.reason_ended = "E17"
