"""One format-free paper, rendered as Word, PDF, a web page and a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from os import replace
from pathlib import Path
from types import MappingProxyType

from everychild.comparators.library import Library
from everychild.judgement.judged import JudgedEdition
from everychild.report.said import Said
from everychild.report.work import Work, work_told

__all__ = ["Said", "Work", "write_paper"]


def write_paper(
    edition: JudgedEdition,
    meeting: date,
    folder: Path,
    written_on: date | None = None,
    published: Library | None = None,
    work: Work | None = None,
    said: Mapping[str, Said] = MappingProxyType({}),
    *,
    with_questions: bool = False,
) -> tuple[Path, ...]:
    """Writes report.docx, report.pdf, report.html and appendix.xlsx, all of them or none.

    With `published`, each area for improvement is set beside what others publish; with `work`, it tells what falls due
    in the next four weeks, and what was written up late; with `said`, what officers say of it and who approved that;
    `with_questions`, what it could prompt scrutiny to ask.
    The same edition and meeting give the same bytes. Raises MissingPart where the report's libraries are not there.
    """
    from everychild.report.committee import committee_paper
    from everychild.report.docx import as_docx
    from everychild.report.html import as_html
    from everychild.report.pdf import as_pdf
    from everychild.report.xlsx import as_xlsx

    told = work_told(edition, work or Work())
    paper = committee_paper(edition, meeting, written_on, published, told, said, with_questions=with_questions)
    files = {
        "report.docx": as_docx(paper),
        "report.pdf": as_pdf(paper),
        "report.html": as_html(paper),
        "appendix.xlsx": as_xlsx(edition, paper),
    }
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(folder / name, content) for name, content in files.items())


def _write(path: Path, content: bytes) -> Path:
    """Written beside its place and then moved there, so that nobody opens half a paper."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(content)
    replace(beside, path)
    return path
