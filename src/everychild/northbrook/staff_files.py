"""Northbrook's extracts of posts, caseloads and staff supervision, as they stood at the month end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from everychild.layouts.local import staff as layouts
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.csv_tables import csv_table
from everychild.northbrook.lives import lasts

MONTHS_OF_SUPERVISION = 3


def write_staff_files(known: AsKnown, folder: Path) -> list[Path]:
    return [
        csv_table(folder, layouts.WORKFORCE_SNAPSHOT, _posts(known)),
        csv_table(folder, layouts.CASELOAD_SNAPSHOT, _caseloads(known)),
        csv_table(folder, layouts.STAFF_SUPERVISION, _supervisions(known)),
    ]


def _posts(known: AsKnown) -> Iterator[Row]:
    for post in known.town.personnel.posts[known.month]:
        row: dict[str, object] = {
            "as_of_date": post.told_on,
            "post_id": post.number,
            "vacancy_fte": post.vacant_fte if post.number else None,
            "team": post.team,
        }
        if post.worker is not None:
            row |= {
                "worker_id": post.worker.number,
                "role": post.worker.role,
                "fte": post.worker.fte,
                "agency": post.worker.agency,
                "start_date": post.worker.started_on,
                "leave_date": post.worker.left_on,
                "leave_reason": post.worker.left_because,
                "absence_days": post.days_absent if post.number else None,
                "absent_on_date": post.is_absent if post.number else None,
                "asye": post.worker.is_newly_qualified(post.told_on),
            }
        yield row


def _caseloads(known: AsKnown) -> Iterator[Row]:
    day = known.month.last_day
    held = Counter(
        one.worker
        for one in known.town.allocations
        if one.role == "case_worker" and lasts(one.started_on, one.ended_on, day) and one.worker.is_social_worker
    )
    for worker, children in sorted(held.items(), key=lambda item: item[0].number):
        yield {
            "as_of_date": day,
            "worker_id": worker.number,
            "team": worker.team,
            "role": "5",
            "fte": 100,
            "cases": children,
            "asye": False,
        }


def _supervisions(known: AsKnown) -> Iterator[Row]:
    since = (known.month - (MONTHS_OF_SUPERVISION - 1)).first_day
    for one in known.town.personnel.supervisions:
        if since <= one.held_on <= known.on:
            yield {
                "worker_id": one.worker_number,
                "supervision_held_date": one.held_on,
                "supervision_recorded_date": one.held_on,
                "team": one.team,
            }
