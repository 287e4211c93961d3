"""Who the children of the return are, and the headings every table of it shares."""

from __future__ import annotations

from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import optional
from everychild.layouts.local.placements import as_coded
from everychild.records import Kind, codes

RETURN_RANK = 3
"""Made once a year: what the monthly lists and extracts tell of the same day stands before it."""

OF_THE_YEAR = Coverage(return_years=True)
SEEN = Coverage(proves_only=True)

CHILD_ID = Heading("CHILD", Kind.IDENTIFIER, aliases=("CHILDID",), required=True)
BORN = Heading("DOB", Kind.DATE)
SEX = Heading(
    "SEX",
    Kind.CODE,
    WrittenCodes(
        codes.SEX,
        {"male": "M", "female": "F", "not_recorded": "U"},
        # 1 and 2 until the return of 2023-24; a program that keeps numbers writes them with a nought.
        {"1": "male", "2": "female", "1.0": "male", "2.0": "female"},
        nearest={"neither": "not_recorded"},
    ),
)
ETHNICITY = Heading("ETHNIC", Kind.CODE, as_coded(codes.ETHNIC_GROUP))

MERGED = (optional("LA", Kind.TEXT), optional("YEAR", Kind.TEXT))
"""Files that several councils or years were merged into say of each row whose and which it is."""

WHOSE = {"child_id": CHILD_ID.title}


def child_feed(*, all_came_alone: bool = False, **more: str) -> Feed:
    """The children a table names; `more` maps further columns of the child to their headings."""
    return Feed(
        name="ssda903.child",
        table="child",
        columns={**WHOSE, "born_on": BORN.title, **more},
        coverage=SEEN,
        rank=RETURN_RANK,
        constants={"unaccompanied": True} if all_came_alone else {},
        distinct=True,
    )


HEADER = SheetLayout(
    name="ssda903_header",
    title="Children of the return (Header)",
    number=None,
    other_titles=("header",),
    headings=(
        CHILD_ID,
        SEX,
        BORN,
        ETHNICITY,
        Heading("UPN", Kind.TEXT),
        optional("MOTHER", Kind.TEXT),
        optional("MC_DOB", Kind.DATE),
        *MERGED,
    ),
    feeds=(child_feed(sex=SEX.title, ethnic_group=ETHNICITY.title, upn="UPN"),),
)

UNACCOMPANIED = SheetLayout(
    name="ssda903_uasc",
    title="Unaccompanied asylum-seeking children (UASC)",
    number=None,
    other_titles=("uasc",),
    headings=(CHILD_ID, SEX, BORN, Heading("DUC", Kind.DATE), *MERGED),
    feeds=(child_feed(sex=SEX.title, all_came_alone=True),),
)
