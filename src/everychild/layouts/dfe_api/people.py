"""What every table of the payloads shares, and who the children are."""

from __future__ import annotations

from everychild.layouts.census.children import ANY_DISABILITY, SEX
from everychild.layouts.census.people import TRUE_FALSE, as_they_are
from everychild.layouts.document import ElementTable
from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout
from everychild.records import Kind, codes

PAYLOAD_RANK = 3
"""Knows no teams, visits or reviews: Annex A and local extracts of the same days tell more, and outrank it."""

TWO_YEARS = Coverage(months=24, proves_only=True)
"""From 1 April two years back, and so 24 months at least. A file may be one batch of a hundred children, or only what
changed in a night, and nothing in it says which: what it lacks is never taken to have gone."""

SEEN = Coverage(proves_only=True)

UNIT = "children/child"
EPISODE = f"{UNIT}/social_care_episodes"
DETAILS = f"{UNIT}/child_details"

CHILD_ID = Heading("la_child_id", Kind.IDENTIFIER, required=True)
WHOSE = {"child_id": CHILD_ID.title}
WHERE_WHOSE = {CHILD_ID.title: f"{UNIT}/{CHILD_ID.title}"}

EPISODE_ID = Heading("social_care_episode_id", Kind.TEXT)
WHERE_EPISODE = {EPISODE_ID.title: f"{EPISODE}/{EPISODE_ID.title}"}
"""Adoption and leaving care come again with every episode: each is told of, and all of them make one record."""

PURGE = Heading("purge", Kind.YES_NO, TRUE_FALSE)
"""True of what is to be deleted, and then of everything inside it."""


def rows_of(
    name: str,
    title: str,
    path: str,
    headings: tuple[Heading, ...],
    feeds: tuple[Feed, ...],
    elsewhere: dict[str, str] | None = None,
) -> ElementTable:
    """One kind of object as a table: whose it is first, and whether it was taken back last."""
    layout = SheetLayout(f"dfe_api_{name}", title, None, (), (CHILD_ID, *headings, PURGE), feeds, PURGE.title)
    return ElementTable(layout, path, {**WHERE_WHOSE, **(elsewhere or {})}, is_expected=False)


def feed(table: str, columns: dict[str, str], only_where: str | None = None, unless: str | None = None) -> Feed:
    """One record, of the two years a payload looks back."""
    name = f"dfe_api.{table}"
    return Feed(name, table, {**WHOSE, **columns}, TWO_YEARS, PAYLOAD_RANK, only_where=only_where, unless=unless)


def child_feed(**columns: str) -> Feed:
    return Feed("dfe_api.child", "child", {**WHOSE, **columns}, SEEN, PAYLOAD_RANK, distinct=True)


CHILD = rows_of("child", "child", UNIT, (Heading("mis_child_id", Kind.TEXT),), (child_feed(),))

CHILD_DETAILS = rows_of(
    "child_details",
    "child_details",
    DETAILS,
    (
        Heading("unique_pupil_number", Kind.TEXT),
        Heading("former_unique_pupil_number", Kind.TEXT),
        Heading("unique_pupil_number_unknown_reason", Kind.TEXT),
        Heading("first_name", Kind.TEXT),
        Heading("surname", Kind.TEXT),
        Heading("date_of_birth", Kind.DATE),
        Heading("expected_date_of_birth", Kind.DATE),
        Heading("sex", Kind.CODE, SEX),
        Heading("ethnicity", Kind.CODE, as_they_are(codes.ETHNIC_GROUP)),
        Heading("postcode", Kind.TEXT),
        Heading("uasc_flag", Kind.YES_NO, TRUE_FALSE),
        Heading("uasc_end_date", Kind.DATE),
    ),
    (
        child_feed(
            born_on="date_of_birth",
            expected_birth_on="expected_date_of_birth",
            sex="sex",
            ethnic_group="ethnicity",
            unaccompanied="uasc_flag",
        ),
    ),
)

DISABILITIES = rows_of(
    "disability",
    "disabilities",
    f"{DETAILS}/disabilities",
    (Heading("disabilities", Kind.YES_NO, ANY_DISABILITY),),
    (child_feed(disabled="disabilities"),),
    {title: f"{DETAILS}/{title}" for title in ("disabilities", PURGE.title)},
)

HEALTH = f"{UNIT}/health_and_wellbeing"
QUESTIONNAIRES = rows_of(
    "questionnaire",
    "sdq_assessments",
    f"{HEALTH}/sdq_assessments",
    (Heading("date", Kind.DATE), Heading("score", Kind.NUMBER)),
    # Of every child who has one: the record of outcomes is of those a year in care, and it is not told who they are.
    (child_feed(),),
    {PURGE.title: f"{HEALTH}/{PURGE.title}"},
)
