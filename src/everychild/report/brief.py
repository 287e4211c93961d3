"""One page for the lead member and the director: what is wrong, what will not come right by itself, what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from everychild import wording
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.judgement.requested import Requested
from everychild.judgement.status import Status
from everychild.narrative import at_a_glance, quantities
from everychild.report import cells
from everychild.report.committee import data_age, to_print
from everychild.report.document import Bullets, Heading, Manner, Paper, Paragraph, Part, Section
from everychild.report.parts import part

TITLE = "Children’s Services on one page"
MOST_TOLD = 6
"""Lines of each kind, where there is room for them."""

LONGEST = 150
"""Letters of what Members asked for: the paper has all of it."""

NOTHING = "Nothing."


@dataclass(frozen=True)
class ToDo:
    """Something that waits for a person, and how many there are of it."""

    title: str
    how_many: int


def brief_paper(
    edition: JudgedEdition, meeting: date, requested: Sequence[Requested] = (), to_do: Sequence[ToDo] = ()
) -> Paper:
    """The brief, with as many lines of each kind as its PDF has room for on one page."""
    from everychild.report.pdf import as_pdf

    safe = to_print(edition)
    asked = [one for one in requested if one.is_open and one.is_told_at(meeting, edition.as_at)]
    for most in range(MOST_TOLD, 0, -1):
        paper = _paper(safe, meeting, asked, to_do, most)
        if pages_of(as_pdf(paper)) == 1:
            return paper
    return _paper(safe, meeting, (), to_do, 1)


def pages_of(pdf: bytes) -> int:
    return len(part("pypdf").PdfReader(BytesIO(pdf)).pages)


def _paper(
    edition: JudgedEdition, meeting: date, asked: Sequence[Requested], to_do: Sequence[ToDo], most: int
) -> Paper:
    title = f"{TITLE}, {wording.month(edition.as_at)}"
    edition_name = f"Edition {edition.fingerprint[:8]}" if edition.fingerprint else "Not a kept edition"
    return Paper(
        title=title,
        council=edition.council.name,
        written_on=edition.known_on,
        footer=f"{edition_name}. For the lead member and the director, not for publication.",
        sections=(Section(tuple(_parts(edition, title, meeting, asked, to_do, most))),),
    )


def _parts(
    edition: JudgedEdition,
    title: str,
    meeting: date,
    asked: Sequence[Requested],
    to_do: Sequence[ToDo],
    most: int,
) -> Iterator[Part]:
    yield Heading(1, title)
    yield Paragraph(f"{at_a_glance(edition)} {data_age(edition.as_at, meeting)}")
    for heading, is_told in _KINDS:
        yield Heading(2, heading)
        yield from _listed([_line(item) for item in _in_order(edition) if is_told(item)], most)
    yield Heading(2, "What Members asked for, and is still open")
    yield from _listed([_short(one.words) for one in asked], most)
    yield Heading(2, "What is asked of you before the paper goes out")
    yield from _listed([f"{one.title}: {_still(one.how_many)}." for one in to_do], len(to_do))


def _in_order(edition: JudgedEdition) -> list[Judged]:
    """Those on the list first, as it is ordered; then the others, as the catalogue is."""
    listed = [item for area in edition.areas for item in area.judged]
    there = {item.ref for item in listed}
    return [*listed, *(item for item in edition.indicators if item.ref not in there)]


def _line(item: Judged) -> str:
    now = quantities.value_in_words(item)
    return f"{item.title}: {now}; target {cells.target(item)}." if item.target else f"{item.title}: {now}."


def _listed(lines: Sequence[str], most: int) -> Iterator[Part]:
    """So many lines, and how many more there are: nobody should take a part for the whole."""
    if not lines:
        yield Paragraph(NOTHING)
        return
    shown, more = lines[:most], len(lines) - most
    yield Bullets(tuple(shown))
    if more > 0:
        yield Paragraph(f"And {more} more, in the paper.", Manner.PLAIN)


def _still(how_many: int) -> str:
    return "still to do" if how_many < 2 else f"{how_many} still to do"


def _short(words: str) -> str:
    told = " ".join(words.split())
    return told if len(told) <= LONGEST else f"{told[:LONGEST].rsplit(' ', 1)[0]}…"


_KINDS: tuple[tuple[str, Callable[[Judged], bool]], ...] = (
    ("Off target", lambda item: item.status is Status.OFF_TARGET),
    ("Getting worse", lambda item: item.pattern.moving is Moving.GETTING_WORSE),
    ("Will not meet its target as things are", lambda item: item.outlook is Outlook.WONT_BE_MET),
)
