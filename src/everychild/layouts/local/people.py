"""The headings and feeds every local table shares: the child, the team, the worker, yes and no."""

from __future__ import annotations

from everychild.layouts.layout import YES_NO, Coverage, Feed, Heading, WrittenCodes
from everychild.records import Kind, codes

LOCAL_RANK = 1
"""An extract of every one of a thing outranks Annex A's latest."""

EVERYTHING = Coverage()
"""Complete, back to the file's own earliest date."""

CHILD_ID = Heading(
    "person_id",
    Kind.IDENTIFIER,
    aliases=(
        "Child Unique ID",
        "Child ID",
        "LAchildID",
        "Mosaic ID",
        "LCS ID",
        "EHM ID",
        "Client ID",
        "CHILD",
        "PID",
        "Case Number",
        "Service User ID",
    ),
    required=True,
)
TEAM = Heading(
    "team",
    Kind.TEXT,
    aliases=("Allocated Team", "Current Team", "Responsible Team", "Service Area"),
    expected=False,
)
WORKER_ALIASES = (
    "Worker",
    "Allocated Worker",
    "Key Worker",
    "Lead Practitioner",
    "Caseworker",
    "Social Worker",
)
WORKER = Heading("worker_id", Kind.IDENTIFIER, aliases=WORKER_ALIASES, expected=False, is_name=True)

PLAIN_YES_NO = WrittenCodes(
    YES_NO,
    {"yes": "Y", "no": "N", "unknown": ""},
    {"Yes": "yes", "True": "yes", "1": "yes", "No": "no", "False": "no", "0": "no", "Unknown": "unknown"},
)

SOURCE = Heading(
    "source",
    Kind.CODE,
    WrittenCodes(
        codes.REFERRAL_SOURCE,
        {code: code for code in codes.REFERRAL_SOURCE.values},
        {words: code for code, words in codes.REFERRAL_SOURCE.values.items()},
    ),
    aliases=("Contact Source", "Referral Source"),
    expected=False,
)
"""Who made a contact or a request, by the codes of the children in need census."""

WHOSE = {"child_id": "person_id"}
HELD_BY = {"team": "team", "worker_id": "worker_id"}


def optional(title: str, kind: Kind, *aliases: str) -> Heading:
    """A column a table may have; nobody is asked about one that is not there."""
    return Heading(title, kind, aliases=aliases, expected=False)


def yes_no(title: str, *aliases: str) -> Heading:
    return Heading(title, Kind.YES_NO, PLAIN_YES_NO, aliases=aliases, expected=False)


def worker_feed(**more: str) -> Feed:
    """The workers a table names, each with their team."""
    return Feed(
        name="local.worker",
        table="worker",
        columns={"worker_id": "worker_id", "team": "team", **more},
        coverage=Coverage(proves_only=True),
        rank=LOCAL_RANK,
        only_where="worker_id",
        distinct=True,
    )
