"""Runs one command of Everychild and cuts it short at the n-th thing it does to its home: killed, or the disk fails.

python -m tests.safekeeping.cut_short HOME STEP kill|full|broken COMMAND…

Counted are files opened to be written, written files made durable, renames, folders made, removals and commits, within
the home. With step 0 nothing is cut short, and how many there were is printed at the end.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

FAILURES = {"full": errno.ENOSPC, "broken": errno.EIO}


class Steps:
    """Counts, and at the one asked for acts."""

    def __init__(self, home: Path, at: int, how: str) -> None:
        self.home = str(home.resolve())
        self.at, self.how, self.count = at, how, 0

    def take(self, what: str) -> None:
        self.count += 1
        if self.count != self.at:
            return
        if self.how == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        code = FAILURES[self.how]
        raise OSError(code, os.strerror(code), what)

    def is_ours(self, path: Any) -> bool:
        if isinstance(path, int):
            try:
                path = os.readlink(f"/proc/self/fd/{path}")
            except OSError:
                return False
        return os.path.abspath(os.fsdecode(path)).startswith(self.home)

    def watched(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def watching(path: Any, *more: Any, **named: Any) -> Any:
            if self.is_ours(path):
                self.take(name)
            return real(path, *more, **named)

        return watching

    def opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def opens(path: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
            if any(letter in mode for letter in "wax+") and not isinstance(path, int) and self.is_ours(path):
                self.take("open")
            return real(path, mode, *more, **named)

        return opens


def watch(steps: Steps) -> None:
    """Puts itself before everything that changes a file."""
    for name in ("fsync", "rename", "replace", "mkdir", "unlink", "rmdir"):
        setattr(os, name, steps.watched(getattr(os, name), name))
    opens = steps.opening(io.open)
    io.open = opens  # type: ignore[assignment]
    builtins.open = opens
    from django.db.backends.base.base import BaseDatabaseWrapper

    real = BaseDatabaseWrapper._commit  # type: ignore[attr-defined]

    def commits(self: Any) -> Any:
        steps.take("before a commit")
        done = real(self)
        steps.take("after a commit")
        return done

    BaseDatabaseWrapper._commit = commits  # type: ignore[attr-defined]


def main(home: str, step: str, how: str, *command: str) -> None:
    from everychild.cli import main as everychild

    steps = Steps(Path(home), int(step), how)
    watch(steps)
    sys.argv = ["everychild", *command, "--home", home]
    try:
        everychild()
    finally:
        print(f"steps={steps.count}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
