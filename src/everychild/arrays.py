"""Arrow’s arrays of Python’s values, made by their bytes.

Of a list, Arrow first asks pandas what it is, wherever pandas is installed: reading that in takes longer than all else
a command does before its work, and 70 MB.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa

from everychild.records import Kind

KEPT_AS = {
    Kind.IDENTIFIER: pa.string(),
    Kind.DATE: pa.date32(),
    Kind.MOMENT: pa.timestamp("s"),
    Kind.NUMBER: pa.int64(),
    Kind.YES_NO: pa.bool_(),
    Kind.CODE: pa.string(),
    Kind.TEXT: pa.string(),
}
"""What each kind of a record’s columns is as an array."""

KINDS_IN_SQL = {
    "varchar": pa.string(),
    "date": pa.date32(),
    "bigint": pa.int64(),
    "integer": pa.int32(),
    "double": pa.float64(),
    "boolean": pa.bool_(),
}
"""What each kind of a table’s columns, by its name in SQL, is as an array."""

_DAY_NOUGHT = date(1970, 1, 1).toordinal()
_MOMENT_NOUGHT = datetime(1970, 1, 1)  # noqa: DTZ001  # moments in files have no time zone
_SECOND = timedelta(seconds=1)

_NUMBERS: dict[pa.DataType, tuple[str, Callable[[Any], int | float] | None]] = {  # Any: what the kind of column holds
    pa.date32(): ("i", lambda day: day.toordinal() - _DAY_NOUGHT),
    pa.timestamp("s"): ("q", lambda moment: (moment - _MOMENT_NOUGHT) // _SECOND),
    pa.int32(): ("i", None),
    pa.int64(): ("q", None),
    pa.float64(): ("d", None),
    pa.int8(): ("b", None),
}


def array_of(values: Iterable[Any], kind: pa.DataType) -> pa.Array:
    """An array of the values, None where there is none: text, days, moments, numbers, yes and no."""
    told = values if isinstance(values, list) else list(values)
    if kind == pa.string():
        builder = pa.lib.StringBuilder()
        builder.append_values(told)
        return builder.finish()
    if kind == pa.bool_():
        return array_of(told, pa.int8()).cast(kind)
    code, as_number = _NUMBERS[kind]
    if None not in told:
        numbers = array(code, map(as_number, told) if as_number else told)
        return pa.Array.from_buffers(kind, len(told), [None, pa.py_buffer(numbers)])
    if as_number:
        numbers = array(code, [0 if value is None else as_number(value) for value in told])
    else:
        numbers = array(code, [0 if value is None else value for value in told])
    is_told = array_of([value is not None for value in told], pa.bool_()).buffers()[1]
    return pa.Array.from_buffers(kind, len(told), [is_told, pa.py_buffer(numbers)])
