"""Where a list comes from: which return, workbook or dataset fills a record, told by the name of its feed."""

from __future__ import annotations

from enum import StrEnum


class Source(StrEnum):
    """What a council’s rows were sent in. Two sources may tell of the same child and event."""

    ANNEX_A = "Annex A"
    RETURN = "the children looked after return"
    CENSUS = "the children in need census"
    WORKFORCE = "the social work workforce census"
    SPECIAL_NEEDS = "the special educational needs survey"
    DATASET = "the Standard Safeguarding Dataset"
    OFSTED = "Ofsted’s lists of providers"
    PAYLOADS = "the daily payloads"
    LOCAL = "the council’s own lists"


_BEGINS = (
    ("list_", Source.ANNEX_A),
    ("annex_a.", Source.ANNEX_A),
    ("ssda903", Source.RETURN),
    ("census.", Source.CENSUS),
    ("workforce_census.", Source.WORKFORCE),
    ("special_needs_return.", Source.SPECIAL_NEEDS),
    ("ssd.", Source.DATASET),
    ("ofsted.", Source.OFSTED),
    ("dfe_api.", Source.PAYLOADS),
)


def source_of(feed: str) -> Source:
    """What a feed is read from; a list that no standard has is the council’s own."""
    return next((source for begins, source in _BEGINS if feed.startswith(begins)), Source.LOCAL)
