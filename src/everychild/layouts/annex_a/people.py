"""The headings and feeds most lists share: the child, the team, the worker."""

from __future__ import annotations

from everychild.layouts.annex_a import written
from everychild.layouts.layout import Coverage, Feed, Heading
from everychild.records import Kind

ANNEX_A_RANK = 2
"""Annex A gives the latest of each thing; an extract of every visit or every report outranks it."""

SEEN = Coverage(proves_only=True)
"""A list shows whom it shows: a child who is not on it is still a child we know."""

CHILD_ID = Heading(
    "Child Unique ID",
    Kind.IDENTIFIER,
    aliases=("Person ID", "child_id"),
    likely_aliases=("Unique ID", "LA Child ID", "Mosaic ID", "LCS ID", "ICS Number", "SWIFT ID", "Client ID"),
    required=True,
)
SEX = Heading("Gender", Kind.CODE, written.SEX, aliases=("Sex",), likely_aliases=("Gender Identity",))
ETHNICITY = Heading(
    "Ethnicity",
    Kind.CODE,
    written.ETHNICITY,
    likely_aliases=("Ethnic Origin", "Ethnic Group", "Ethnicity Code"),
)
BORN = Heading(
    "Date of Birth",
    Kind.DATE,
    aliases=("DOB",),
    likely_aliases=("Date of Birth / EDD", "Expected Date of Birth"),
)
AGE = Heading(
    "Age of Child (Years)",
    Kind.NUMBER,
    aliases=("Age",),
    likely_aliases=("Age of Child", "Age (Years)", "Current Age"),
)
"""Feeds nothing: ages are worked out from the date of birth."""
CHILD = (CHILD_ID, SEX, ETHNICITY, BORN, AGE)

DISABILITY = Heading(
    "Does the Child have a Disability",
    Kind.YES_NO,
    written.DISABLED,
    aliases=("HasDisability", "Disability"),
    likely_aliases=("Disabled",),
)
TEAM = Heading("Allocated Team", Kind.TEXT, aliases=("Team",), likely_aliases=("Team Name", "Current Team"))
WORKER = Heading(
    "Allocated Worker",
    Kind.IDENTIFIER,
    likely_aliases=(
        "Worker",
        "Allocated Social Worker",
        "Social Worker",
        "Lead Practitioner",
        "Key Worker",
    ),
    is_name=True,
)

WHOSE = {"child_id": "Child Unique ID"}
HELD_BY = {"team": "Allocated Team", "worker_id": "Allocated Worker"}


def child_feed(**more: str) -> Feed:
    """Who the children on the list are; `more` maps further columns of the child to their headings."""
    return Feed(
        name="annex_a.child",
        table="child",
        columns={
            **WHOSE,
            "born_on": "Date of Birth",
            "sex": "Gender",
            "ethnic_group": "Ethnicity",
            **more,
        },
        coverage=SEEN,
        rank=ANNEX_A_RANK,
        distinct=True,
    )


def worker_feed(heading: str = "Allocated Worker") -> Feed:
    """The workers the list names, each with the team the case was in."""
    return Feed(
        name="annex_a.worker",
        table="worker",
        columns={"worker_id": heading, "team": "Allocated Team"},
        coverage=SEEN,
        rank=ANNEX_A_RANK,
        only_where=heading,
        distinct=True,
    )
