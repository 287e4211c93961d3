"""Homes, agencies and other places for children, as Ofsted’s published lists tell of them. None is a child."""

from everychild.records.table import Codes, Table, code, day, identifier, number, text

KIND = Codes(
    "kind of provider",
    {
        "childrens_home": "Children’s home",
        "secure_childrens_home": "Secure children’s home",
        "residential_special_school": "Residential special school",
        "supported_accommodation": "Supported accommodation",
        "fostering_agency": "Fostering agency",
        "adoption_agency": "Adoption agency",
        "adoption_support_agency": "Adoption support agency",
        "residential_family_centre": "Residential family centre",
        "holiday_scheme": "Residential holiday scheme for disabled children",
        "boarding_school": "Boarding school",
        "further_education_college": "Further education college with residential accommodation",
        "secure_training_centre": "Secure training centre or secure school",
    },
)
SECTOR = Codes(
    "sector of a provider",
    {
        "local_authority": "Local authority",
        "private": "Private",
        "voluntary": "Voluntary",
        "health": "Health authority",
    },
)
REGISTRATION = Codes(
    "registration with Ofsted",
    {
        "active": "Active",
        "suspended": "Suspended",
        "resigned": "Resigned",
        "cancelled": "Cancelled",
        "closed": "Closed",
    },
)
JUDGEMENT = Codes(
    "judgement of a provider",
    {
        "outstanding": "Outstanding",
        "good": "Good",
        "requires_improvement": "Requires improvement to be good",
        "inadequate": "Inadequate",
    },
)

REGISTERED_PROVIDER = Table(
    name="registered_provider",
    grain="home, agency or other provider on Ofsted’s lists",
    key=("registered_as",),
    is_described_piecemeal=True,
    columns=(
        identifier("registered_as", "Ofsted’s number for it (URN)", required=True),
        code("kind", KIND, "what kind of provider"),
        code("sector", SECTOR, "whose it is"),
        text("owner", "the organisation that owns it"),
        text("council_area", "the council area it lies in"),
        number("places", "the children it may take"),
        day("registered_on", "when it was registered"),
        code("registration", REGISTRATION, "how its registration stands"),
        day("closed_on", "when it closed or left the register"),
        text("placement_types", "the codes of placement it may be given, as the list writes them: K2, or U1/U2"),
        text("providers", "the codes of provider it may be given, as the list writes them: PR4, or PR1/PR2"),
    ),
)

PROVIDER_INSPECTION = Table(
    name="provider_inspection",
    grain="full inspection of a provider by Ofsted",
    key=("registered_as", "inspected_on"),
    is_described_piecemeal=True,
    columns=(
        identifier("registered_as", "Ofsted’s number for the provider (URN)", required=True),
        day("inspected_on", "the day, or the first day, of the inspection", required=True),
        code("judgement", JUDGEMENT, "how children fare there overall"),
        code("protection", JUDGEMENT, "how well children are helped and protected"),
        code("leadership", JUDGEMENT, "how well it is led and managed"),
    ),
)
