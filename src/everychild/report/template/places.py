"""Where a template has room for us: each part of the paper by its tag, and the headings councils put it under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from everychild.report.document import Heading, Paper, Part

TITLE_BLOCK = "title_block"
TITLE = "title"
EDITION = "edition"

VALUES = {
    TITLE: "the paper’s title, with its month",
    "month": "the month the figures are about",
    "council": "the council’s name",
    "committee": "the committee’s name",
    "meeting_date": "the day of the meeting",
    "wards": "the wards it is about",
    "lead_officer": "the lead officer",
    "contact_name": "whom to ask",
    "service": "the service",
    "telephone": "the telephone number",
    "email": "the address for email",
    EDITION: "the title and the edition’s fingerprint, as they stand at the foot of each page",
}
"""Words that a tag may bring into a line, a table or a foot of the template, and what each says."""


@dataclass(frozen=True)
class Place:
    """A part of the paper: its tag, the heading it has with us, and other headings councils give it."""

    tag: str
    heading: str
    headings: tuple[str, ...] = ()

    @property
    def is_appendix(self) -> bool:
        """It goes to the end of the paper where a template has no place for it."""
        return self.heading.startswith("Appendix")


PLACES = (
    Place(TITLE_BLOCK, ""),
    Place("outcome", "Outcome / benefits to the community", ("Outcome", "Outcomes", "Benefits to the community")),
    Place("recommendation", "Recommendation", ("Recommendations", "Decision required", "Decisions required")),
    Place("members_asked", "What Members asked for", ("Matters arising", "Previous recommendations")),
    Place("summary", "Summary of report", ("Summary", "Executive summary", "Summary of the report", "Report summary")),
    Place("background", "Background", ("Background and context", "Introduction", "Introduction and background")),
    Place(
        "analysis",
        "Analysis of issues",
        ("Analysis", "Main report", "Report details", "Report detail", "Details", "Key issues", "Main considerations"),
    ),
    Place("overdue_growing", "Met its target, but overdue work is growing"),
    Place("agreed", "What became of what was agreed", ("Progress on actions", "Actions agreed")),
    Place("improved", "What improved", ("Achievements", "What is going well")),
    Place(
        "finance",
        "Financial implications of the recommendation",
        (
            "Financial implications",
            "Finance implications",
            "Finance and resource implications",
            "Resource implications",
        ),
    ),
    Place(
        "other_finance", "Other financial information relevant to the recommendation", ("Other financial information",)
    ),
    Place("cross_council", "Cross-Council implications", ("Corporate implications", "Other implications")),
    Place(
        "part_2",
        "Reasons for considering the report in Part 2",
        ("Exempt information", "Confidential or exempt information", "Reasons for exemption", "Part 2 reasons"),
    ),
    Place("background_papers", "List of background papers", ("Background papers", "Background documents")),
    Place("contact", "Contact", ("Contact officer", "Contact officers", "Contact details", "Report author")),
    Place("dashboard", "Appendix: dashboard", ("Dashboard", "Performance dashboard")),
    Place("counting_rules", "Appendix: counting rules", ("Counting rules",)),
    Place("patterns", "Appendix: how patterns are read", ("How patterns are read",)),
    Place("definitions", "Appendix: what each indicator means", ("What each indicator means", "Definitions")),
)
BY_TAG = {place.tag: place for place in PLACES}

_NUMBERING = re.compile(r"^(?:(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)])|\d+(?:\.\d+)*)\s+")
_MANY = re.compile(r"\(s\)$")


def plainly(heading: str) -> str:
    """A heading without its number, its colon and its capitals, as two are compared."""
    told = " ".join(heading.replace("’", "'").replace("&", " and ").replace("‑", "-").casefold().split())
    return _MANY.sub("", _NUMBERING.sub("", told).rstrip(" :.")).rstrip()


_BY_HEADING = {plainly(said): place for place in PLACES for said in (place.heading, *place.headings) if place.heading}


def place_under(heading: str) -> Place | None:
    """The part that belongs under a heading of the council’s."""
    return _BY_HEADING.get(plainly(heading))


@dataclass(frozen=True)
class Block:
    """One part of a paper, with its heading if it has one; `place` None for one that no template names."""

    place: Place | None
    heading: Heading | None
    parts: tuple[Part, ...]
    is_landscape: bool


def blocks(paper: Paper) -> tuple[Block, ...]:
    """The paper in its parts: what stands before the first heading of its sections, then each of those."""
    found = [Block(BY_TAG[TITLE_BLOCK], None, (), is_landscape=False)]
    for section in paper.sections:
        gathered: list[Part] = []
        for part in section.parts:
            if isinstance(part, Heading) and part.level == 2:
                found[-1] = _with(found[-1], gathered)
                gathered = []
                found.append(Block(_of(part), part, (), section.is_landscape))
            else:
                gathered.append(part)
        found[-1] = _with(found[-1], gathered)
    return tuple(found)


def _of(heading: Heading) -> Place | None:
    return next((place for place in PLACES if place.heading == heading.text), None)


def _with(block: Block, parts: Sequence[Part]) -> Block:
    return Block(block.place, block.heading, (*block.parts, *parts), block.is_landscape)
