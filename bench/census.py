"""A large children in need census, read: how long, and how much memory the process that parses it takes.

    python -m bench.census [MEGABYTES]

The parser's process is measured by itself: it holds one child at a time, so its memory is the same for a document of
any size. The process that takes the rows holds them packed, and its memory grows with them.
"""

from __future__ import annotations

import hashlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from tests.intake.census_documents import child, document, episode, written

from everychild.intake import decoding, preflight
from everychild.intake.file import read_file

MEGABYTE = 1024 * 1024
FIRST = date(2023, 4, 3)


def main(megabytes: int) -> None:
    for size in (max(megabytes // 10, 1), megabytes):
        data = _census(size * MEGABYTE)
        peak, seconds = _parsed_alone(data)
        print(
            f"{len(data) / MEGABYTE:,.0f} MB: parsed in {seconds:.1f} CPU seconds, "
            f"at most {peak:,.0f} MB in the parser's process"
        )
    began = time.process_time()
    contents = preflight.inspect("census.xml", data)
    decoded = decoding.decode("census.xml", data, contents.reader)
    file = read_file("census.xml", hashlib.sha256(data).hexdigest(), contents, decoded, date(2026, 6, 1))
    spent = time.process_time() - began
    print(f"checked and typed in {spent:.1f} CPU seconds more: {file.rows:,} elements, {file.accepted:,} accepted")
    print(f"{_own_peak():,.0f} MB with the document and every row of it held")


def _census(size: int) -> bytes:
    around = document([])
    start, end = around.split("<Children></Children>")
    pieces = [start, "<Children>"]
    held = 0
    for one in _children():
        pieces.append(f"<Child>{one}</Child>")
        held += len(pieces[-1])
        if held >= size - len(around):
            break
    return "".join([*pieces, "</Children>", end]).encode()


def _children() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        on = FIRST + timedelta(days=number % 600)
        yield written(
            child(
                f"{number:07}",
                episode(
                    on,
                    (
                        "Assessments",
                        [
                            ("AssessmentActualStartDate", on),
                            ("AssessmentAuthorisationDate", on + timedelta(days=30)),
                            (
                                "FactorsIdentifiedAtAssessment",
                                [("AssessmentFactors", "3B"), ("AssessmentFactors", "4B")],
                            ),
                        ],
                    ),
                    ("Section47", [("S47ActualStartDate", on), ("DateOfInitialCPC", on + timedelta(days=14))]),
                ),
            )
        )


def _parsed_alone(data: bytes) -> tuple[float, float]:
    """The peak of the one process, in megabytes, and its CPU seconds; its rows are thrown away."""
    script = (
        "import resource, runpy, subprocess, sys;"
        "subprocess.run([sys.executable, '-I', *sys.argv[1:]], stdout=subprocess.DEVNULL, check=True);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print([used.ru_maxrss, used.ru_utime + used.ru_stime])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, decoding.decode_child.__file__, "document", decoding.shapes()],
        input=data,
        stdout=subprocess.PIPE,
        check=True,
    )
    kilobytes, seconds = json.loads(done.stdout)
    return kilobytes / 1024, seconds


def _own_peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 95)
