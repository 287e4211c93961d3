"""What every table of the census shares: whose it is, what it proves, and how yes and no are written."""

from __future__ import annotations

from everychild.layouts.layout import YES_NO, Coverage, Heading, WrittenCodes
from everychild.records import Codes, Kind

CENSUS_RANK = 3
"""A return taken once a year knows no teams and no visits: Annex A of the same days tells more, and outranks it."""

THE_YEAR = Coverage(financial_year=True)
"""Every child with an episode of need at any time from 1 April to the reference date, with the whole of it."""

UNIT = "Message/Children/Child"
EPISODE = f"{UNIT}/CINdetails"

CHILD_ID = Heading("LAchildID", Kind.IDENTIFIER, required=True)
WHOSE = {"child_id": "LAchildID"}
WHERE_WHOSE = {"LAchildID": f"{UNIT}/ChildIdentifiers/LAchildID"}

TRUE_FALSE = WrittenCodes(
    YES_NO,
    {"yes": "true", "no": "false", "unknown": ""},
    {"1": "yes", "Y": "yes", "Yes": "yes", "0": "no", "N": "no", "No": "no"},
)
"""Both "true" and "1" occur, even in one file."""


def as_they_are(codes: Codes) -> WrittenCodes:
    """Codes that records keep as the Department for Education writes them."""
    return WrittenCodes(codes, {code: code for code in codes.values})
