"""A paper laid out as a template has it: what the council keeps and what is ours, in one order for every format."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from everychild.report.document import Heading, Paper, Paragraph, Part, Section, Term, Terms
from everychild.report.template.places import TITLE, TITLE_BLOCK, Block, blocks, place_under
from everychild.report.template.reading import TAG, Item, Template, tags_of

LEVELS: tuple[Literal[1, 2, 3, 4], ...] = (1, 2, 3, 4)


@dataclass(frozen=True)
class Kept:
    """What the template has there, as it is. A heading lies on the side of what it heads."""

    item: Item
    is_landscape: bool = False


@dataclass(frozen=True)
class Ours:
    """A part of the paper. `level` is that of the heading it stands under, or has; `replaces` the tag it stands for."""

    parts: tuple[Part, ...]
    level: int
    is_landscape: bool
    replaces: Item | None = None


Piece = Kept | Ours


def homes(template: Template) -> dict[str, list[int]]:
    """Where each part belongs, by its tag: a tag’s place before a heading’s, for a tag is never there by chance."""
    tagged: dict[str, list[int]] = defaultdict(list)
    headed: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(template.items):
        if item.tagged is not None:
            tagged[item.tagged.tag].append(number)
        elif item.level and (place := place_under(item.text)) is not None:
            headed[place.tag].append(number)
    return headed | tagged


def arranged(template: Template, paper: Paper) -> tuple[Piece, ...]:
    """The template’s own things and the paper’s parts, in the order they are read.

    A part without a place follows the one it follows in our own paper, with its heading; an appendix goes to the end.
    """
    items, placed = template.items, homes(template)
    before: dict[int, list[Ours]] = defaultdict(list)
    after: dict[int, list[Ours]] = defaultdict(list)
    at_end: list[Ours] = []
    waiting: list[Block] = []
    last: int | None = None
    for block in blocks(paper):
        tag = block.place.tag if block.place else ""
        if tag in placed:
            number = placed[tag][0]
            before[number] += [_with_heading(one, _level_at(items, number)) for one in waiting]
            waiting = []
            last = number if items[number].tagged else _end_of(items, number)
            level = _level_at(items, number)
            after[last].append(_without_heading(block, level, items[number] if items[number].tagged else None))
        elif tag == TITLE_BLOCK:
            before[0].append(_title_block(block, template))
        elif block.place is not None and block.place.is_appendix:
            at_end.append(_with_heading(block, _top_level(items)))
        elif last is None:
            waiting.append(block)
        else:
            after[last].append(_with_heading(block, _level_at(items, last)))
    at_end = [*(_with_heading(one, _top_level(items)) for one in waiting), *at_end]
    return _headed(tuple(_in_order(items, before, after, at_end)))


def _headed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """No heading is left behind on an upright page when what it heads goes to one on its side."""
    told: list[Piece] = []
    for piece in reversed(pieces):
        is_heading = isinstance(piece, Kept) and piece.item.level > 0
        if isinstance(piece, Kept) and is_heading and told and told[-1].is_landscape:
            piece = replace(piece, is_landscape=True)
        told.append(piece)
    return tuple(reversed(told))


def _in_order(
    items: Sequence[Item], before: dict[int, list[Ours]], after: dict[int, list[Ours]], at_end: Iterable[Ours]
) -> Iterator[Piece]:
    for number, item in enumerate(items):
        yield from before[number]
        if item.tagged is None:
            yield Kept(item)
        elif not any(piece.replaces is item for piece in after[number]):
            yield Ours((), 0, is_landscape=False, replaces=item)  # this month the paper has no such part
        yield from after[number]
    if not items:
        yield from before[0]
    yield from at_end


def _title_block(block: Block, template: Template) -> Ours:
    """The paper’s title and whose it is: without them where the template’s own front brings the title."""
    parts = block.parts
    if TITLE in template.values_used:
        parts = tuple(part for part in parts if isinstance(part, Paragraph))  # that it is a draft is never left out
    return Ours(parts, 1, is_landscape=False)


def _with_heading(block: Block, level: int) -> Ours:
    parts = block.parts if block.heading is None else (block.heading, *block.parts)
    return Ours(_moved(parts, level - 2), level, block.is_landscape)


def _without_heading(block: Block, level: int, replaces: Item | None) -> Ours:
    shift = 0 if block.heading is None else level - 2
    return Ours(_moved(block.parts, shift), level, block.is_landscape, replaces)


def _moved(parts: Sequence[Part], by: int) -> tuple[Part, ...]:
    return tuple(Heading(_a_level(part.level + by), part.text) if isinstance(part, Heading) else part for part in parts)


def _a_level(level: int) -> Literal[1, 2, 3, 4]:
    return LEVELS[max(0, min(len(LEVELS) - 1, level - 1))]


def _end_of(items: Sequence[Item], heading: int) -> int:
    """The last thing under a heading before the next one, or before a tag that brings another part."""
    number = heading
    while number + 1 < len(items) and not items[number + 1].level and items[number + 1].tagged is None:
        number += 1
    return number


def _level_at(items: Sequence[Item], number: int) -> int:
    """The level of the heading a place is under."""
    return next((items[at].level for at in range(number, -1, -1) if items[at].level), _top_level(items))


def _top_level(items: Sequence[Item]) -> int:
    """The level of the template’s own sections: that of the first heading a part of ours belongs under."""
    return next((item.level for item in items if item.level and place_under(item.text)), 2)


def values_of(paper: Paper) -> dict[str, str]:
    """What each tag for words stands for."""
    return {given.term: given.means for given in paper.given}


def with_values(text: str, values: dict[str, str]) -> str:
    """Text of the template’s with its tags’ words in their place; what they bring is never read for tags again."""
    return TAG.sub(lambda found: values.get(found[1].strip(), found[0]), text)


def as_paper(pieces: Sequence[Piece], paper: Paper) -> Paper:
    """The same, with nothing of a format in it: what the PDF and the page are drawn from."""
    values = values_of(paper)
    told: list[tuple[Part, bool]] = []
    for piece in pieces:
        if isinstance(piece, Ours):
            told += [(part, piece.is_landscape) for part in piece.parts]
        else:
            told += [(part, piece.is_landscape) for part in _as_parts(piece.item, values)]
    levelled = _levelled([part for part, _ in told], paper, lower=2 - min(2, *_levels_of(pieces)))
    sides = [False] * (len(levelled) - len(told)) + [is_landscape for _, is_landscape in told]
    return replace(paper, sections=tuple(_sections(levelled, sides)))


def _as_parts(item: Item, values: dict[str, str]) -> Iterator[Part]:
    """A council’s table is told row by row: what it is for is seldom a table."""
    text = " ".join(with_values(item.text, values).split())
    if item.rows:
        yield from _as_rows(item.rows, values)
    elif text and (item.level or TITLE in tags_of(item.text)):
        yield Heading(1 if TITLE in tags_of(item.text) else _a_level(item.level), text)
    elif text:
        yield Paragraph(text)


def _as_rows(rows: Sequence[Sequence[str]], values: dict[str, str]) -> Iterator[Part]:
    pairs: list[Term] = []
    for row in rows:
        said = [with_values(cell, values).strip() for cell in row]
        if len(said) == 2 and all(said):
            pairs.append(Term(said[0], said[1]))
            continue
        if pairs:
            yield Terms(tuple(pairs))
            pairs = []
        if any(said):
            yield Paragraph(" ".join(filter(None, said)))
    if pairs:
        yield Terms(tuple(pairs))


def _levels_of(pieces: Iterable[Piece]) -> list[int]:
    """The levels of the template’s own headings, its title apart; with the usual one, for there may be none."""
    kept = [piece.item for piece in pieces if isinstance(piece, Kept)]
    return [2, *(item.level for item in kept if item.level and TITLE not in tags_of(item.text))]


def _levelled(parts: Sequence[Part], paper: Paper, lower: int) -> list[Part]:
    """One title, and it first; no heading more than one below the one before it. The template’s own levels are kept in
    Word, where a council’s fixed headings are often all of the first."""
    headings = [part for part in parts if isinstance(part, Heading)]
    is_titled = bool(headings) and headings[0].level == 1
    told: list[Part] = [] if is_titled else [Heading(1, paper.title)]
    level = 1
    for part in parts:
        if not isinstance(part, Heading) or (is_titled and part is headings[0]):
            told.append(part)
        else:
            level = max(2, min(part.level + lower, level + 1))
            told.append(Heading(_a_level(level), part.text))
    return told


def _sections(parts: Sequence[Part], sides: Sequence[bool]) -> Iterator[Section]:
    begins = 0
    for number in range(1, len(parts) + 1):
        if number == len(parts) or sides[number] != sides[begins]:
            yield Section(tuple(parts[begins:number]), is_landscape=sides[begins])
            begins = number
