"""The paper in the council’s own template: any Word file with its headings, or with tags where each part belongs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TemplateFile:
    """A template as it was given: what it is called, and its bytes."""

    name: str
    content: bytes
