"""The paper as one web page that needs nothing else: its style and drawings are in it, and there is no script."""

from __future__ import annotations

from pathlib import Path

from everychild.report.document import Mark, Paper
from everychild.report.parts import as_it_is, templates
from everychild.report.plain import as_data

FOLDER = Path(__file__).parent

SIGNS = {
    "plus": "M8 4v8M4 8h8",
    "equals": "M4.5 6.2h7M4.5 9.8h7",
    "minus": "M4 8h8",
    "up": "M8 12V4M4.8 7.2 8 4l3.2 3.2",
    "down": "M8 4v8M4.8 8.8 8 12l3.2-3.2",
    "question": "M5.8 6.2a2.2 2.2 0 1 1 3 2.1c-.6.3-.8.6-.8 1.3M8 11v1.4",
}
"""How each pattern mark is drawn inside its box."""


def as_html(paper: Paper) -> bytes:
    """The paper as a page. Everything in it is escaped, but for the drawings, which we made and escaped ourselves."""
    page: str = (
        templates(FOLDER)
        .get_template("paper.html")
        .render(
            paper=as_data(paper),
            style=as_it_is(_style(paper)),
            signs=SIGNS,
            drawing=lambda picture: as_it_is(picture["svg"]),
        )
    )
    return page.encode()


def _style(paper: Paper) -> str:
    """The style sheet, with the columns' widths and the marks' colours, so that no element carries a style."""
    widths = sorted({round(c.width / sum(w.width for w in t.columns) * 100) for t in paper.tables for c in t.columns})
    marks = {
        line.shape: line
        for table in paper.tables
        for row in table.rows
        for cell in row
        for line in cell.lines
        if isinstance(line, Mark)
    }
    return "\n".join(
        [
            (FOLDER / "paper.css").read_text(encoding="utf-8"),
            *(f".w{width} {{ width: {width}% }}" for width in widths),
            *(f".mark.{shape} {{ color: {mark.colour} }}" for shape, mark in sorted(marks.items())),
            *(f".chip.{shape} {{ background: {mark.ground} }}" for shape, mark in sorted(marks.items()) if mark.ground),
        ]
    )
