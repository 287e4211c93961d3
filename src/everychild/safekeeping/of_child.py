"""Where one child stands in what is kept: the rows of lists, and files as they came."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from everychild.journal import deletions, ledger
from everychild.journal.deletions import ListNow
from everychild.records import BY_NAME
from everychild.store.extracts import verify
from everychild.store.home import Home
from everychild.store.pupil_numbers import numbers_told, tells_numbers
from everychild.store.references import RECORD as REFERENCES
from everychild.store.references import answers_in

if TYPE_CHECKING:
    from everychild.journal.models import Extract, RecordList

WHOSE = ("child_id", "earlier_id")
"""The columns that name a child: one’s own reference, and one from before."""

WRITTEN_IN = ("utf-8", "utf-16-le", "utf-16-be")


@dataclass(frozen=True)
class ListOf:
    """A list that has rows of the child’s, with all its rows and which are the child’s."""

    item: RecordList
    now: ListNow
    table: pa.Table
    is_childs: pa.ChunkedArray

    @property
    def rows(self) -> pa.Table:
        return self.table.filter(self.is_childs)

    @property
    def others(self) -> pa.Table:
        return self.table.filter(pc.invert(self.is_childs))


@dataclass(frozen=True)
class Named:
    """A child by every reference of the council’s own that was said to be that child’s, and by the unique pupil numbers
    that are that child’s alone.

    Of a child no list of the council’s own has, a return may know the pupil number and nothing else: then it is both.
    """

    references: frozenset[str]
    pupil_numbers: frozenset[str] = frozenset()

    @property
    def all(self) -> tuple[str, ...]:
        return tuple(sorted(self.references | self.pupil_numbers))


def child_named(home: Home, given: str, *, for_a_hold: bool = False) -> Named:
    """The child, by whichever reference or number is given: rows under any of them are the child’s as well.

    A hold covers a number that another child has too, since what is kept too long can still be deleted.
    """
    kept = ledger.kept_lists(ledger.visible_extracts(None))
    said = answers_in([home.extracts / item.path for item in kept if item.record == REFERENCES])
    same = [pair for pair, is_same in said.items() if is_same]
    numbers = numbers_told([home.extracts / item.path for item in kept if tells_numbers(item)])
    named = _with_the_same(frozenset([given]), same)
    told = numbers.get(given.upper(), frozenset())
    if told and _with_the_same(frozenset([min(told)]), same) >= told:
        named = _with_the_same(told, same)
    has = frozenset.intersection if for_a_hold else frozenset.issuperset
    return Named(named, frozenset(number for number, references in numbers.items() if has(named, references)))


def _with_the_same(references: frozenset[str], same: Sequence[tuple[str, str]]) -> frozenset[str]:
    """With every other that was said to be the same child’s, by however many steps."""
    while True:
        more = references | {one for pair in same if references & set(pair) for one in pair}
        if more == references:
            return references
        references = more


def lists_of(home: Home, extract: Extract, child: Named) -> Iterator[ListOf]:
    """The lists of an extract that have rows of the child’s. Raises Tampered where one is not as it was kept."""
    items = list(extract.lists.all())
    now = deletions.lists_now(items)
    for item in items:
        names = BY_NAME[item.record].column_names
        if item.pk not in now or not set(WHOSE) & set(names):
            continue
        path = home.extracts / now[item.pk].path
        verify(path, now[item.pk].sha256)
        file = pq.ParquetFile(BytesIO(path.read_bytes()))
        is_childs = _rows_of(file, child, [name for name in WHOSE if name in names])
        if pc.any(is_childs).as_py():
            yield ListOf(item, now[item.pk], file.read(), is_childs)


def _rows_of(file: pq.ParquetFile, child: Named, columns: Sequence[str]) -> pa.ChunkedArray:
    """Which rows are the child’s, by any of these columns. A pupil number may be written small."""
    told = file.read(columns=list(columns))
    numbers, references = (pa.array(sorted(each), pa.string()) for each in (child.pupil_numbers, child.references))
    found = [
        pc.or_(pc.is_in(told[name], value_set=references), pc.is_in(pc.utf8_upper(told[name]), value_set=numbers))
        for name in columns
    ]
    either = found[0]
    for other in found[1:]:
        either = pc.or_(either, other)
    return pc.fill_null(either, fill_value=False)


def lists_tell_of(home: Home, extract: Extract, child: Named) -> bool:
    return next(lists_of(home, extract, child), None) is not None


def file_tells_of(home: Home, sha256: str, child: Named) -> bool:
    """Whether a file as it came holds a number of the child’s anywhere, also in rows that were set aside.

    More is found than there may be, and never less: a short number stands within longer ones. What lies in an archive,
    as a workbook’s sheets do, is looked into.
    """
    words = {*child.all, *(number.lower() for number in child.pupil_numbers)}
    return _tells_of((home.raw / sha256).read_bytes(), [word.encode(form) for word in words for form in WRITTEN_IN])


def _tells_of(held: bytes, sought: list[bytes]) -> bool:
    if any(word in held for word in sought):
        return True
    if not zipfile.is_zipfile(BytesIO(held)):
        return not _is_plain(held)
    with zipfile.ZipFile(BytesIO(held)) as archive:
        return any(_tells_of(archive.read(name), sought) for name in archive.namelist() if not name.endswith("/"))


def _is_plain(held: bytes) -> bool:
    """Text, or nothing: of anything else, such as Parquet or an old workbook, it cannot be told whom it names."""
    for form in ("utf-8", "cp1252"):
        try:
            return "\0" not in held.decode(form) or held.startswith((b"\xff\xfe", b"\xfe\xff"))
        except UnicodeDecodeError:
            continue
    return False
