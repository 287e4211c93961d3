"""Marks the first cell of each row as the row's heading, which typst cannot say yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from everychild.report.parts import part

Element = Any  # a structure element of pypdf, which is optional


def mark_row_headings(pdf: bytes, has_row_headings: Sequence[bool]) -> bytes:
    """The PDF with row headings, table by table in the order they are read."""
    pypdf = part("pypdf")
    names, numbers = part("pypdf.generic").NameObject, part("pypdf.generic").DictionaryObject
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf))
    root = writer.root_object["/StructTreeRoot"]
    tables = [element for element in _under(root) if element.get("/S") == "/Table"]
    assert len(tables) == len(has_row_headings), "the PDF has another number of tables than the paper"
    for table, is_wanted in zip(tables, has_row_headings, strict=True):
        for cell in _first_cells(table) if is_wanted else ():
            cell[names("/S")] = names("/TH")
            cell[names("/A")] = numbers({names("/O"): names("/Table"), names("/Scope"): names("/Row")})
    writer.pdf_header = pypdf.PdfReader(BytesIO(pdf)).pdf_header
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _first_cells(table: Element) -> Iterator[Element]:
    """The first cell of each body row."""
    for row in (element for element in _under(table) if element.get("/S") == "/TR"):
        first = next((cell for cell in _children(row) if cell.get("/S") in ("/TD", "/TH")), None)
        if first is not None and first.get("/S") == "/TD":
            yield first


def _under(element: Element) -> Iterator[Element]:
    """Every structure element under one, in reading order."""
    for child in _children(element):
        yield child
        yield from _under(child)


def _children(element: Element) -> Iterator[Element]:
    held = element.get("/K")
    held = held.get_object() if held is not None else []
    for child in held if isinstance(held, list) else [held]:
        found = child.get_object()
        if hasattr(found, "get") and "/S" in found:
            yield found
