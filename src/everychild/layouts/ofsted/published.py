"""Ofsted’s published lists: providers and places, provider level as at a date and in a year, and homes that closed."""

from everychild.layouts.layout import Feed, Heading, SheetLayout
from everychild.layouts.local.people import optional
from everychild.layouts.ofsted.parts import (
    JUDGED,
    OFSTED_RANK,
    PROVIDER_KIND,
    PROVIDER_SECTOR,
    SHOWS,
    STANDING,
    URN,
    provider_feed,
    read_past,
)
from everychild.records import Kind

OVERALL = "Overall experiences and progress of children and young people"
PROTECTED = "How well children and young people are helped and protected"
LED = "The effectiveness of leaders and managers"
INSPECTED = "Latest full inspection date"
EVENT = "Inspection event type"


def _judged(title: str, *aliases: str) -> Heading:
    return Heading(title, Kind.CODE, JUDGED, aliases=aliases, expected=False)


PROVIDERS = SheetLayout(
    name="ofsted_providers",
    title="Ofsted’s providers",
    number=None,
    other_titles=("provider level", "providers places", "childrens homes and other providers"),
    headings=(
        URN,
        Heading("Provision type", Kind.CODE, PROVIDER_KIND, aliases=("Provider type",), required=True),
        Heading("Local authority", Kind.TEXT, aliases=("Local authority name",)),
        Heading("Sector", Kind.CODE, PROVIDER_SECTOR, expected=False),
        Heading("Registration status", Kind.CODE, STANDING, expected=False),
        optional("Registration date", Kind.DATE, "Date registered"),
        Heading("Places", Kind.NUMBER, aliases=("Maximum users", "Number of places"), expected=False, most=5_000),
        optional("Organisation which owns the provider", Kind.TEXT, "Organisation name", "Owner name"),
        optional(INSPECTED, Kind.DATE, "Inspection date", "Date of inspection", "Date of latest full inspection"),
        _judged(OVERALL, "Overall effectiveness", "Inspection judgements", "Overall judgement"),
        _judged(PROTECTED),
        _judged(LED, "How effective leaders and managers are"),
        *read_past(EVENT, "Event type", "Inspection type", "Inspection number", "Web link", "Name", "Provider name"),
        *read_past("Ofsted region", "Government Office Region", "Parliamentary constituency", "Postcode", "Town"),
        *read_past("Address 1", "Address 2", "Address 3", "Publication date", "Inspection publication date"),
        *read_past("Organisation URN", "Organisation type"),
    ),
    feeds=(
        provider_feed(
            "registered_provider",
            {
                "kind": "Provision type",
                "sector": "Sector",
                "owner": "Organisation which owns the provider",
                "council_area": "Local authority",
                "places": "Places",
                "registered_on": "Registration date",
                "registration": "Registration status",
            },
        ),
        Feed(
            "ofsted.provider_inspection",
            "provider_inspection",
            {
                "registered_as": "URN",
                "inspected_on": INSPECTED,
                "judgement": OVERALL,
                "protection": PROTECTED,
                "leadership": LED,
            },
            SHOWS,
            OFSTED_RANK,
            only_where=INSPECTED,
        ),
    ),
)

CLOSED_HOMES = SheetLayout(
    name="ofsted_closed",
    title="Homes that closed",
    number=None,
    other_titles=("closed childrens homes", "closed homes"),
    headings=(
        URN,
        Heading("Date closed", Kind.DATE, aliases=("Closure date",), required=True),
        Heading("Registration status", Kind.CODE, STANDING),
        *read_past("Name", "Provider name", "Reason closed", "Web link"),
    ),
    feeds=(provider_feed("closed_home", {"registration": "Registration status", "closed_on": "Date closed"}),),
)
