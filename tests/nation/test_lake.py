"""The made-up country: the same for the same seed, no two councils alike, and with all that figures are counted from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from bench.nation.first import Listed, first_council, first_council_kept
from bench.nation.lake import home_of, homes_in, lists_of
from bench.nation.others import children_of, write_council

from everychild.catalogue import CATALOGUE
from everychild.store.extracts import verify
from everychild.store.home import Home

SEED = 7


@pytest.fixture(scope="module")
def first() -> tuple[Listed, ...]:
    return first_council(SEED, children=90, years=1, say=lambda _: None)


@pytest.fixture(scope="module")
def lake(first: tuple[Listed, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("lake")
    for number in (1, 2):
        write_council(home_of(place, number), number, SEED, first, children_of(first))
    return place


def bytes_of(home: Home) -> dict[str, str]:
    files = sorted(path for path in home.path.rglob("*") if path.is_file())
    return {str(path.relative_to(home.path)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def children_in(home: Home) -> set[str]:
    lists = [item for item in lists_of(home) if item.record == "child"]
    return {child for item in lists for child in pq.read_table(home.extracts / item.path)["child_id"].to_pylist()}


def test_the_same_seed_gives_the_same_bytes(first, lake, tmp_path):
    """However many councils are written: each is drawn by its own number."""
    write_council(home_of(tmp_path, 2), 2, SEED, first, children_of(first))
    assert bytes_of(home_of(tmp_path, 2)) == bytes_of(home_of(lake, 2))

    write_council(home_of(tmp_path, 3), 2, SEED + 1, first, children_of(first))
    assert bytes_of(home_of(tmp_path, 3)) != bytes_of(home_of(lake, 2))


def test_two_councils_share_no_child_and_have_not_as_many(lake):
    one, two = (children_in(home) for home in homes_in(lake))

    assert not one & two
    assert 0.5 * len(one) < len(two) < len(one)


def test_every_list_is_as_it_is_told(lake):
    """By its sha256, its rows and the columns that hold anything: what an engine is told of it, it finds."""
    for home in homes_in(lake):
        for item in lists_of(home):
            verify(home.extracts / item.path, item.sha256)
            rows = pq.read_table(home.extracts / item.path)
            assert rows.num_rows == item.rows
            assert item.columns == {
                name for name in rows.column_names if name != "source_ref" and rows[name].null_count < rows.num_rows
            }


def test_every_record_that_figures_need_is_there(first):
    """And what shows one day alone is there every month. Brothers and sisters in care are too few among so few."""
    needed = {table.name for indicator in CATALOGUE for table in indicator.needs} - {"sibling_plan"}
    assert needed <= {listed.kept.record for listed in first}

    each_month = {listed.kept.extract_no for listed in first if listed.kept.record == "caseload"}
    assert each_month == set(range(1, 13))


def test_a_first_council_kept_is_not_lived_again_and_gives_the_same_bytes(first, lake, tmp_path, monkeypatch):
    """A lake of many councils takes hours on a small computer: what was stopped goes on."""
    monkeypatch.setattr("bench.nation.first.first_council", lambda *_: first)
    for _ in range(2):
        kept = first_council_kept(tmp_path, SEED, 90, 1, lambda _: None)
        monkeypatch.setattr("bench.nation.first.first_council", lambda *_: pytest.fail("it was lived again"))
    write_council(home_of(tmp_path, 2), 2, SEED, kept, children_of(kept))
    assert bytes_of(home_of(tmp_path, 2)) == bytes_of(home_of(lake, 2))
    with pytest.raises(SystemExit, match="begun with another seed"):
        first_council_kept(tmp_path, SEED + 1, 90, 1, lambda _: None)
