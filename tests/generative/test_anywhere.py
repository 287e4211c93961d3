"""The same figures in every time zone, language and run."""

import os
import subprocess
import sys

import pytest

PLACES = [
    ("UTC", "C.UTF-8"),
    ("Asia/Kolkata", "C"),
    ("America/St_Johns", "POSIX"),
    ("Pacific/Apia", "en_GB.UTF-8"),
    ("Europe/London", "tr_TR.UTF-8"),
]
PROGRAM = """
import sys
from pathlib import Path
from random import Random
from everychild.catalogue import CATALOGUE
from everychild.store.figures import digest_of
from tests.generative.over_records import MONTHS, engine_over, every_rule, extract_of
from tests.generative.random_records import random_rows
with engine_over(Path(sys.argv[1]), extract_of(random_rows(Random(42), rows=15)), threads=2) as engine:
    print(digest_of(engine.figures(every_rule(CATALOGUE), MONTHS[0])))
"""


@pytest.fixture(scope="module")
def digests(tmp_path_factory):
    """Five runs, each in a process of its own with a zone, a language and an order of sets of its own."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(tmp_path_factory.mktemp(zone.replace("/", "_")))],
            env={**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": str(number)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for number, (zone, language) in enumerate(PLACES)
    ]
    return [process.communicate()[0].strip() for process in running]


def test_zone_language_and_run_change_nothing(digests):
    """One digest of every figure."""
    assert len(digests) == len(PLACES)
    assert len(set(digests)) == 1
    assert len(digests[0]) == 64
