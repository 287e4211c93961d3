"""The episodes of every return that was read, of however many years, made into times in care, placements and statuses.

Each goes to the file that tells of it last, so that when a new year is loaded beside years already kept, what goes on
is told anew from its true beginning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from everychild.calendar import add_months
from everychild.intake.adoptions import with_adoptions_joined
from everychild.intake.episodes import (
    TEMPORARY,
    Episode,
    Spell,
    Told,
    begun_before,
    broken_off,
    is_open,
    legal_statuses_of,
    placements_of,
    same_carer,
    times_in_care,
    told_last,
)
from everychild.intake.reading import FileRead, Rows
from everychild.quality.fault import Fault, Severity
from everychild.records import BY_NAME
from everychild.wording import count

EPISODE = "care_episode"
RETURN = "ssda903_episodes"
CHILDREN_OF = {RETURN: "ssda903.child", "ssd": "ssd.child", "dfe_api": "dfe_api.child"}
"""For each source of episodes, what tells of its children whether they came alone."""

MADE = ("period_of_care", "placement", "legal_status_spell")
Made = dict[str, Any]
"""A row of one of these records, by column."""


def with_episodes_joined(read: Sequence[FileRead]) -> tuple[FileRead, ...]:
    """The files with their episodes replaced by what the episodes of all of them make together.

    A payload tells the same times in care by other rows than the return does: each source is joined by itself.
    """
    for source in CHILDREN_OF:
        read = _with_joined(read, source)
    return tuple(read)


def _with_joined(read: Sequence[FileRead], source: str) -> Sequence[FileRead]:
    told = [episode for at, file in enumerate(read) for rows in _episodes(file, source) for episode in _each(at, rows)]
    taken = [file.newest_date or date.min for file in read]
    care = times_in_care(told_last(told, taken)) if told else []
    if source == RETURN:
        read = with_adoptions_joined(read, care)
    if not any(_episodes(file, source) for file in read):
        return read
    newest = max((day for each in told for day in (each.started_on, each.ended_on) if day), default=date.min)
    made: dict[tuple[int, str], list[tuple[Told, Made]]] = defaultdict(list)
    for table, spell, values in _everything(care, newest, _unaccompanied(read, CHILDREN_OF[source])):
        last = spell[-1].told
        made[last.file, table].append((last, values))
    makes = MADE if source == RETURN else tuple(table for table in MADE if table != "legal_status_spell")
    # A payload’s first placement may give as its reason whichever of several comes first in the alphabet.
    questions = _questions(care) if source == RETURN else {}
    return [
        _with(file, source, {table: made[at, table] for table in makes}, questions.get(at, ()))
        if _episodes(file, source)
        else file
        for at, file in enumerate(read)
    ]


def _episodes(file: FileRead, source: str) -> list[Rows]:
    return [rows for rows in file.records if rows.table == EPISODE and rows.feed.startswith(f"{source}.")]


def _each(file: int, rows: Rows) -> Iterable[Episode]:
    names = tuple(rows.columns)
    values = zip(*rows.columns.values(), strict=True)
    for sheet, row, cells in zip(rows.sheets, rows.rows, values, strict=True):
        yield Episode(Told(file, sheet, row), **dict(zip(names, cells, strict=True)))


def _unaccompanied(read: Sequence[FileRead], feed: str) -> frozenset[str] | None:
    """The children told of as having come alone; None where nobody was, and so nobody is known not to have."""
    children: set[str] = set()
    for file in read:
        for rows in file.records:
            if rows.feed == feed:
                told = zip(rows.columns["child_id"], rows.columns["unaccompanied"], strict=True)
                children.update(child for child, is_unaccompanied in told if is_unaccompanied)
    return frozenset(children) or None


def _everything(
    care: Sequence[Spell], newest: date, unaccompanied: frozenset[str] | None
) -> Iterable[tuple[str, Spell, Made]]:
    for spell in care:
        placements = placements_of(spell)
        carers = list(same_carer(placements))
        statuses = legal_statuses_of(spell)
        first, last = spell[0], spell[-1]
        yield (
            "period_of_care",
            spell,
            _lasted(spell)
            | {
                "reason_ended": None if is_open(spell) else last.reason_ended,
                "category_of_need": first.category_of_need,
                "legal_status": last.legal_status,
                "legal_status_from": statuses[-1][0].started_on if last.legal_status else None,
                "unaccompanied": None if unaccompanied is None else first.child_id in unaccompanied,
                "placements_in_year": _in_last_year(placements, carers, newest) if is_open(spell) else None,
            },
        )
        for placement, is_same_carer in zip(placements, carers, strict=True):
            yield "placement", placement, _lasted(placement) | _placed(placement[-1], is_same_carer)
        for status in statuses:
            yield "legal_status_spell", status, _lasted(status) | {"legal_status": status[-1].legal_status}


def _lasted(spell: Spell) -> Made:
    return {"child_id": spell[0].child_id, "started_on": spell[0].started_on, "ended_on": spell[-1].ended_on}


def _placed(episode: Episode, is_same_carer: bool | None) -> Made:
    return {
        "placement_type": episode.placement_type,
        "provider": episode.provider,
        "out_of_area": episode.out_of_area,
        "council_area": episode.council_area,
        "tenths_of_a_mile_from_home": episode.tenths_of_a_mile_from_home,
        "same_carer": is_same_carer,
        "registered_as": episode.registered_as,
        "reason_ended": episode.reason_moved,
    }


def _in_last_year(placements: Sequence[Spell], carers: Sequence[bool | None], newest: date) -> int:
    """Placements with a carer of their own in the year up to the return’s newest day; temporary ones do not count."""
    since = add_months(newest, -12)
    lasted = [
        (placement, is_same)
        for placement, is_same in zip(placements, carers, strict=True)
        if placement[-1].placement_type not in TEMPORARY
    ]
    counted = 0
    for at, (placement, _) in enumerate(lasted):
        in_year = placement[-1].ended_on is None or placement[-1].ended_on > since
        goes_on_with_carer = at + 1 < len(lasted) and lasted[at + 1][1] is True
        counted += in_year and not goes_on_with_carer
    return counted


def _questions(care: Sequence[Spell]) -> dict[int, list[Fault]]:
    """What the joining could not settle, by the file it is asked about."""
    questions: dict[int, list[Fault]] = defaultdict(list)
    for code, spells, what in (
        (
            "began_before",
            begun_before(care),
            "began before the episodes we were given. Load the returns of the years before as well, and each is told "
            "from its true beginning",
        ),
        (
            "broken_off",
            broken_off(care),
            "ended with X1, which says that another episode follows, and none does. Each is counted as ended that day, "
            "and not among those who left care",
        ),
    ):
        by_file: dict[int, list[Told]] = defaultdict(list)
        for spell in spells:
            by_file[spell[-1].told.file].append(spell[-1].told)
        for file, places in by_file.items():
            first = min(places, key=lambda place: (place.sheet, place.row))
            message = f"{count(len(places), 'time')} in care {what} (first: row {first.row})."
            questions[file].append(Fault(code, Severity.QUERY, message))
    return questions


def _with(
    file: FileRead, source: str, made: Mapping[str, Sequence[tuple[Told, Made]]], questions: Sequence[Fault]
) -> FileRead:
    episodes = _episodes(file, source)
    ends = frozenset(day for rows in episodes for day in rows.columns["ended_on"] if day is not None)
    records = tuple(_rows(episodes[0], source, table, rows, ends) for table, rows in made.items())
    kept = tuple(rows for rows in file.records if rows not in episodes)
    return replace(file, records=(*records, *kept), faults=(*file.faults, *questions))


def _rows(like: Rows, source: str, table: str, made: Sequence[tuple[Told, Made]], ends: frozenset[date]) -> Rows:
    ordered = sorted(made, key=lambda each: (each[0].sheet, each[0].row, each[1]["started_on"]))
    return Rows(
        table=table,
        feed=f"{source}.{table}",
        rank=like.rank,
        coverage=like.coverage,
        columns={name: [values.get(name) for _, values in ordered] for name in BY_NAME[table].column_names},
        sheets=[told.sheet for told, _ in ordered],
        rows=[told.row for told, _ in ordered],
        told_of=ends,
    )
