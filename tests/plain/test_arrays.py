"""Arrays made by their bytes are those that Arrow makes of the same values, and need no pandas."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild import arrays
from everychild.arrays import array_of

KINDS: dict[pa.DataType, st.SearchStrategy[Any]] = {
    pa.string(): st.text(),
    pa.date32(): st.dates(),
    pa.timestamp("s"): st.datetimes(min_value=datetime(1, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
    pa.int32(): st.integers(-(2**31), 2**31 - 1),
    pa.int64(): st.integers(-(2**63), 2**63 - 1),
    pa.float64(): st.floats(allow_nan=False),
    pa.bool_(): st.booleans(),
}


@pytest.mark.parametrize("kind", KINDS, ids=str)
@given(data=st.data())
def test_as_arrow_makes_them(kind: pa.DataType, data: st.DataObject) -> None:
    """Values, gaps and nothing at all."""
    values = data.draw(st.lists(st.none() | KINDS[kind]))
    made = array_of(values, kind)
    made.validate(full=True)
    assert made.equals(pa.array(values, kind))


def test_anything_that_can_be_gone_through() -> None:
    """A mapping gives its keys."""
    assert array_of({date(2019, 3, 31): 1}, pa.date32()).to_pylist() == [date(2019, 3, 31)]


def test_a_value_of_another_kind_is_no_value() -> None:
    """It is refused, as Arrow does, and never made into something."""
    with pytest.raises((TypeError, AttributeError)):
        array_of(["31/03/2019"], pa.date32())
    with pytest.raises(TypeError):
        array_of(["three"], pa.int64())


def test_what_is_counted_and_checked_is_made_by_it() -> None:
    """One list handed to Arrow reads pandas in, for every command of a council that has it. Published figures, which
    are read when they are loaded, may."""
    source = Path(arrays.__file__).parent
    places = [source / "checked.py", source / "reconciled.py", *(source / "store").glob("*.py")]
    assert [path.name for path in places if "pa.array(" in path.read_text(encoding="utf-8")] == []


def test_no_pandas() -> None:
    """Where it is installed, reading it in would take longer than the rest of the start."""
    code = "import sys, pyarrow as pa; from everychild.arrays import array_of; "
    code += "array_of(['a', None], pa.string()); array_of([True, None], pa.bool_()); sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
