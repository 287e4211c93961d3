"""A sample of the campaign of backups taken while others write."""

from __future__ import annotations

from pathlib import Path

from tests.safekeeping.backups_under_load import Held, backups_under_load


def test_a_backup_taken_while_others_write_comes_back_whole(tmp_path: Path) -> None:
    taken = list(backups_under_load(tmp_path, 2))
    assert [one.wrong for one in taken if one.wrong] == []
    assert sum(one.was_under_load for one in taken) == 2


def test_what_lost_anything_is_not_whole() -> None:
    assert Held(3, 2, 9).has_all_of(Held(3, 2, 9))
    assert not Held(3, 2, 8).has_all_of(Held(3, 2, 9))
