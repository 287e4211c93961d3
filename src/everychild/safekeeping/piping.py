"""One side writes while another reads, through a pipe: what passes is never on disk in between."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Thread
from typing import BinaryIO


def through(write: Callable[[BinaryIO], object], read: Callable[[BinaryIO], object]) -> None:
    """Runs both, and raises what either raised: the writer’s own error first, since a reader then only finds an end."""
    ending, beginning = os.pipe()
    failed: list[BaseException] = []

    def writing() -> None:
        try:
            with os.fdopen(beginning, "wb") as file:
                write(file)
        except BaseException as problem:  # told again below, in the caller’s thread
            failed.append(problem)

    writer = Thread(target=writing, name="writing through a pipe")
    writer.start()
    problem: Exception | None = None
    try:
        with os.fdopen(ending, "rb") as file:
            read(file)
    except Exception as raised:
        problem = raised
    writer.join()
    for first in failed:
        if problem is None or not isinstance(first, BrokenPipeError):
            raise first
    if problem is not None:
        raise problem
