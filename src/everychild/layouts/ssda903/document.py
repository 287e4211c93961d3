"""The return as one XML document: a child, the child’s header with what is told once, and the elements told of often.

Elements are those of the published schema of 2021. How social workers and orders that deprive of liberty are written in
XML is not published where we could read it: such elements are named to the person who loads them and make no record.
"""

from __future__ import annotations

from dataclasses import replace

from everychild.layouts.document import DocumentLayout, ElementTable
from everychild.layouts.layout import Feed, Heading, SheetLayout
from everychild.layouts.local.health import CARE_OUTCOMES, ONE_OR_NOUGHT
from everychild.layouts.local.people import optional
from everychild.layouts.ssda903.care import EPISODES, MISSING, REVIEWS
from everychild.layouts.ssda903.people import BORN, CHILD_ID, ETHNICITY, HEADER, MERGED, SEX, child_feed
from everychild.layouts.ssda903.permanence import ADOPTED, CARE_LEAVERS, PLACED_FOR_ADOPTION, PREVIOUS_PERMANENCE
from everychild.records import Kind

UNIT = "EXPSSDA903/CHILD"
ONCE = f"{UNIT}/HEADER"
WHOSE = {CHILD_ID.title: f"{ONCE}/CHILDID"}
WHOSE_AND_BORN = {**WHOSE, BORN.title: f"{ONCE}/{BORN.title}"}


def _own(layout: SheetLayout) -> tuple[Heading, ...]:
    """The headings of a table that the header does not have already."""
    shared = {CHILD_ID.title, BORN.title, *(heading.title for heading in MERGED)}
    return tuple(heading for heading in layout.headings if heading.title not in shared)


def _where_told(feed: Feed, heading: str) -> Feed:
    """Every child has a header, and few of them are adopted or have left care."""
    return replace(feed, only_where=heading)


CHILDREN = replace(
    HEADER,
    headings=(
        *HEADER.headings,
        Heading("UASC", Kind.YES_NO, ONE_OR_NOUGHT, expected=False),
        optional("DUC", Kind.DATE),
        *_own(ADOPTED),
        *_own(CARE_LEAVERS),
    ),
    feeds=(
        child_feed(sex=SEX.title, ethnic_group=ETHNICITY.title, unaccompanied="UASC"),
        *ADOPTED.feeds[1:],
        _where_told(CARE_LEAVERS.feeds[0], "IN_TOUCH"),
    ),
)

RETURN = DocumentLayout(
    name="ssda903",
    title="Children looked after return",
    unit=UNIT,
    known_by=CHILD_ID.title,
    header={},
    tables=(
        ElementTable(CHILDREN, ONCE, WHOSE),
        ElementTable(EPISODES, f"{UNIT}/EPISODE", {**WHOSE, "PLACE": f"{UNIT}/EPISODE/PL"}),
        ElementTable(REVIEWS, f"{ONCE}/AREVIEW", WHOSE_AND_BORN, is_expected=False),
        ElementTable(MISSING, f"{ONCE}/AMISSING", WHOSE_AND_BORN, is_expected=False),
        ElementTable(PREVIOUS_PERMANENCE, f"{ONCE}/PERMANENCE", WHOSE_AND_BORN, is_expected=False),
        ElementTable(CARE_OUTCOMES, f"{ONCE}/OC2", WHOSE_AND_BORN, is_expected=False),
        ElementTable(PLACED_FOR_ADOPTION, f"{ONCE}/AD_PLACED", WHOSE_AND_BORN, is_expected=False),
    ),
)
