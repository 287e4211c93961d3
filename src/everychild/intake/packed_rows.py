"""Rows of a large document, kept small: as the child told them, packed, and unpacked a thousand at a time.

A return of a hundred thousand children has a million rows. As lists of cells they take more memory than all else a
load does; packed they take a twentieth of it, and only one table is unpacked at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import overload

import pyarrow as pa

from everychild.intake.decode_child import Cell

_PACKED_BY = "zstd"


@dataclass(frozen=True)
class Block:
    """Rows that came together, as JSON holds a list of lists, packed."""

    rows: int
    size: int
    """Bytes it has when unpacked."""
    packed: bytes

    @classmethod
    def of(cls, told: bytes, rows: int) -> Block:
        return cls(rows, len(told), pa.compress(told, codec=_PACKED_BY, asbytes=True))

    def unpacked(self) -> list[list[Cell]]:
        rows: list[list[Cell]] = json.loads(
            pa.decompress(self.packed, decompressed_size=self.size, codec=_PACKED_BY, asbytes=True)
        )
        return rows


class PackedRows(Sequence[list[Cell]]):
    """Headings and the rows below, gone through in their order: any one of them costs as much as those above it.

    Most cells say what others say: in one going through, each text is held once.
    """

    def __init__(self, header: list[Cell], blocks: Sequence[Block]) -> None:
        self._header = header
        self._blocks = blocks
        self._rows = 1 + sum(block.rows for block in blocks)

    def __len__(self) -> int:
        return self._rows

    def __iter__(self) -> Iterator[list[Cell]]:
        yield self._header
        known: dict[Cell, Cell] = {}
        held = known.setdefault  # 1 and 1.0 are one cell to whoever reads it
        for block in self._blocks:
            for row in block.unpacked():
                yield list(map(held, row, row))

    @overload
    def __getitem__(self, at: int) -> list[Cell]: ...
    @overload
    def __getitem__(self, at: slice) -> list[list[Cell]]: ...
    def __getitem__(self, at: int | slice) -> list[Cell] | list[list[Cell]]:
        if isinstance(at, slice):
            return list(islice(self, *at.indices(len(self))))
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return next(islice(self, at % len(self), None))
