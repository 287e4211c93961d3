"""A council that counts on Spark: its month closed, what is refused, and what is left behind. On one thread here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from everychild.calendar import Month
from everychild.catalogue import BY_REF
from everychild.council import council_from
from everychild.errors import MissingPart, NotForSpark, Tampered
from everychild.journal import ledger
from everychild.journal.connection import open_journal, point_at
from everychild.measure import tally
from everychild.store.home import Home
from everychild.store.spark.engine import SparkEngine
from everychild.store.spark.session import spark_session
from tests.generative.over_records import OWN, VISIT_PLACES
from tests.homes import copy_of
from tests.spark.both import duckdb_over, spark_over
from tests.spark.cluster import SMALL, require_spark

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

RETURNS = [BY_REF["MS09"]]


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    require_spark()
    with spark_session("local[1]", SMALL) as session:
        yield session


def test_what_cannot_be_counted_is_named_and_leaves_no_blank(
    session: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The indicators by their references, and nothing of any row: Spark’s own message may repeat a child’s details."""
    monkeypatch.setattr(tally, "group_of", lambda breakdown: f"cast(cast({breakdown.column} as integer) as varchar)")
    with (
        duckdb_over(tmp_path, seed=3) as duckdb,
        spark_over(session, duckdb) as spark,
        pytest.raises(NotForSpark, match=r"MS09 \(CAST_INVALID_INPUT\).*nothing was counted") as refused,
    ):
        spark.figures(RETURNS, duckdb.months[0])

    assert not any(team in str(refused.value) for team in ("North", "South", "West"))
    assert refused.value.__cause__ is None


def test_tables_that_come_in_pieces_come_whole(session: SparkSession, tmp_path: Path) -> None:
    """Spark reads no further than a piece without rows: what fourteen facts tallied would be gone after an empty one."""
    pieces = pa.chunked_array([pa.array([], pa.int32()), pa.array([1, 2], pa.int32()), pa.array([3], pa.int32())])
    with duckdb_over(tmp_path, seed=3) as duckdb, spark_over(session, duckdb) as spark:
        spark.hold("in_pieces", {"n": pieces})

        assert spark.rows("select n from in_pieces order by n", {})["n"].to_pylist() == [1, 2, 3]


def test_nothing_about_a_child_is_left_in_the_storage(session: SparkSession, tmp_path: Path) -> None:
    """The working folder goes when the count ends, whether it came to its end or not."""
    with duckdb_over(tmp_path, seed=3) as duckdb, spark_over(session, duckdb) as spark:
        spark.tally(RETURNS)
        working = tmp_path / "spark-working"
        assert list(working.iterdir())
        spark.close()

        assert not list(working.iterdir())


def test_a_copy_of_the_extracts_elsewhere_is_held_against_what_was_kept(session: SparkSession, tmp_path: Path) -> None:
    """By sha256, list by list, before anything is counted."""
    with duckdb_over(tmp_path / "home", seed=3) as duckdb:
        lake = tmp_path / "lake"
        shutil.copytree(duckdb.home.extracts, lake / "extracts")

        def counting() -> SparkEngine:
            return SparkEngine(
                session, f"file:{lake}", duckdb.home, duckdb.kept, duckdb.calendar, duckdb.months, OWN, VISIT_PLACES
            )

        with counting() as spark:
            assert spark.figures(RETURNS, duckdb.months[0]).equals(duckdb.figures(RETURNS, duckdb.months[0]))

        changed = lake / "extracts" / duckdb.kept[0].path
        changed.write_bytes(changed.read_bytes() + b" ")
        (changed.parent / f".{changed.name}.crc").unlink(missing_ok=True)
        with pytest.raises(Tampered, match=r"1 of \d+ lists in the storage"):
            counting()


def test_a_month_closed_on_spark_is_the_edition_closed_on_this_machine(
    kept_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same figures, byte for byte, so that the file that holds them has the same sha256. Four indicators here."""
    require_spark()
    from everychild import month_end

    monkeypatch.setattr(month_end, "CATALOGUE", tuple(BY_REF[ref] for ref in ("MS09", "CP21", "CP22", "EH04")))
    own = "".join(f'"{name}" = "{value}"\n' for name, value in SMALL.items())
    on_spark = f'\n[counting]\nengine = "spark"\nmaster = "local[1]"\n[counting.spark]\n{own}'
    kept = {}
    for engine, settings in {"duckdb": "\n# counted on this machine\n", "spark": on_spark}.items():
        home = copy_of(kept_home, tmp_path / engine)
        open_journal(home)
        shutil.rmtree(home.counted, ignore_errors=True)
        home.settings.write_text(home.settings.read_text() + settings)
        month_end.close(home, Month(2019, 4), datetime(2026, 5, 4, tzinfo=UTC))
        edition = ledger.newest_edition(Month(2019, 4))
        assert edition is not None
        kept[engine] = edition.figures_sha256
    point_at(kept_home)

    assert kept["spark"] == kept["duckdb"]
    assert not list((tmp_path / "spark" / "spark-working").iterdir())


def test_without_java_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """And counts nothing by another engine, which nobody asked for."""
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingPart, match="openjdk-17-jre-headless"), spark_session("local[1]", {}):
        pass


def test_settings_of_the_council_do_not_loosen_what_figures_rest_on(session: SparkSession) -> None:
    """What overflows or cannot be read stops the count."""
    assert session.conf.get("spark.sql.ansi.enabled") == "true"
    assert session.conf.get("spark.sql.session.timeZone") == "UTC"
    assert council_from('[council]\nname = "Northbrook"\n').counted_by.engine == "duckdb"
