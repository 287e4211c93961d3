"""What the first reader after a start would wait for, read before anybody asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.db import connection

from everychild.errors import EverychildError
from everychild.store.home import Home
from everychild.web import charts
from everychild.web.editions import Asked, ask, closed_months
from everychild.web.looking import in_doubt, known_numbers
from everychild.web.working import made_today


def read_ahead(home: Home) -> None:
    """The newest month, the worklist, what is asked about rows, a first drawing, and numbers to check words by."""
    try:
        newest = [ask(home, str(month), None) for month in closed_months()[:1]]
        _unless_refused(made_today)
        for asked in newest:
            _unless_refused(partial(in_doubt, home, asked.opened))
            _draw_one(asked)
            known_numbers(asked.opened)
    except EverychildError:
        return  # the page that asks for it says why
    finally:
        connection.close()


def _unless_refused(read: Callable[[], object]) -> None:
    """What cannot be told, because nothing was loaded or a file is not as it was, is for its own page to say."""
    try:
        read()
    except EverychildError:
        return


def _draw_one(asked: Asked) -> None:
    """Whichever: the first drawing of a process makes ready what draws."""
    for item in asked.edition.indicators[:1]:
        charts.trend(asked.opened, item, narrow=False)
