"""What lies beside this repository and not in it: tests that need it say aloud, at a run’s end, that they were not run."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
NOT_RUN = "NOT RUN: there is no ../shared"


def shared(place: str) -> Path:
    """A file or folder of ../shared; where it is not there, the test that asks for it ends here as not run."""
    path = SHARED / place
    if not path.exists():
        pytest.skip(f"{NOT_RUN}/{place} beside this repository")
    return path
