"""What Ofsted’s lists share: the number, the codes as they are written, and what is read past."""

from __future__ import annotations

from everychild.layouts.layout import Coverage, Feed, Heading, WrittenCodes
from everychild.layouts.local.people import optional
from everychild.records import Kind
from everychild.records import providers as records

OFSTED_RANK = 1
SHOWS = Coverage(proves_only=True)
"""A list is of one day or one year, and a council may load any of them: what another told stands."""

URN = Heading("URN", Kind.IDENTIFIER, aliases=("Unique reference number",), required=True)

PROVIDER_KIND = WrittenCodes(
    records.KIND,
    {
        "childrens_home": "Children's home",
        "secure_childrens_home": "Secure children's home",
        "residential_special_school": "Residential special school",
        "supported_accommodation": "Supported accommodation",
        "fostering_agency": "Independent fostering agency",
        "adoption_agency": "Voluntary adoption agency",
        "adoption_support_agency": "Adoption support agency",
        "residential_family_centre": "Residential family centre",
        "holiday_scheme": "Residential holiday scheme for disabled children",
        "boarding_school": "Boarding school",
        "further_education_college": "Further education college with residential accommodation",
        "secure_training_centre": "Secure training centre",
    },
    {
        "Childrens homes": "childrens_home",
        "Children's home - short break only": "childrens_home",
        "Short-break-only children's home": "childrens_home",
        "Short break only children's home": "childrens_home",
        "Secure children's homes": "secure_childrens_home",
        "Secure unit": "secure_childrens_home",
        "Residential special school (registered as a children's home)": "residential_special_school",
        "Residential special school registered as a children's home": "residential_special_school",
        "Supported accommodation provider": "supported_accommodation",
        "Fostering agency": "fostering_agency",
        "Fostering service": "fostering_agency",
        "Local authority fostering": "fostering_agency",
        "Local authority fostering agency": "fostering_agency",
        "Local authority adoption": "adoption_agency",
        "Local authority adoption agency": "adoption_agency",
        "Regional adoption agency": "adoption_agency",
        "Residential holiday scheme": "holiday_scheme",
        "Further education college": "further_education_college",
        "Secure school": "secure_training_centre",
        "Secure 16 to 19 academy": "secure_training_centre",
    },
)
PROVIDER_SECTOR = WrittenCodes(
    records.SECTOR,
    {
        "local_authority": "Local authority",
        "private": "Private",
        "voluntary": "Voluntary",
        "health": "Health authority",
    },
    {"LA": "local_authority", "Health": "health", "NHS": "health", "Third sector": "voluntary"},
    says_nothing=("Not recorded", "Not applicable", "Unknown"),
)
STANDING = WrittenCodes(
    records.REGISTRATION,
    {
        "active": "Active",
        "suspended": "Suspended",
        "resigned": "Resigned",
        "cancelled": "Cancelled",
        "closed": "Closed",
    },
    {"Registered": "active", "Open": "active", "Deregistered": "closed", "Voluntary cancellation": "resigned"},
)
JUDGED = WrittenCodes(
    records.JUDGEMENT,
    {
        "outstanding": "Outstanding",
        "good": "Good",
        "requires_improvement": "Requires improvement to be good",
        "inadequate": "Inadequate",
    },
    {
        "1": "outstanding",
        "2": "good",
        "3": "requires_improvement",
        "4": "inadequate",
        # The third grade’s names of other years: one grade, by Ofsted’s own key to its older lists.
        "Requires improvement": "requires_improvement",
        "Adequate": "requires_improvement",
        "Satisfactory": "requires_improvement",
    },
    says_nothing=(
        "5",
        "Not judged",
        "Not yet inspected",
        "No judgement",
        "Not applicable",
        "Not provided as service is inspected as part of the ILACS inspection",
    ),
)


def read_past(*titles: str) -> tuple[Heading, ...]:
    """What a list has and no record keeps."""
    return tuple(optional(title, Kind.TEXT) for title in titles)


def provider_feed(name: str, columns: dict[str, str], **constants: object) -> Feed:
    """What a list tells of each provider; several rows of one provider are one."""
    return Feed(
        f"ofsted.{name}",
        "registered_provider",
        {"registered_as": "URN", **columns},
        SHOWS,
        OFSTED_RANK,
        constants=constants,
        distinct=True,
    )
