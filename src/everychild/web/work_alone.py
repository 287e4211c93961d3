"""`everychild work` in a process of its own, which sets Django up as the pages do."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "everychild.web.settings")

import django
from django.conf import settings

from everychild.errors import EverychildError


def main() -> int:
    """0 where it was told to stop; 1 where it could not begin, having said why."""
    django.setup()
    from everychild.journal.connection import open_journal
    from everychild.web import worker

    try:
        open_journal(settings.HOME)
        worker.work(settings.HOME, settings.RECEIVED)
    except EverychildError as problem:
        print(problem, file=sys.stderr)  # noqa: T201 - to whoever started it
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
