"""What the program’s own log says of a record: when, how grave, what, and where in the program; never a value.

The words of an error nobody foresaw may hold what it fell over: a child’s number, a cell, a name. Of such an error the
log has its kind and the places of the program it went through, which is what mending it takes.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class LogLine(logging.Formatter):
    """One line a record, in UTC; what is typed cannot begin another."""

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        super().__init__("{asctime}Z {levelname} {name}: {message}", "%Y-%m-%dT%H:%M:%S", style="{")

    def formatException(self, ei: Raised) -> str:  # the library’s name for it
        return " because of ".join(_told(ei[1])) if ei[1] else ""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler may have told it in full
        line = super().format(record)
        record.exc_text = None
        return "".join(letter if letter.isprintable() else _spelt(letter) for letter in line)


def _told(problem: BaseException) -> Iterator[str]:
    """The error and those it came from, each by its kind and the places it went through, the deepest last."""
    met: BaseException | None = problem
    while met is not None:
        places = " > ".join(f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in extract_tb(met.__traceback__))
        yield f"{type(met).__name__} at {places or 'no place'}"
        met = met.__cause__ or (None if met.__suppress_context__ else met.__context__)


def _spelt(letter: str) -> str:
    return " | " if letter == "\n" else letter.encode("unicode_escape").decode()
