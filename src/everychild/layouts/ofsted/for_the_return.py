"""The lists councils are given to check the children looked after return by: which codes go with a number, until when.

Until 2024 there were two workbooks, children’s homes and social care providers, each with headings of its own; since
then one, of the sheets Providers and SA Providers, the second of supported accommodation.
"""

from everychild.layouts.layout import Heading, SheetLayout
from everychild.layouts.local.people import optional
from everychild.layouts.ofsted.parts import PROVIDER_KIND, PROVIDER_SECTOR, URN, provider_feed, read_past
from everychild.records import Kind

_PLACES = ("Setting address postcode", "Setting postcode", "Setting name", "Provider name", "Region")

RETURN_PROVIDERS = SheetLayout(
    name="ofsted_return_providers",
    title="Ofsted’s numbers and their codes",
    number=None,
    other_titles=("providers", "provider information", "settings and inspection info", "current providers"),
    headings=(
        URN,
        Heading("Placement code", Kind.TEXT, aliases=("Provider placement code",), required=True),
        Heading("Placement provider code", Kind.TEXT, aliases=("Provider code",)),
        Heading("Local authority", Kind.TEXT),
        Heading("Provider type", Kind.CODE, PROVIDER_KIND, aliases=("Provision type",), expected=False),
        Heading("Sector", Kind.CODE, PROVIDER_SECTOR, expected=False),
        optional("Registration date", Kind.DATE),
        # Homes that are open have no such column in the sheet of current providers.
        optional("Deregistration date", Kind.DATE, "Closed date"),
        *read_past(*_PLACES),
    ),
    feeds=(
        provider_feed(
            "provider_of_the_return",
            {
                "kind": "Provider type",
                "sector": "Sector",
                "council_area": "Local authority",
                "registered_on": "Registration date",
                "closed_on": "Deregistration date",
                "placement_types": "Placement code",
                "providers": "Placement provider code",
            },
        ),
    ),
)

SUPPORTED_ACCOMMODATION = SheetLayout(
    name="ofsted_supported_accommodation",
    title="Supported accommodation",
    number=None,
    other_titles=("sa providers", "supported accommodation providers"),
    headings=(
        URN,
        Heading("Provider local authority", Kind.TEXT, required=True),
        Heading("Closed date", Kind.DATE, aliases=("Deregistration date",)),
        Heading("Setting address postcode", Kind.TEXT, aliases=("Setting postcode",)),
        optional("Placement provider code", Kind.TEXT, "Provider code"),
        optional("Registration date", Kind.DATE),
        Heading("Sector", Kind.CODE, PROVIDER_SECTOR, expected=False),
        *read_past("Setting name", "Provider name", "Region"),
    ),
    feeds=(
        provider_feed(
            "supported_accommodation",
            {
                "sector": "Sector",
                "council_area": "Provider local authority",
                "registered_on": "Registration date",
                "closed_on": "Closed date",
                "providers": "Placement provider code",
            },
            kind="supported_accommodation",
            placement_types="K3",
        ),
    ),
)
