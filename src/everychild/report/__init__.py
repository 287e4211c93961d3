"""One format-free paper, rendered as Word, PDF, a web page and a workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from os import replace
from pathlib import Path
from types import MappingProxyType

from everychild.comparators.beside import Beside
from everychild.comparators.library import Library
from everychild.judgement.agreed import Agreed
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.requested import Requested
from everychild.report.brief import ToDo
from everychild.report.contents import WHOLE, Contents
from everychild.report.document import Paper
from everychild.report.said import Said
from everychild.report.template import TemplateFile
from everychild.report.work import Work, work_told

__all__ = ["Contents", "Said", "TemplateFile", "Work", "paper_files", "write_brief", "write_paper", "write_profile"]


def write_paper(
    edition: JudgedEdition,
    meeting: date,
    folder: Path,
    written_on: date | None = None,
    published: Library | None = None,
    work: Work | None = None,
    said: Mapping[str, Said] = MappingProxyType({}),
    agreed: Sequence[Agreed] = (),
    contents: Contents = WHOLE,
    requested: Sequence[Requested] = (),
    *,
    with_questions: bool = False,
    template: TemplateFile | None = None,
) -> tuple[Path, ...]:
    """Writes report.docx, report.pdf, report.html and appendix.xlsx, all of them or none.

    With `published`, each area for improvement is set beside what others publish; with `work`, it tells what falls due
    in the next four weeks, and what was written up late; with `said`, what officers say of it and who approved that;
    with `agreed`, what was agreed about figures, and what became of it; with `requested`, what Members asked for;
    `contents` says which parts;
    `with_questions`, what it could prompt scrutiny to ask; with `template`, all of it in the council’s own order, and
    in Word on its own pages.
    The same edition and meeting give the same bytes. Raises MissingPart where the report's libraries are not there, and
    SettingsError naming all that is wrong with a template.
    """
    from everychild.report.committee import committee_paper
    from everychild.report.xlsx import as_xlsx

    told = work_told(edition, work or Work())
    paper = committee_paper(
        edition, meeting, written_on, published, told, said, agreed, contents, requested, with_questions=with_questions
    )
    files = {**paper_files(paper, template), "appendix.xlsx": as_xlsx(edition, paper, contents)}
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(folder / name, content) for name, content in files.items())


def paper_files(paper: Paper, template: TemplateFile | None = None) -> dict[str, bytes]:
    """A paper in Word, PDF and as a page, by name; in Word on the template’s pages where there is one."""
    from everychild.report.docx import as_docx
    from everychild.report.html import as_html
    from everychild.report.pdf import as_pdf

    word, paper = (as_docx(paper), paper) if template is None else _in_template(paper, template)
    return {"report.docx": word, "report.pdf": as_pdf(paper), "report.html": as_html(paper)}


def _in_template(paper: Paper, template: TemplateFile) -> tuple[bytes, Paper]:
    from everychild.report.template.drawing import in_template
    from everychild.report.template.looked_over import must_be_usable

    must_be_usable(template.content, template.name)
    return in_template(paper, template.content, template.name)


def write_brief(
    edition: JudgedEdition,
    meeting: date,
    to: Path,
    requested: Sequence[Requested] = (),
    to_do: Sequence[ToDo] = (),
) -> Path:
    """Writes the brief as what the file’s ending says: .pdf, .docx or .html. Raises MissingPart as above."""
    from everychild.report.brief import brief_paper
    from everychild.report.docx import as_docx
    from everychild.report.html import as_html
    from everychild.report.pdf import as_pdf

    draw = {".pdf": as_pdf, ".docx": as_docx, ".html": as_html}[to.suffix]
    content = draw(brief_paper(edition, meeting, requested, to_do))
    to.parent.mkdir(parents=True, exist_ok=True)
    return _write(to, content)


def write_profile(edition: JudgedEdition, beside: Callable[[Judged], Beside | None], to: Path) -> Path:
    """Writes the profile as what the file’s ending says: .pdf, .docx or .html. Raises MissingPart as above."""
    from everychild.report.docx import as_docx
    from everychild.report.html import as_html
    from everychild.report.pdf import as_pdf
    from everychild.report.profile import profile_paper

    draw = {".pdf": as_pdf, ".docx": as_docx, ".html": as_html}[to.suffix]
    content = draw(profile_paper(edition, beside))
    to.parent.mkdir(parents=True, exist_ok=True)
    return _write(to, content)


def _write(path: Path, content: bytes) -> Path:
    """Written beside its place and then moved there, so that nobody opens half a paper."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(content)
    replace(beside, path)
    return path
