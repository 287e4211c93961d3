"""How Annex A writes the codes of children in care: legal status, placement, plan, reason care ended."""

from __future__ import annotations

from everychild.layouts.annex_a.written import also, lettered
from everychild.layouts.layout import YES_NO, WrittenCodes
from everychild.records import codes

_LEGAL = {
    "C1": "ICO",
    "C2": "FCO",
    "D1": "Freeing order",
    "E1": "Placement order",
    "V2": "Section 20",
    "V3": "Short breaks - episodes",
    "V4": "Short breaks - agreements",
    "L1": "Police protection",
    "L2": "EPO",
    "L3": "Child assessment order",
    "J1": "Remand",
    "J2": "PACE",
    "J3": "Youth rehabilitation order with residence",
}
LEGAL_STATUS = WrittenCodes(
    codes.LEGAL_STATUS,
    {code: f"{code}: {status}" for code, status in _LEGAL.items()},
    {
        "Interim care order Sec. 38(1)": "C1",
        "Care Order": "C2",
        "Care Order Sec. 31(a)": "C2",
        "Child freed for adoption": "D1",
        "Placement Order (Sec. 21)": "E1",
        "Section 20 - single period": "V2",
        "S20": "V2",
        "Police protection power": "L1",
        "Emergency protection order - LA": "L2",
        "Child assessment order Sec. 43(1)": "L3",
        "Remanded to LA accommodation": "J1",
    },
)

PERMANENCE = WrittenCodes(
    codes.PERMANENCE_PLAN,
    lettered(
        {
            "return_to_family": "Return to family",
            "adoption": "Adoption",
            "special_guardianship": "SGO/CAO",
            "supported_living": "Supported living in the community",
            "long_term_residential": "Long-term residential placement",
            "long_term_fostering": "Long-term fostering",
            "other": "Other",
        }
    ),
    also(
        return_to_family="Return to birth family, Reunification",
        special_guardianship="SGO, CAO, Special guardianship order, Child arrangements order",
        supported_living="Supported living",
        long_term_residential="Residential",
    ),
)

_ENDED = {
    "E11": "Adopted - application unopposed",
    "E12": "Adopted - consent dispensed with",
    "E2": "Died",
    "E3": "Care taken over by another LA",
    "E4A": "Returned home - planned",
    "E4B": "Returned home - unplanned",
    "E13": "Left care to live with parents, relatives or other person without parental responsibility",
    "E41": "Residence or child arrangements order",
    "E45": "Special Guardianship Orders - former foster carer, relative/friend",
    "E46": "Special Guardianship Orders - former foster carer, other",
    "E47": "Special Guardianship Orders - relative/friend",
    "E48": "Special Guardianship Orders - other",
    "E5": "Independent living - supported",
    "E6": "Independent living - no formal support",
    "E7": "Residential care funded by adult social care services",
    "E9": "Sentenced to custody",
    "E14": "Accommodation on remand ended",
    "E15": "Age assessment determined 18 or over",
    "E16": "Child moved abroad",
    "E8": "Ceased for any other reason",
    "X1": "Episode ceases and new episode begins on same day",
    "E17": "Aged 18 or over and remained with current carers",
}
REASON_ENDED = WrittenCodes(
    codes.REASON_CARE_ENDED,
    lettered({code: f"{code}: {reason}" for code, reason in _ENDED.items()}),
)

_PLACEMENTS = {
    "U1": "Foster placement - relatives - long term",
    "U2": "Foster placement - relatives - FFA",
    "U3": "Foster placement - relatives - not FFA",
    "U4": "Foster placement - long term",
    "U5": "Foster placement - FFA",
    "U6": "Foster placement - not FFA",
    "A3": "Placed for adoption with consent - current foster carer",
    "A4": "Placed for adoption with consent - not current foster carer",
    "A5": "Placed for adoption with placement order - current foster carer",
    "A6": "Placed for adoption with placement order - not current foster carer",
    "P1": "Placed with own parents",
    "P2": "Independent living",
    "P3": "Residential employment",
    "H5": "Residential accommodation",
    "K1": "Secure children's homes",
    "K2": "Children's homes",
    "R1": "Residential care home",
    "R2": "NHS/health trust",
    "R3": "Family centre or mother and baby unit",
    "R5": "Young offender institution or secure training centre",
    "S1": "Residential schools",
    "Z1": "Other placements",
    "T0": "Temporary - all types",
    "T1": "Temporary - hospital",
    "T2": "Temporary - holiday",
    "T3": "Temporary - usual carer on holiday",
}
PLACEMENT_TYPE = WrittenCodes(
    codes.PLACEMENT_TYPE,
    lettered({code: f"{code}: {kind}" for code, kind in _PLACEMENTS.items()})
    # The alphabet ends at T3, and K3 is younger than the list of letters.
    | {"T4": "zz) T4: Temporary - seven days or less", "K3": "K3: Supported accommodation"},
    also(
        H5="Semi-independent living, Semi-independent",
        K2="Children's home",
        K1="Secure unit",
        P1="Placed with parents",
    ),
)

_PROVIDERS = {
    "PR0": "Parent(s) or person with parental responsibility",
    "PR1": "Own provision",
    "PR2": "Other LA provision",
    "PR3": "Other public provision",
    "PR4": "Private provision",
    "PR5": "Voluntary/third sector",
}
PROVIDER = WrittenCodes(
    codes.PLACEMENT_PROVIDER,
    lettered({code: f"{code} - {provider}" for code, provider in _PROVIDERS.items()}),
    also(PR1="Own LA, In house", PR2="Other LA", PR3="Other public", PR5="Voluntary, Third sector"),
)

OUT_OF_AREA = WrittenCodes(
    YES_NO,
    {"yes": "b) Out", "no": "a) In", "unknown": "Not known"},
    also(
        yes="Outside, Out of LA, Out of area, Out of borough, Out of county",
        no="Inside, In LA, In area, In borough, In county",
    ),
)
"""The column asks whether the placement is in the council's area; the record, whether it is out of it."""
