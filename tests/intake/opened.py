"""Opens one file as a load does, in a process that has done nothing else, and tells what that took."""

from __future__ import annotations

import os
import re
import resource
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from everychild.errors import FilesRefused
from everychild.intake import read_files


@dataclass(frozen=True)
class Opened:
    """Processor seconds and the most memory at any moment (kilobytes), of this process and of those it started."""

    seconds: float
    kilobytes: int
    refused: tuple[tuple[str, str, str], ...]
    """Rule, message and file of each refusal."""


def opened(path: Path) -> Opened:
    began = sum(os.times()[:4])
    refused: tuple[tuple[str, str, str], ...] = ()
    try:
        read_files([path], received_on=date(2026, 6, 1))
    except FilesRefused as problem:
        refused = tuple((one.rule, one.message, one.file) for one in problem.refused)
    return Opened(sum(os.times()[:4]) - began, most_memory(), refused)


def most_memory() -> int:
    """What the system tells of a process begins with what its parent held, so this asks for our own memory by itself.

    Those we start begin with what we hold, which is little.
    """
    own = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    assert own, "Linux says so"
    return max(int(own[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
