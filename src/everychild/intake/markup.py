"""Watches the XML of a workbook go by for what no honest workbook holds: entities, macros, a cell in the far corner."""

from __future__ import annotations

import re

from everychild.errors import FileRefused
from everychild.intake.decode_child import SHEET_ROWS

_KEEP = 64 * 1024
"""How much of an unfinished tag waits for its end; a longer one is looked at in halves."""

_DECLARATION = re.compile(rb"<![^\-\[]")
"""Comments begin <!-- and character data <![CDATA[; everything else there declares a type or an entity."""

_FAR_CELL = re.compile(rb"""\br\s*=\s*["'](?:[A-Za-z]{3,}[0-9]+|[A-Za-z]{1,2}([0-9]{6,}))["'][^<>]*?(/?)>""")
"""A cell beyond column ZZ, or in a row of six figures; an empty one, known by the last group, is harmless."""

_NO_RESULT = re.compile(rb"""<c\b(?:(?!\bt=.str)[^<>])*>\s*<f\b[^<>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>|</c>)""")
"""A formula whose result was never worked out, as programs that are not Excel leave them; an empty text is a result."""


_LONGEST = 1024**2
"""Bytes between one mark and the next; Excel’s longest text is 32,767 characters."""

_NOT_CELLS = "customxml/"
"""What Power Query and SharePoint keep for themselves, some of it in UTF-16; no reader of cells looks there."""


class MarkupScan:
    """Fed one part of a workbook piece by piece; raises FileRefused as soon as it has seen enough."""

    def __init__(self, file: str, part: str) -> None:
        self.file = file
        self.part = part
        folded = part.casefold()
        self.is_markup = folded.endswith((".xml", ".rels", ".vml")) and not folded.startswith(_NOT_CELLS)
        self.formulas_without_result = 0
        self._waiting = b""
        self._since_mark = 0

    def feed(self, piece: bytes) -> None:
        if not self.is_markup:
            return
        mark = piece.rfind(b">")
        self._since_mark = len(piece) - mark if mark >= 0 else self._since_mark + len(piece)
        if self._since_mark > _LONGEST:
            self._refuse(
                "text_too_long", "holds a text far longer than a cell may hold. Shorten it, save and send again."
            )
        seen = self._waiting + piece
        ends = seen.rfind(b"</c>") + 4 if b"</c>" in seen else seen.rfind(b">") + 1
        if len(seen) - ends > _KEEP:
            self._waiting = seen[-_KEEP:]
            self._look(seen)
        else:
            self._waiting = seen[ends:]
            self._look(seen[:ends])

    def close(self) -> None:
        self._look(self._waiting)

    def _look(self, seen: bytes) -> None:
        if b"\x00" in seen:
            self._refuse("nul_bytes", "holds NUL bytes where its text should be. Open it in Excel and save it again.")
        if _DECLARATION.search(seen):
            self._refuse("entities", "declares entities of its own, which no workbook needs and attacks are made of.")
        if b"macroEnabled" in seen and self.part.casefold() == "[content_types].xml":
            self._refuse("macros", "holds macros, which are programs. Save it as an ordinary workbook (.xlsx).")
        self.formulas_without_result += sum(1 for _ in _NO_RESULT.finditer(seen))
        for far in _FAR_CELL.finditer(seen):
            row, empty = far.groups()
            if not empty and (row is None or int(row) > SHEET_ROWS):
                self._refuse(
                    "far_cell",
                    f"has a cell in column AAA or beyond, or below row {SHEET_ROWS:,}. Something was probably typed "
                    "there by accident: delete the empty columns and rows around the list, save, and send it again.",
                )

    def _refuse(self, rule: str, sentence: str) -> None:
        raise FileRefused(f"{self.file} {sentence}", rule=rule, file=self.file)
