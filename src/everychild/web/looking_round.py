"""Looking round a closed month, away from the pages: what lies ahead of it, what came late, what may follow."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings

from everychild.calendar import Month
from everychild.errors import EverychildError
from everychild.roles import Viewer
from everychild.store.home import Home
from everychild.web.at_work import Asked, Say, ask, long_work


def ask_to_look_round(month: Month, viewer: Viewer, at: datetime) -> None:
    """Waits in the journal until whoever does this home’s work comes to it."""
    ask(look_round_month, "look round", str(month), viewer, at, month=str(month))


@long_work
def look_round_month(asked: Asked, say: Say, month: str) -> Mapping[str, Any]:
    """The newest edition of a month looked round, and what was found kept beside it.

    By the command, in a process of its own: a minute and a half of fitting would hold up every page of this one.
    """
    home: Home = settings.HOME
    say(f"Looking round {month}")
    done = subprocess.run(  # noqa: S603 - our own command, of a month that was read as one
        [sys.executable, "-m", "everychild", "look-round", month, "--home", str(home.path)],
        env={name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise EverychildError(done.stderr.strip() or f"{month} could not be looked round.")
    return {"month": month, "said": done.stdout.strip()}
