"""Minutes as somebody pastes them, line by line, and which lines read as if something were asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERED = re.compile(
    r"^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})[.):]\s+|[-–•*·]\s+|\d{1,3}(?:\.\d{1,3})+\s+)", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:request(?:s|ed)?|ask(?:s|ed)?\s+(?:for|that|to|whether|how|why|officers|if)|recommend(?:s|ed|ation)?|resolved|"
    r"would\s+like|wish(?:es|ed)?\s+to\s+(?:see|know)|be\s+(?:circulated|provided|reported|brought)|"
    r"(?:officers|director)\s+(?:to|agreed\s+to|undertook\s+to|would)\s+\w+)\b|\bactions?\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class MinutedLine:
    """One part of the minutes, its number taken off, and whether it reads as if something were asked for in it."""

    words: str
    asks: bool


def lines_of(minutes: str) -> tuple[MinutedLine, ...]:
    """A line to each numbered or bulleted part and to each paragraph; a line broken in the middle is joined again.

    What ends with a colon only leads on to the lines under it, and asks for nothing itself.
    """
    parts: list[str] = []
    joined = False
    for line in minutes.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        begins = _NUMBERED.match(line)
        said = " ".join((line[begins.end() :] if begins else line).split())
        if not said:
            joined = False
        elif joined and not begins:
            parts[-1] = f"{parts[-1]} {said}"
        else:
            parts.append(said)
            joined = True
    return tuple(MinutedLine(part, not part.endswith(":") and bool(_ASKS.search(part))) for part in parts)
