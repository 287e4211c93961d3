"""A small council’s home with everything in it that can be tampered with."""

from __future__ import annotations

import pytest

from everychild.store.home import Home


@pytest.fixture(scope="session")
def kept_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Made once; tests copy it."""
    from tests.safekeeping.small_home import (
        small_home,  # here, since it makes Django ready, which pytest may not be yet
    )

    return small_home(tmp_path_factory.mktemp("kept") / "home")
