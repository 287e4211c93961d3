"""Closed month after month, with what was kept taken over, a council’s figures are those counted anew from nothing.

The extracts overlap. Between them rows are written up late, put right and taken out, and some come after the month was
counted ahead.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from everychild import month_end
from everychild.calendar import Month
from everychild.catalogue import CATALOGUE
from everychild.cli.new_home import make_home
from everychild.intake.reading import Rows
from everychild.journal import ledger
from everychild.journal.models import Edition
from everychild.store.engine import Engine
from everychild.store.extracts import write_extract
from everychild.store.figures import digest_of, thaw
from everychild.store.home import Home
from tests.generative.over_records import extract_of
from tests.generative.random_records import random_rows
from tests.small_council import calendar

CLOSED = (Month(2019, 2), Month(2019, 3), Month(2019, 4))
INDICATORS = 24
SETTINGS = '[council]\nname = "Smallville"\n'


@pytest.mark.parametrize("seed", range(4))
def test_what_is_taken_over_is_what_would_be_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = Random(seed)
    monkeypatch.setattr(month_end, "CATALOGUE", tuple(chance.sample(CATALOGUE, INDICATORS)))
    counting = _noted(monkeypatch)
    home, rows = make_home(tmp_path / "home", SETTINGS), random_rows(chance)
    editions: list[Edition] = []
    for month in CLOSED:
        rows = _a_month_later(chance, rows)
        _take_in(home, month, 3, rows)
        month_end.count_ahead(home, _at(month, 4))
        is_late = month == CLOSED[1]
        if is_late:
            rows = _a_month_later(chance, rows)
            _take_in(home, month, 5, rows)
        counting.clear()
        month_end.close(home, month, _at(month, 6))
        assert len(counting) == is_late, "counted in closing though nothing had come, or not though something had"
        edition = ledger.newest_edition(month)
        assert edition is not None
        editions.append(edition)
    compared = 0
    for edition in editions:
        anew, _ = month_end.count_again(home, edition)
        assert digest_of(anew) == digest_of(thaw(home, edition.figures_path, edition.figures_sha256))
        compared += anew.num_rows
    assert len({edition.figures_sha256 for edition in editions}) == len(CLOSED)
    assert compared > 1_000


def _noted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    times: list[str] = []
    figures = Engine.figures

    def noted(self: Engine, *asked: object) -> object:
        times.append("counted")
        return figures(self, *asked)  # type: ignore[arg-type]  # as it was asked

    monkeypatch.setattr(Engine, "figures", noted)
    return times


def _a_month_later(chance: Random, told: tuple[Rows, ...]) -> tuple[Rows, ...]:
    """The same lists as the case system tells them later: some rows gone, some told otherwise, some new."""
    newer = random_rows(chance)
    return tuple(_told_later(chance, before, after) for before, after in zip(told, newer, strict=True))


def _told_later(chance: Random, before: Rows, after: Rows) -> Rows:
    stays = [n for n in range(len(before)) if chance.random() > 0.1]
    adds = [n for n in range(len(after)) if chance.random() < 0.2]
    columns = {}
    for name, values in before.columns.items():
        others = after.columns[name]
        told = [others[n % len(others)] if _is_put_right(chance, name) else values[n] for n in stays]
        columns[name] = told + [others[n] for n in adds]
    how_many = len(stays) + len(adds)
    return replace(before, columns=columns, sheets=[0] * how_many, rows=list(range(2, how_many + 2)))


def _is_put_right(chance: Random, name: str) -> bool:
    """Neither who a row is about nor its days, lest it end before it began; those are put right by going and coming."""
    return not name.endswith(("_id", "_on", "_at")) and chance.random() < 0.05


def _take_in(home: Home, month: Month, day: int, rows: tuple[Rows, ...]) -> None:
    taken = date((month + 1).year, (month + 1).number, day)
    file = extract_of(rows, f"{taken}.csv")
    ledger.record_extract(write_extract(home, [file], taken, calendar()), [file], _at(month, day))


def _at(month: Month, day: int) -> datetime:
    """A day of the month after."""
    return datetime((month + 1).year, (month + 1).number, day, tzinfo=UTC)
