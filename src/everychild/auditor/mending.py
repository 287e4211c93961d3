"""Mending a release: the rows that tell too much are taken out, and what is left is attacked again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from everychild.auditor.audit import Audit, Finding, Memory, audit
from everychild.auditor.model import MONTH, Unknown, model_of, same_time
from everychild.auditor.published import Cell, Published

ROUNDS = 60
"""So often is a release mended and attacked again before it is given up."""

Row = tuple[str, str, str]
"""A reference, a window and the month it ends with."""


@dataclass(frozen=True)
class Mended:
    """What was left, what was taken out of it, and what could have been learned before. Not safe where none was."""

    published: Published
    audit: Audit
    taken_out: tuple[Row, ...]
    learned: tuple[Finding, ...]


def mended(newest: Published, earlier: Sequence[Published] = (), memory: Memory | None = None) -> Mended:
    """Holds rows back until nothing can be learned, or nothing more can be held back.

    Every row that tells the number goes: several measures may count one thing. Of a change the later month goes; of a
    number told anew its new telling, since the old one cannot be called back. A row that is held back still stands
    there for all to see, so where what is left around it tells its number, the nearest of that goes too: a whole year
    before one of its months.
    """
    memory = {} if memory is None else memory
    taken_out: dict[Row, None] = {}
    learned: list[Finding] = []
    found = audit(newest, earlier, memory)
    for _ in range(ROUNDS):
        if found.is_safe:
            break
        near = Near(newest, earlier)
        telling = {row for finding in found.findings for row in near.telling(finding)}
        if not telling:
            break
        learned += found.findings
        taken_out |= dict.fromkeys(sorted(telling))
        newest = replace(newest, cells=tuple(_held_back(one) if _row(one) in telling else one for one in newest.cells))
        found = audit(newest, earlier, memory)
    return Mended(newest, found, tuple(taken_out), tuple(learned))


@dataclass(frozen=True)
class Offer:
    """Rows that one measure might have besides, the best first: longer times, where one month would be small."""

    rows: tuple[Cell, ...]


def lengthened(
    safe: Published, offers: Sequence[Offer], earlier: Sequence[Published] = (), memory: Memory | None = None
) -> tuple[Published, Audit]:
    """A release that is safe with one more row of each offer, where there is one with which it is still safe.

    All are tried together and attacked. A row with which something could be learned gives way to the next of its offer,
    and where there is none the measure has no such row. What was safe to tell is told in any case.
    """
    memory = {} if memory is None else memory
    waiting = [list(offer.rows) for offer in offers]
    for _ in range(ROUNDS):
        added = [rows[0] for rows in waiting if rows]
        tried = replace(safe, cells=(*safe.cells, *added))
        found = audit(tried, earlier, memory)
        if not found.findings:
            return tried, found
        near = Near(tried, earlier, frozenset(map(_row, added)))
        telling = {row for finding in found.findings for row in near.telling(finding)}
        for rows in waiting:
            if rows and (not telling or _row(rows[0]) in telling):
                rows.pop(0)
    return safe, audit(safe, earlier, memory)


class Near:
    """Which rows tell a number, or what it is worked out from. Of all rows, or of those that are `among` some."""

    def __init__(self, release: Published, earlier: Sequence[Published], among: frozenset[Row] | None = None) -> None:
        self._telling: dict[Unknown, set[Row]] = defaultdict(set)
        for cell in release.cells:
            if cell.is_held_back or (among is not None and _row(cell) not in among):
                continue
            for counted in filter(None, release.counts.get(cell.ref, ())):
                self._telling[Unknown(counted, same_time(cell.window, cell.as_at), cell.as_at)].add(_row(cell))
        self._joined: dict[Unknown, set[Unknown]] = defaultdict(set)
        for equation in model_of(release, earlier).equations:
            unknowns = [unknown for unknown, _ in equation.terms]
            for unknown in unknowns:
                self._joined[unknown].update(unknowns)

    def telling(self, finding: Finding) -> set[Row]:
        """The rows that tell the number; where none does, those of one number it is worked out from: the nearest, and
        of those a year before a month.
        """
        about = finding.about._replace(told_in="")
        if about in self._telling:
            return self._telling[about]
        step = {about, *filter(None, [finding.other])}
        reached = set(step)
        while step:
            told = [unknown for unknown in step if unknown in self._telling]
            if told:
                return self._telling[min(told, key=lambda one: (one.window == MONTH, len(self._telling[one]), one))]
            step = {other for unknown in step for other in self._joined[unknown]} - reached
            reached |= step
        return set()


def _row(cell: Cell) -> Row:
    return cell.ref, cell.window, cell.as_at


def _held_back(cell: Cell) -> Cell:
    return replace(cell, numerator="", denominator="", is_held_back=True)
