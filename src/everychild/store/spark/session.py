"""A session with a Spark cluster: opened for one count, and closed after it."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from everychild.errors import MissingPart, SettingsError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SETTLED = {
    "spark.sql.ansi.enabled": "true",  # what overflows or cannot be read stops the count, and is never a blank
    "spark.sql.session.timeZone": "UTC",  # moments are as the council wrote them, wherever the cluster stands
    "spark.sql.caseSensitive": "false",
    "spark.sql.legacy.timeParserPolicy": "EXCEPTION",
}
"""What figures rest on. No council’s settings change these."""

SUGGESTED = {
    "spark.app.name": "Everychild",
    "spark.ui.enabled": "false",  # a page of its own, which anybody who can reach the port may read
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "FATAL",  # an error’s own words may repeat what a row holds
}


@contextmanager
def spark_session(master: str, more: Mapping[str, str]) -> Iterator[SparkSession]:
    """A session by these settings. Raises MissingPart where PySpark or Java is not here, SettingsError where it fails.

    `more` are settings in Spark’s own words, such as `spark.executor.memory`.
    """
    _require_java()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # of pandas, which we do not pass through it
            from pyspark.errors import PySparkException
            from pyspark.sql import SparkSession
            from pyspark.sql.classic import dataframe  # noqa: F401  # looks for pandas, and warns, when first read in
    except ImportError:
        raise MissingPart(
            "engine = “spark” needs PySpark, which is not installed: pip install 'everychild[spark]'."
        ) from None
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)  # it would write values of rows into a log
    builder = SparkSession.builder.master(master)
    unused = {
        "spark.sql.warehouse.dir": tempfile.gettempdir()
    }  # we keep no tables there, and it would make a folder here
    for name, value in {**unused, **SUGGESTED, **_on_this_machine(master), **more, **SETTLED}.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, RuntimeError, OSError) as problem:
        raise SettingsError(
            f"council.toml: [counting] the Spark at {master} did not answer ({type(problem).__name__}). "
            "Look whether it runs and can be reached from here."
        ) from None
    try:
        yield session
    finally:
        session.stop()


def _on_this_machine(master: str) -> Mapping[str, str]:
    """A cluster on this machine alone is reached on the loopback address alone."""
    if master.startswith("local") or "//127.0.0.1:" in master:
        return {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    return {}


def _require_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not (home and os.path.exists(os.path.join(home, "bin"))) and shutil.which("java") is None:
        raise MissingPart(
            "engine = “spark” needs a Java runtime, 17 or later, which was not found: on Debian or Ubuntu, "
            "apt-get install openjdk-17-jre-headless."
        )
