"""Who the children and young people of the return are: each by the unique pupil number alone."""

from __future__ import annotations

from everychild.layouts.census.children import GENDER, SEX
from everychild.layouts.census.people import CENSUS_RANK, as_they_are
from everychild.layouts.document import ElementTable
from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout
from everychild.layouts.local.people import optional
from everychild.records import Kind, codes

UNIT = "Message/Persons/Person"

UPN = Heading("UPN", Kind.IDENTIFIER, required=True)
WHOSE = {"child_id": "UPN"}
WHERE_WHOSE = {"UPN": f"{UNIT}/UPN"}


def read_past(*titles: str) -> tuple[Heading, ...]:
    """What the return has and no record keeps."""
    return tuple(optional(title, Kind.TEXT) for title in titles)


def _child_feed(columns: dict[str, str], only_where: str | None = None) -> Feed:
    return Feed(
        "special_needs_return.child",
        "child",
        {**WHOSE, **columns},
        Coverage(proves_only=True),
        CENSUS_RANK,
        only_where=only_where,
        distinct=True,
    )


PEOPLE = ElementTable(
    SheetLayout(
        name="special_needs_return_person",
        title="Person",
        number=None,
        other_titles=(),
        headings=(
            UPN,
            Heading("PersonBirthDate", Kind.DATE),
            Heading("Sex", Kind.CODE, SEX, expected=False),
            Heading("GenderCurrent", Kind.CODE, GENDER, expected=False),
            Heading("Ethnicity", Kind.CODE, as_they_are(codes.ETHNIC_GROUP)),
            *read_past("Surname", "Forename", "PostCode", "UniqueLearnerNumber", "UPNunknown"),
        ),
        feeds=(
            _child_feed({"upn": "UPN", "born_on": "PersonBirthDate", "sex": "Sex", "ethnic_group": "Ethnicity"}),
            _child_feed({"sex": "GenderCurrent"}, only_where="GenderCurrent"),
        ),
    ),
    UNIT,
)
