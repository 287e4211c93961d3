"""What a template lacks, has twice, or says that nobody can follow; and what to do about each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from everychild import wording
from everychild.errors import FileRefused
from everychild.report.template.arranging import homes
from everychild.report.template.opening import WORD, opened
from everychild.report.template.pages import NARROWEST, text_width
from everychild.report.template.places import BY_TAG, PLACES, TITLE, TITLE_BLOCK, VALUES
from everychild.report.template.reading import LIKE_A_TAG, TAG, Line, Template, tags_of
from everychild.report.template.styles import lacking, too_small

FRONT = frozenset({TITLE_BLOCK})
SHORTEST_TOLD = 60
MOST_TOLD = 40
"""Of one kind: whoever mends a template wants to read them."""


@dataclass(frozen=True)
class Found:
    """One thing found in a template. `stops`: no paper is written in it until it is put right."""

    sentence: str
    stops: bool = True


@dataclass(frozen=True)
class Checked:
    """All that was found, and under which heading or tag each part of the paper goes."""

    found: tuple[Found, ...]
    placed: tuple[tuple[str, str], ...] = ()
    """(our heading, where it goes)."""

    @property
    def may_be_used(self) -> bool:
        return not any(one.stops for one in self.found)


def checked(content: bytes, name: str) -> Checked:
    """Everything that can be said of a template before a paper is written in it."""
    try:
        template = Template(opened(content, name))
    except FileRefused as problem:
        return Checked((Found(problem.message),))
    found = (*_some(_tags(template)), *_places(template), *_look(template))
    return Checked(found, tuple(_placed(template)))


def _some(found: Iterator[Found]) -> Iterator[Found]:
    yield from islice(found, MOST_TOLD)
    if next(found, None) is not None:
        yield Found("There is more of this kind. Put these right, and look again.")


def _tags(template: Template) -> Iterator[Found]:
    for line in template.lines():
        yield from _tags_of(line)
    for tag, places in sorted(homes(template).items()):
        if len(places) < 2:
            continue
        if template.items[places[0]].tagged is not None:
            yield Found(f"The tag {_written(tag)} is there {_times(len(places))}. Leave the one where it belongs.")
            continue
        named = wording.listed([f"“{_short(template.items[at].text)}”" for at in places])
        yield Found(
            f"{named} are headings for the same part of the paper. Put {_written(tag)} on a line of its own under the "
            "one where it belongs."
        )


def _tags_of(line: Line) -> Iterator[Found]:
    for said in tags_of(line.text):
        if said in VALUES:
            continue
        if said not in BY_TAG:
            yield Found(f"There is no tag {_written(said)} ({line.where}). Tags are: {_every_tag()}.")
        elif not line.is_in_body or TAG.fullmatch(line.text.strip()) is None:
            yield Found(
                f"The tag {_written(said)} brings a whole part of the paper, and stands in {_where(line)}. "
                "Put it on a line of its own in the text."
            )
    rest = TAG.sub("", line.text)
    stray = LIKE_A_TAG.search(rest)
    if stray is not None:
        yield Found(
            f"“{_short(stray[0])}” looks like a tag and is none ({line.where}). Tags are written {_written('summary')}."
        )


def _where(line: Line) -> str:
    return "a line with other words" if line.is_in_body else line.where


def _places(template: Template) -> Iterator[Found]:
    placed = homes(template)
    if not placed:
        yield Found(
            "It has no heading and no tag that a part of the paper belongs under. Give it the council’s headings, as "
            "headings and not as bold words, or tags: " + _every_tag() + "."
        )
        return
    for place in PLACES:
        if place.tag in placed or place.tag in FRONT:
            continue
        where = "goes to the end" if place.is_appendix else "follows the part before it, with that heading"
        yield Found(
            f"No place for “{place.heading}”: it {where}. To put it elsewhere, use {_written(place.tag)}.", stops=False
        )
    if TITLE not in template.values_used and TITLE_BLOCK not in placed:
        yield Found(
            f"No place for the title: it goes first. {_written(TITLE)} puts it into a line of the template, "
            f"{_written(TITLE_BLOCK)} the title with whose paper it is.",
            stops=False,
        )
    for tag, (at, *_) in sorted(placed.items()):
        said = _said_under(template, at)
        if said and template.items[at].tagged is None:
            yield Found(
                f"Under “{_short(template.items[at].text)}” the template says “{_short(said)}”: that stays, and "
                f"what is ours follows it. If it is only guidance, take it out; {_written(tag)} says where ours goes.",
                stops=False,
            )


def _said_under(template: Template, at: int) -> str:
    """The first words under a heading that are the template’s own."""
    for item in template.items[at + 1 :]:
        if item.level or item.tagged is not None:
            return ""
        if item.text.strip():
            return item.text.strip()
    return ""


def _look(template: Template) -> Iterator[Found]:
    document = template.document
    for name, size in too_small(document).items():
        yield Found(
            f"Its style “{wording.sentence(name)}” is of {size:g} point, and Members asked for 12 at least. "
            "Make the style 12 point or larger."
        )
    for name in lacking(document):
        yield Found(f"It has no style “{wording.sentence(name)}”: ours is used.", stops=False)
    width = text_width(document)
    if width < NARROWEST:
        yield Found(
            f"Its lines are {width} mm long, and our tables need {NARROWEST} mm. "
            "Make the page wider or its margins smaller."
        )
    body = document.element.body
    for tags, what in ((("gridSpan", "vMerge"), "merged cells"), (("txbxContent",), "text boxes")):
        if any(next(body.iter(f"{WORD}{tag}"), None) is not None for tag in tags):
            yield Found(
                f"It has {what}, which screen readers read badly: those are the council’s own, and stay.", stops=False
            )


def _placed(template: Template) -> Iterator[tuple[str, str]]:
    placed = homes(template)
    for place in PLACES:
        for at in placed.get(place.tag, [])[:1]:
            item = template.items[at]
            yield (
                place.heading or "The title, and whose paper it is",
                (f"at {_written(place.tag)}" if item.tagged is not None else f"under “{_short(item.text)}”"),
            )


def _times(many: int) -> str:
    return "twice" if many == 2 else f"{wording.in_words(many)} times"


def _written(tag: str) -> str:
    return f"{{{{ {_short(tag)} }}}}"


def _every_tag() -> str:
    return ", ".join((*(place.tag for place in PLACES), *VALUES))


def _short(text: str) -> str:
    joined = " ".join(text[: 4 * SHORTEST_TOLD].split())
    return joined if len(joined) <= SHORTEST_TOLD else f"{joined[:SHORTEST_TOLD].rstrip()}…"
