"""The profile on paper, with nothing of a format in it: the page’s parts, tables and sentences, a bar to each group.

For officers: small numbers stand in it, as on the page, and the foot of each sheet says that it is not for publication.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from everychild import wording
from everychild.comparators.beside import Beside
from everychild.comparators.published import ATTRIBUTION
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.measure.figure import Figure
from everychild.narrative.profile import (
    NONE_HELD,
    Split,
    Told,
    others_in_brief,
    profile,
    split_sentence,
    when_of_others,
)
from everychild.report import cells
from everychild.report.charts.bar import bar_picture
from everychild.report.document import (
    Cell,
    Column,
    Heading,
    Paper,
    Paragraph,
    Part,
    Picture,
    Section,
    Table,
    Tone,
    Words,
    words,
)

TITLE = "Profile of the service"
FOR_OFFICERS = "For officers: small numbers are not hidden, so it is not for publication"
PICTURE_WIDTH, PICTURE_HEIGHT = 40.0, 13.0
BAR_WIDTH, BAR_HEIGHT = 120.0, 4.2
WIDTH = 267.0

FindBeside = Callable[[Judged], Beside | None]


def profile_paper(edition: JudgedEdition, beside: FindBeside) -> Paper:
    """The whole profile; `beside` finds what is published beside a figure, None where nothing is held."""
    title = f"{TITLE}, {wording.month(edition.as_at)}"
    edition_name = f"Edition {edition.fingerprint[:8]}" if edition.fingerprint else "Not a kept edition"
    parts: list[Part] = [Heading(1, title), *_front(edition)]
    for told in profile(edition):
        parts += _part(told, edition, beside)
    parts.append(Paragraph(f"{ATTRIBUTION}."))
    return Paper(
        title=title,
        council=edition.council.name,
        written_on=edition.known_on,
        footer=f"{title}. {edition_name}. {FOR_OFFICERS}.",
        sections=(Section(tuple(parts), is_landscape=True),),
    )


def _front(edition: JudgedEdition) -> Iterator[Part]:
    as_at, known = wording.day(edition.as_at.last_day), wording.day(edition.known_on)
    yield Paragraph(
        f"What {edition.council.short_name}’s children’s services look like, as at {as_at}, as known on {known}: how "
        "many children, how soon, who they are, and what others publish. In the small pictures the band is where "
        "ordinary months fall, the dashed line is the target, and the mark at the end is how the month stands; a bar "
        "is as long as its number."
    )


def _part(told: Told, edition: JudgedEdition, beside: FindBeside) -> Iterator[Part]:
    yield Heading(2, told.part.title)
    yield Table(
        caption=f"{told.part.title}, {wording.month(edition.as_at)}",
        columns=_columns(edition),
        rows=tuple(_row(item, beside(item)) for item in told.items),
    )
    for split in told.splits:
        yield Heading(3, split.title)
        yield Paragraph(str(split_sentence(split)))
        if split.groups:
            yield _split(split)


def _columns(edition: JudgedEdition) -> tuple[Column, ...]:
    month = edition.as_at
    columns = (
        Column(wording.month(month), 24, is_number=True),
        Column("Last 12 months", 23, is_number=True),
        Column(wording.month(month - 12), 23, is_number=True),
        Column("25 months", PICTURE_WIDTH + 5),
        Column("Beside others", 80),
    )
    return (Column("Indicator", WIDTH - sum(column.width for column in columns)), *columns)


def _row(item: Judged, beside: Beside | None) -> tuple[Cell, ...]:
    named = f"{item.ref}, in {cells.unit(item)}" if cells.unit(item) else item.ref
    return (
        Cell((Words(item.title, Tone.STRONG), Words(named, Tone.QUIET))),
        cells.value_cell(item, item.figure),
        words(cells.value(item, item.rolling_12) if item.rolling_12 else wording.NOTHING),
        words(cells.value(item, item.same_month_last_year)),
        Cell((cells.picture(item, PICTURE_WIDTH, PICTURE_HEIGHT),)),
        _others(beside),
    )


def _others(beside: Beside | None) -> Cell:
    told = str(others_in_brief(beside)) if beside else ""
    if beside is None or not told:
        return words(NONE_HELD, Tone.QUIET)
    return Cell((Words(told), Words(when_of_others(beside), Tone.QUIET)))


def _split(split: Split) -> Table:
    item, of_any = split.item, any(cells.numbers(split.item, figure) for figure in split.groups)
    known = [value for figure in split.groups if (value := item.value_of(figure)) is not None]
    longest = max(known, default=Fraction(0)) or Fraction(1)
    how_many = (Column("How many", 40, is_number=True),) if of_any else ()
    columns = (Column("Number" if item.indicator.is_counted else "Value", 30, is_number=True), *how_many)
    bar = Column("As a picture", BAR_WIDTH + 4)
    first = Column(split.kind.title, WIDTH - bar.width - sum(column.width for column in columns))
    return Table(
        caption=split.title,
        columns=(first, *columns, bar),
        rows=tuple(_group(split, figure, longest, of_any=of_any) for figure in split.groups),
    )


def _group(split: Split, figure: Figure, longest: Fraction, *, of_any: bool) -> tuple[Cell, ...]:
    item, name = split.item, figure.group or ""
    told, value = cells.value(item, figure), item.value_of(figure)
    says = f"{name}: {told}"
    units = cells.UNITS_PER_MILLIMETRE
    drawn = bar_picture((value or Fraction(0)) / longest, says, BAR_WIDTH * units, BAR_HEIGHT * units)
    how_many = (words(cells.numbers(item, figure) or wording.NOTHING),) if of_any else ()
    return (words(name), words(told), *how_many, Cell((Picture(drawn, says, BAR_WIDTH, BAR_HEIGHT),)))
