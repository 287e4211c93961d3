"""A real cluster for the tests of Spark: one master and two workers, on this machine alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.spark.cluster import Cluster, started


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    yield from started(tmp_path_factory.mktemp("spark"))


@pytest.fixture
def cluster_to_break(tmp_path: Path) -> Iterator[Cluster]:
    """Another, since one of its workers will not live."""
    yield from started(tmp_path / "spark")
