"""The paper as a tagged PDF that meets PDF/UA-1's rules as far as typst checks them, with row headings marked as well.

The paper goes in as data and never as markup, so nothing in it can be run.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from pathlib import Path

from everychild.errors import EverychildError
from everychild.report.document import Paper
from everychild.report.parts import FONT, FONTS, part
from everychild.report.pdf_tags import mark_row_headings
from everychild.report.plain import as_data

TEMPLATE = Path(__file__).with_name("paper.typ")


def as_pdf(paper: Paper) -> bytes:
    """The paper as a PDF, the same bytes for the same paper."""
    written = datetime.combine(paper.written_on, time(), UTC)
    typst = part("typst")
    try:
        pdf: bytes = typst.compile(
            TEMPLATE.read_bytes(),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            sys_inputs={"paper": json.dumps(as_data(paper), ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=int(written.timestamp()),
        )
    except typst.TypstError as problem:
        raise EverychildError(
            f"The PDF cannot be written as an accessible one. {problem.message}. A letter that {FONT} does not have "
            f"has to be taken out of the text it stands in, most likely in council.toml."
        ) from problem
    return mark_row_headings(pdf, [table.has_row_headings for table in paper.tables])
