"""A worker that is killed in mid-job does not change the answer."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from everychild.catalogue import BY_REF
from everychild.store.figures import digest_of
from everychild.store.spark.session import spark_session
from tests.generative.over_records import every_rule
from tests.spark.both import duckdb_over, spark_over
from tests.spark.cluster import SMALL, Cluster

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

COUNTED = every_rule([BY_REF[ref] for ref in ("MS01", "MS02", "CP21", "CP22")])


def test_a_worker_killed_in_mid_job_does_not_change_the_answer(cluster_to_break: Cluster, tmp_path: Path) -> None:
    """It and its executor are killed at once, as when a machine goes: what they had in hand is done by the other."""
    with (
        spark_session(cluster_to_break.master, SMALL) as session,
        duckdb_over(tmp_path / "home", seed=2) as duckdb,
        spark_over(session, duckdb) as spark,
    ):
        expected = duckdb.figures(COUNTED, duckdb.months[0])
        _wait_until(lambda: _executors(cluster_to_break, "worker-1") != [])
        with ThreadPoolExecutor(1) as pool:
            counting = pool.submit(spark.figures, COUNTED, duckdb.months[0])
            _wait_until(lambda: _is_at_work(session) or counting.done())
            in_mid_job = not counting.done()
            for process in (cluster_to_break.process("worker-1"), *_executors(cluster_to_break, "worker-1")):
                os.kill(process, signal.SIGKILL)
            found = counting.result()

        assert in_mid_job
        assert found.num_rows == expected.num_rows > 10_000
        assert digest_of(found) == digest_of(expected)


def _is_at_work(session: SparkSession) -> bool:
    return bool(session.sparkContext.statusTracker().getActiveStageIds())


def _executors(cluster: Cluster, worker: str) -> list[int]:
    """The processes that a worker has begun for us."""
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(cluster.process(worker))], capture_output=True, text=True, check=False
    )
    return [int(number) for number in found.stdout.split()]


def _wait_until(holds: object, seconds: int = 120) -> None:
    assert callable(holds)
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.05)
