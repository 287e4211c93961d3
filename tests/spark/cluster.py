"""Starts the cluster by the script that users are given, and the session its tests ask for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "spark-cluster"

SMALL = {
    "spark.driver.memory": "1g",
    "spark.executor.memory": "1g",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}
"""For a handful of rows: what Spark does to be quick over many of them costs most of the time here."""


@dataclass(frozen=True)
class Cluster:
    master: str
    folder: Path

    def process(self, name: str) -> int:
        """The number of the process of `worker-1`, say."""
        return int((self.folder / f"{name}.pid").read_text())


def require_spark() -> None:
    if shutil.which("java") is None or find_spec("pyspark") is None:
        pytest.skip(
            "SPARK WAS NOT TESTED: it needs a Java runtime (apt-get install openjdk-17-jre-headless) and PySpark "
            "(pip install 'everychild[spark]')"
        )


def started(folder: Path) -> Iterator[Cluster]:
    """A cluster, stopped by the numbers of its processes. Skips, and says what to install, where it cannot run."""
    require_spark()
    asked = {**os.environ, "PYTHON": sys.executable}
    found = subprocess.run(
        [str(SCRIPT), "start", str(folder)], env=asked, capture_output=True, text=True, check=False, timeout=180
    )
    assert found.returncode == 0, found.stderr
    try:
        yield Cluster(found.stdout.strip(), folder)
    finally:
        subprocess.run([str(SCRIPT), "stop", str(folder)], check=True, timeout=60)
